// What no bundle takes in: native modules and engines that carry files of their own stay in node_modules.
export const OUTSIDE = [
  /^node:/,
  "electron",
  "better-sqlite3",
  "@napi-rs/canvas",
  /^pdfjs-dist/,
  "@embedpdf/pdfium",
  /^tesseract\.js/,
];
