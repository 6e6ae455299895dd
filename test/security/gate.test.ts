// S3: the one gate. Whatever comes through the window's bridge is parsed or refused, as a value.
import { describe, expect, test } from "vitest";
import { pass, type Handlers } from "../../electron/ipc/gate.ts";
import { Refusal } from "../../shared/model/refusal.ts";

const defects: string[] = [];
const options = { onDefect: (call: string) => void defects.push(call) };
const handlers = {
  "app.info": () => ({ version: "1" }),
  "review.load": () => {
    throw new Refusal("locked", "The case is locked.");
  },
  "cases.list": () => {
    throw new Error("secret /home/analyst/case.db");
  },
} as unknown as Handlers;

describe("S3 the gate", () => {
  test("a known call with good arguments is answered", async () => {
    expect(await pass(handlers, options, "app.info", {})).toEqual({
      ok: true,
      value: { version: "1" },
    });
  });

  test.each(["nope", "__proto__", "constructor", "toString", 7, null, undefined, {}])(
    "an unknown call %j is refused",
    async (name) => {
      expect(await pass(handlers, options, name, {})).toMatchObject({
        ok: false,
        code: "bad-arguments",
      });
    },
  );

  test.each([null, "x", { document: "../../etc/passwd" }, { document: 3 }, [], {}])(
    "arguments %j that the schema does not accept are refused before the handler",
    async (request) => {
      const answer = await pass(handlers, options, "review.load", request);
      expect(answer).toMatchObject({ ok: false, code: "bad-arguments" });
    },
  );

  test("a refusal crosses as code and sentence", async () => {
    const request = { document: "3f1f8a46-6c5c-4e6e-9d0a-0a8e8f6f2a11" };
    expect(await pass(handlers, options, "review.load", request)).toEqual({
      ok: false,
      code: "locked",
      message: "The case is locked.",
      page: undefined,
    });
  });

  test("a defect crosses without its message, its path or its stack", async () => {
    const answer = await pass(handlers, options, "cases.list", {});
    expect(JSON.stringify(answer)).not.toMatch(/secret|home|stack|at /);
    expect(answer).toMatchObject({ ok: false, code: "defect" });
    expect(defects).toContain("cases.list");
  });
});
