// fontkit ships no types; what is used of it is described in outline-source.ts.
declare module "fontkit" {
  export function create(data: Uint8Array): unknown;
}
