import { expect, test } from "vitest";
import type { AuditEntry, AuditKind } from "../../shared/audit/kinds.ts";
import { newSigningKey } from "../cases/keys.ts";
import { GENESIS, seal, signerOf, type Signer } from "./chain.ts";
import { checkEntries } from "./check.ts";
import { wordsOf } from "./proof.ts";
import { judge } from "./verify/judge.ts";

const CASE = "5f1d1c6e-0000-4000-8000-000000000001";

function person(name: string) {
  const { pkcs8, publicKey } = newSigningKey();
  return { name, publicKey, signer: signerOf(name, pkcs8) };
}

function write(
  list: AuditEntry[],
  signer: Signer,
  kind: AuditKind,
  data: Record<string, unknown> = {},
): void {
  list.push(
    seal(
      CASE,
      {
        seq: list.length + 1,
        at: `2026-03-02T09:00:${String(list.length).padStart(2, "0")}.000Z`,
        by: signer.user,
        tool: "Candour test",
        kind,
        document: null,
        page: null,
        data,
        previous: list.at(-1)?.hash ?? GENESIS,
      },
      signer,
    ),
  );
}

const introduce = (p: ReturnType<typeof person>) => ({
  user: p.name,
  name: p.name,
  role: "reviewer",
  publicKey: p.publicKey,
});

/** Both readings of one format must agree. */
function faults(list: readonly AuditEntry[]): [boolean, boolean] {
  return [checkEntries(CASE, list).fault !== null, judge(CASE, list, []).fault !== null];
}

test("A2: the writer's check and the standalone judge agree on a whole trail", () => {
  const ada = person("ada");
  const rhea = person("rhea");
  const list: AuditEntry[] = [];
  write(list, ada.signer, "case.created", { format: 1, ...introduce(ada) });
  write(list, ada.signer, "user.added", introduce(rhea));
  write(list, rhea.signer, "case.opened");
  expect(faults(list)).toEqual([false, false]);
});

test("A2: somebody who was removed cannot write on, even with their own key", () => {
  const ada = person("ada");
  const rhea = person("rhea");
  const list: AuditEntry[] = [];
  write(list, ada.signer, "case.created", { format: 1, ...introduce(ada) });
  write(list, ada.signer, "user.added", introduce(rhea));
  write(list, ada.signer, "user.removed", { user: "rhea" });
  expect(faults(list)).toEqual([false, false]);
  write(list, rhea.signer, "case.opened");
  expect(faults(list)).toEqual([true, true]);
});

test.each(["review.signed", "release.recorded", "publication.decided", "mark.overruled"] as const)(
  "R1 A2: %s counts only from a person whose act it is, whatever their key",
  (kind) => {
    const by = (role: string) => {
      const ada = person("ada");
      const list: AuditEntry[] = [];
      write(list, ada.signer, "case.created", { format: 1, ...introduce(ada), role });
      write(list, ada.signer, kind, { plan: "0".repeat(64) });
      return faults(list);
    };
    expect(by("analyst")).toEqual([true, true]);
    const own = kind.startsWith("re") && kind !== "review.signed" ? "publisher" : "reviewer";
    expect(by(kind === "publication.decided" ? "publisher" : own)).toEqual([false, false]);
  },
);

test("a clock that ran backwards is told, not refused", () => {
  const ada = person("ada");
  const list: AuditEntry[] = [];
  write(list, ada.signer, "case.created", { format: 1, ...introduce(ada) });
  write(list, ada.signer, "case.opened");
  expect(wordsOf(checkEntries(CASE, list))).not.toContain("clock went backwards");
  const later = list.pop()!;
  list.push(seal(CASE, { ...later, at: "2025-12-31T23:59:59.000Z" }, ada.signer));
  expect(checkEntries(CASE, list)).toMatchObject({ fault: null, backwards: [2] });
  expect(wordsOf(checkEntries(CASE, list))).toContain("clock went backwards before entry 2");
});

test("A2: nobody can bring themselves in, nor bring somebody in again with another key", () => {
  const ada = person("ada");
  const mallory = person("mallory");
  const founded: AuditEntry[] = [];
  write(founded, ada.signer, "case.created", { format: 1, ...introduce(ada) });

  const alone = [...founded];
  write(alone, mallory.signer, "case.opened");
  expect(faults(alone)).toEqual([true, true]);

  const selfMade = [...founded];
  write(selfMade, mallory.signer, "user.added", introduce(mallory));
  expect(faults(selfMade)).toEqual([true, true]);

  const asAda = [...founded];
  write(asAda, ada.signer, "user.added", { ...introduce(mallory), user: "ada" });
  write(asAda, { ...mallory.signer, user: "ada" }, "case.opened");
  expect(faults(asAda)).toEqual([true, true]);
});

test("A2: an entry of another case is not taken for one of this", () => {
  const ada = person("ada");
  const list: AuditEntry[] = [];
  write(list, ada.signer, "case.created", { format: 1, ...introduce(ada) });
  expect(checkEntries("another case", list).fault?.what).toBe("content");
});
