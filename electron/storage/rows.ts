// Reading rows: parsed by a schema, so that a damaged or foreign database is noticed at the edge
// and never deep inside. JSON columns are parsed with the schema of what they hold.
import { z } from "zod";
import { Refusal } from "../../shared/model/refusal.ts";

/** Parses one row; a row that does not fit is damage, not a defect of the caller. */
export function row<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal(
    "case-damaged",
    "The database of this case holds something this version cannot read. Nothing was changed.",
  );
}

export function rows<T extends z.ZodType>(schema: T, values: readonly unknown[]): z.infer<T>[] {
  return row(z.array(schema), values);
}

/** A column of JSON text. */
export function json<T extends z.ZodType>(schema: T) {
  return z.string().transform((text, context): z.infer<T> => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "not JSON" });
      return z.NEVER;
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: "unexpected JSON" });
    return z.NEVER;
  });
}

/** SQLite's 0 and 1. */
export const flag = z.union([z.literal(0), z.literal(1)]).transform((n) => n === 1);
