// A picture is told as removed only while a mark covers it.
import { describe, expect, it } from "vitest";
import type { StoredEvent } from "./events.ts";
import { pictureStanding } from "./pictures.ts";
import { project } from "./project.ts";

const PICTURE = { id: "1-0", page: 1, rect: [100, 100, 200, 180] as const };
const MARK = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";

const events = (...list: StoredEvent["event"][]): StoredEvent[] =>
  list.map((event, i) => ({ seq: i + 1, at: "2026-01-01T00:00:00.000Z", by: "a", event }));

const drawn = (rect: [number, number, number, number]): StoredEvent["event"] => ({
  type: "drawn",
  mark: MARK,
  page: 1,
  rects: [rect],
  label: null,
  reason: "picture",
});
const removal: StoredEvent["event"] = { type: "picture-cleared", picture: "1-0", kept: false };

describe("pictures", () => {
  const standing = (...list: StoredEvent["event"][]) =>
    pictureStanding(PICTURE, project([], events(...list)));

  it("waits until somebody looked, and can be kept", () => {
    expect(standing()).toBe("waiting");
    expect(standing({ type: "picture-cleared", picture: "1-0", kept: true })).toBe("kept");
  });

  it("R2 a removal whose mark was taken away, moved aside or undone waits again", () => {
    expect(standing(drawn([100, 100, 200, 180]), removal)).toBe("burnt");
    expect(standing(removal)).toBe("waiting");
    expect(standing(drawn([100, 100, 150, 180]), removal)).toBe("waiting");
    expect(standing(drawn([100, 100, 200, 180]), removal, { type: "removed", mark: MARK })).toBe(
      "waiting",
    );
    expect(
      standing(drawn([100, 100, 200, 180]), removal, {
        type: "adjusted",
        target: MARK,
        page: 1,
        rects: [[0, 0, 20, 20]],
      }),
    ).toBe("waiting");
  });
});
