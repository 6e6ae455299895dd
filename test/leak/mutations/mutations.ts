// The cheats: each takes a good export and puts one thing back, or hides one thing in it, that an
// honest export never has. Every one must be caught, and by the check that it names.
import { AROUND_PAGES } from "./around-pages.ts";
import type { Mutation } from "./edit.ts";
import { IN_THE_FILE } from "./file.ts";
import { FONTS_AND_IMAGES } from "./fonts-and-images.ts";
import { HIDDEN_BITS } from "./hidden-bits.ts";
import { WRITTEN_OTHERWISE } from "./one-way.ts";
import { ON_PAGES } from "./on-pages.ts";

export { SECRET_PICTURE } from "./fonts-and-images.ts";

export const MUTATIONS: readonly Mutation[] = [
  ...ON_PAGES,
  ...AROUND_PAGES,
  ...FONTS_AND_IMAGES,
  ...IN_THE_FILE,
  ...WRITTEN_OTHERWISE,
  ...HIDDEN_BITS,
];
