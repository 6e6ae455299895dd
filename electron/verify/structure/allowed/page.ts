// What a page may hold: contents, links, images and drawings. Data only.
import {
  any,
  bool,
  colourSpace,
  destination,
  list,
  map,
  number,
  numbers,
  one,
  streamKeys,
  text,
  value,
} from "./shapes.ts";
import type { Rule } from "./shapes.ts";

export const PAGE_RULES: Readonly<Record<string, Rule>> = {
  page: {
    called: "page",
    when: { Type: "Page" },
    keys: {
      Type: value("Page"),
      Parent: one("pages"),
      MediaBox: numbers,
      CropBox: numbers,
      Rotate: value(0),
      Resources: one("resources"),
      Contents: any(one("content"), list(one("content"))),
      Tabs: value("S"),
      StructParents: number,
      Annots: list(one("link")),
    },
  },
  link: {
    called: "link",
    when: { Subtype: "Link" },
    keys: {
      Type: value("Annot"),
      Subtype: value("Link"),
      Rect: numbers,
      Border: list(value(0)),
      F: value(4),
      P: one("page"),
      Dest: destination,
      A: one("address"),
      Contents: text,
      StructParent: number,
    },
  },
  address: { called: "link", when: { S: "URI" }, keys: { S: value("URI"), URI: text } },
  content: { called: "page content", stream: true, keys: streamKeys },
  resources: {
    called: "resource list",
    keys: {
      Font: map(one("type0", "type1", "truetype")),
      XObject: map(one("image")),
      ExtGState: map(one("gstate")),
    },
  },
  // How see-through paint is, and nothing else; the contents' reader holds it to its name.
  gstate: {
    called: "graphics state",
    keys: { Type: value("ExtGState"), ca: number, CA: number },
  },
  image: {
    called: "image",
    when: { Subtype: "Image" },
    stream: true,
    keys: {
      Type: value("XObject"),
      Subtype: value("Image"),
      Width: number,
      Height: number,
      Interpolate: value(true),
      ImageMask: bool,
      ColorSpace: colourSpace,
      BitsPerComponent: number,
      Filter: streamKeys.Filter,
      DecodeParms: streamKeys.DecodeParms,
      SMask: one("image"),
      Length: streamKeys.Length,
    },
  },
  lookup: { called: "colour table", stream: true, keys: streamKeys },
};
