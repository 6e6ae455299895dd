import { expect, test } from "vitest";
import { Waiting } from "./waiting.ts";

const page = (number: number, runsOver = false, joins = true) => ({ number, joins, runsOver });

function groups(
  pages: readonly ReturnType<typeof page>[],
  after: (held: readonly ReturnType<typeof page>[]) => boolean = () => false,
  before = after,
): number[][] {
  const waiting = new Waiting<ReturnType<typeof page>>({ after, before });
  const ready = pages.flatMap((one) => waiting.add(one));
  return [...ready, ...waiting.end()].map((group) => group.map(({ number }) => number));
}

test("pages whose text stays on them wait for nobody", () => {
  expect(groups([page(1), page(2), page(3)])).toEqual([[1], [2], [3]]);
});

test("the page before the first that may run over waits with it, and all that follow", () => {
  expect(groups([page(1), page(2), page(3, true), page(4), page(5)])).toEqual([[1], [2, 3, 4, 5]]);
});

test("a page that is not written anew, and a gap between pages, end the waiting", () => {
  expect(groups([page(1, true), page(2), page(3, false, false), page(4)])).toEqual([
    [1, 2],
    [3],
    [4],
  ]);
  expect(groups([page(1, true), page(3)])).toEqual([[1], [3]]);
});

test("no more than a dozen pages are held at once", () => {
  const many = Array.from({ length: 15 }, (_, i) => page(i + 1, true));
  expect(groups(many).map((group) => group.length)).toEqual([12, 3]);
});

test("where text ends on purpose, or begins anew, nobody waits any longer", () => {
  const many = Array.from({ length: 6 }, (_, i) => page(i + 1, true));
  const at = (number: number) => (held: readonly ReturnType<typeof page>[]) =>
    held.at(-1)!.number === number;
  const never = () => false;
  expect(groups(many, at(2), never)).toEqual([
    [1, 2],
    [3, 4, 5, 6],
  ]);
  expect(groups(many, never, at(4))).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
});
