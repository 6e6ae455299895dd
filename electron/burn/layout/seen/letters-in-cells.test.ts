import { array, assert, integer, property } from "fast-check";
import { expect, it } from "vitest";
import { LettersInCells } from "./letters-in-cells.ts";

const FAR = 3_000_000_000;

it("gives the letters of a cell, and no others, in the order in which they came", () => {
  const key = integer({ min: -3, max: 3 }).map((n) => n * FAR);
  assert(
    property(array(key), (keys) => {
      const cells = new LettersInCells(keys.length);
      keys.forEach((of, letter) => cells.add(letter, of));
      for (const of of new Set([...keys, 7])) {
        const found: number[] = [];
        for (let at = cells.first(of); at >= 0; at = cells.next(at, of)) found.push(at);
        expect(found).toEqual(keys.flatMap((one, letter) => (one === of ? [letter] : [])));
      }
    }),
  );
});
