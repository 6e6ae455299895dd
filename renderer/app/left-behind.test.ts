import { describe, expect, it } from "vitest";
import type { CaseState } from "../../shared/ipc/cases.ts";
import { useImports } from "../features/desk/import.ts";
import { usePeople } from "../features/people/people-store.ts";
import { useWorkflow } from "../features/signoff/workflow-store.ts";
import { tell, useNotices, type NoticeAct } from "./notices.ts";
import { goTo, useSession } from "./session.ts";

const opened = (id: string): void => useSession.setState({ open: { id } as unknown as CaseState });

describe("what is known of one case", () => {
  it("stays while that case stays open, and is gone with it", () => {
    opened("one");
    usePeople.setState({ people: [{ names: ["Tamsin Orchard"] }] as never });
    useWorkflow.setState({ comments: [{ text: "Look again" }] as never });
    useImports.setState({ refused: [{ name: "Tamsin Orchard.pdf", message: "Not a PDF." }] });
    opened("one");
    expect(usePeople.getState().people).toHaveLength(1);
    expect(useImports.getState().refused).toHaveLength(1);

    useSession.setState({ open: null });
    expect(usePeople.getState().people).toBeNull();
    expect(useWorkflow.getState().comments).toEqual([]);
    expect(useImports.getState().refused).toEqual([]);
  });
});

describe("a notice", () => {
  const told = (): string | undefined => useNotices.getState().notice?.text;
  const act: NoticeAct = { words: "Take back", run: async () => {} };

  it("of either kind goes with the screen that it is about, and stays on that screen", () => {
    for (const kind of ["done", "trouble"] as const) {
      goTo({ at: "people" });
      tell("Joined.", kind, act);
      goTo({ at: "people" });
      expect(told()).toBe("Joined.");
      goTo({ at: "desk" });
      expect(told()).toBeUndefined();
    }
  });

  it("about one document is not told over another", () => {
    goTo({ at: "review", document: "one" });
    tell("Two places accepted.");
    goTo({ at: "review", document: "one", page: 3 });
    expect(told()).toBe("Two places accepted.");
    goTo({ at: "review", document: "two" });
    expect(told()).toBeUndefined();
  });
});
