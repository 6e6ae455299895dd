import { expect, test } from "vitest";
import { Findings } from "../../findings.ts";
import { collectTerms } from "../../reading/terms.ts";
import { checkLabelsTell } from "./labels-tell.ts";

function told(labels: string[], burnt: string[], burntInPicture: string[] = []) {
  const findings = new Findings();
  const texts = burnt.map((text) => ({ page: 2, text }));
  const terms = collectTerms(texts, new Set());
  checkLabelsTell([{ page: 2, labels, burntInPicture }], terms, findings);
  expect(findings.findings()).toEqual([]);
  return findings.notices();
}

test.each([
  [["Child A", "Tansy Quill"], ["Tansy Quill"], []],
  [["TANSY-QUILL"], ["Tansy Quill,"], []],
  [["Tansy Quill"], [], ["Tansy Quill"]],
])("labels %j over %j (in a picture: %j) are noticed", (labels, burnt, inPicture) => {
  expect(told(labels, burnt, inPicture)).toEqual([
    { check: "terms-absent", page: 2, message: "A label says a text that was burnt on this page." },
  ]);
});

test.each([
  [["Child A"], ["Tansy Quill"]],
  [["Social Worker"], ["Social Worker"]],
  [["Tansy"], ["Tansy Quill"]],
])("labels %j over %j are not", (labels, burnt) => {
  expect(told(labels, burnt)).toEqual([]);
});
