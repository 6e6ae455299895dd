// The checks of a verification in the words of certificates, of the window and of the trail.
export const CHECKS = {
  "engines-agree": "Three independent readers open the file and count the same pages",
  "one-revision": "The file has one revision and no earlier state",
  "nothing-hidden": "Nothing stands outside the file's objects",
  "written-one-way": "The file is written in the one way of exports, down to its last byte",
  "objects-reachable": "Every object belongs to the document",
  "objects-allowed": "The file consists of allowed kinds of objects only",
  "streams-exact": "Every stream is decoded to its exact end",
  "content-plain": "Page contents use plain operators only",
  "images-clean": "Images carry pixels and nothing else",
  "fonts-lean": "Fonts hold no glyph and no text entry that is not used",
  "tags-whole": "Tags and contents refer to each other without gaps",
  "source-not-copied": "No part of the original file was copied",
  "terms-absent": "No burnt text is left in any text, name, property or stream",
  "words-kept": "Every visible word outside the marks is still there",
  "nothing-added": "No text was added except the labels",
  "labels-placed": "Every mark with a label shows it in its place",
  "text-in-place": "Text that is read stands where it is seen",
  "page-unchanged": "Pages look unchanged outside the lines that were set anew",
  "burnt-ink-gone": "No picture of what was burnt is left",
  "boxes-opaque": "Boxes are opaque and of one colour",
} as const;

export type CheckId = keyof typeof CHECKS;
