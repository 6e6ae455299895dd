import { beforeAll, expect, it } from "vitest";
import { startWords } from "../i18n/i18n.ts";
import { howFar } from "./reading-words.ts";

beforeAll(startWords);

const text = (done: number) => ({ stage: "text" as const, done, total: 6 });

it("names the page that is being read, and counts those that were", () => {
  expect(howFar(text(2), 6, true)).toEqual({
    words: "Reading page 3 of 6",
    done: 2,
    total: 6,
    open: false,
  });
});

it("never shows a full bar while something goes on", () => {
  expect(howFar(undefined, 1, true)).toMatchObject({ words: "Reading page 1 of 1", open: true });
  expect(howFar(text(6), 6, true)).toMatchObject({ words: "Reading page 6 of 6", open: true });
  const looking = { words: "Looking for names and numbers…", open: true };
  expect(howFar({ stage: "suggestions", done: 6, total: 6 }, 6, true)).toMatchObject(looking);
  expect(howFar(undefined, 6, false)).toMatchObject(looking);
});
