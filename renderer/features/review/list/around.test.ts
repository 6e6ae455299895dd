import { expect, it } from "vitest";
import { aroundSpan } from "./around.ts";

const PAGE =
  "Overview report\nSubject: Tamsin Orchard, born 4 March 2019\n\n1. Background\n\n" +
  "1.1 Tamsin lived at Quarry Lane.\n\n9 January\tThe health visitor rang Mrs Orchard\tHealth";

const around = (text: string): string => {
  const start = PAGE.indexOf(text);
  const { before, text: own, after } = aroundSpan(PAGE, { start, end: start + text.length });
  return `${before}[${own}]${after}`;
};

it("a heading or paragraph beside it is not part of a place's sentence", () => {
  expect(around("4 March 2019")).toBe(
    "Overview report Subject: Tamsin Orchard, born [4 March 2019]",
  );
  expect(around("Quarry Lane")).toBe("1.1 Tamsin lived at [Quarry Lane].");
  expect(around("Background")).toBe("[Background]");
});

it("the cells of a table's row are set apart", () => {
  expect(around("9 January")).toBe("[9 January] · The health visitor rang Mrs Orchard · Health");
});
