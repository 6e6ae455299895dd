// The words in which the table of allowed objects is written: what a value may be, and what an
// object of a kind may hold. Keys stand in the order in which an export writes them.

export type Shape =
  | { readonly is: "number" | "bool" | "text" | "bytes" | "numbers" | "name" }
  | { readonly is: "value"; readonly values: readonly (string | number | boolean)[] }
  | { readonly is: "object"; readonly rules: readonly string[] }
  | { readonly is: "list"; readonly of: Shape }
  | { readonly is: "map"; readonly of: Shape }
  | { readonly is: "any"; readonly of: readonly Shape[] };

export interface Rule {
  /** Plain words for a finding. */
  readonly called: string;
  /** Fixed entries by which an object is recognised as of this rule. */
  readonly when?: Readonly<Record<string, string>>;
  readonly stream?: boolean;
  readonly keys: Readonly<Record<string, Shape>>;
  /** Keys that crisp and sealed pages write in different places. */
  readonly anywhere?: readonly string[];
}

export const number: Shape = { is: "number" };
export const bool: Shape = { is: "bool" };
export const text: Shape = { is: "text" };
export const bytes: Shape = { is: "bytes" };
export const numbers: Shape = { is: "numbers" };
export const name: Shape = { is: "name" };
export const value = (...values: (string | number | boolean)[]): Shape => ({ is: "value", values });
export const one = (...rules: string[]): Shape => ({ is: "object", rules });
export const list = (of: Shape): Shape => ({ is: "list", of });
export const map = (of: Shape): Shape => ({ is: "map", of });
export const any = (...of: Shape[]): Shape => ({ is: "any", of });

export const streamKeys = {
  Filter: value("FlateDecode", "DCTDecode", "CCITTFaxDecode"),
  DecodeParms: one("filter"),
  Length: number,
};

const deviceSpace = value("DeviceGray", "DeviceRGB", "DeviceCMYK");
export const colourSpace = any(
  deviceSpace,
  list(any(value("Indexed"), deviceSpace, number, bytes, one("lookup"))),
);
/** A whole page: where on it something stood is nobody's business. */
export const destination = list(any(one("page"), value("Fit")));
