import { expect, test } from "vitest";
import { tellingLabels, tellsOfLabels } from "./telling-labels.ts";
import { termsOf } from "./terms.ts";

function labelled(text: string, label: string | null): readonly string[] {
  const marked = [{ text, label }];
  return tellingLabels(marked, termsOf(marked));
}

test.each([
  ["Tansy Quill", "Tansy Quill"],
  ["Tansy Quill", "TANSY-QUILL"],
  ["Tansy Quill,", "T a n s y Quill"],
  ["12 May 2010", "12 May 2010"],
  ["9", "9"],
])("“%s” is not burnt under the label “%s”", (text, label) => {
  expect(() => labelled(text, label)).toThrow("A label says the very text that its mark burns.");
});

test.each([
  ["Tansy Quill", "Tansy", "one holds a word that is burnt"],
  ["Northshire", "the Northshire area", "one holds a word that is burnt"],
  ["Tansy Quill", "TQ", "one holds a real initial"],
  ["Tansy Quill", "Child T", "one holds a real initial"],
])("of “%s” under “%s” a note tells", (text, label, told) => {
  const notes = labelled(text, label);
  expect(notes).toEqual([`A label tells of what is burnt: ${told}. Look at the labels.`]);
  expect(notes.every(tellsOfLabels)).toBe(true);
});

test.each([
  ["Tansy Quill", "Child A"],
  ["Tansy Quill", null],
  ["Tansy Quill", ""],
  ["12 May 2010", "spring 2010"],
  ["Social Worker", "Social Worker"],
  ["was seen by", "was seen by"],
  ["Ms Quill", "Social Worker 1"],
])("of “%s” under “%s” there is nothing to tell", (text, label) => {
  expect(labelled(text, label)).toEqual([]);
});
