import { describe, expect, it } from "vitest";
import { en } from "../i18n/en.ts";
import { COMMAND_IDS, isSingleKey, type Command } from "./command.ts";
import { ariaKeys, capsOf, collisions } from "./keys.ts";
import { COMMANDS } from "./table.ts";

describe("the table of commands", () => {
  it("gives no key to two commands", () => {
    expect([...collisions(COMMANDS)]).toEqual([]);
  });
  it("would notice a key that two commands claim, whatever its case", () => {
    const [first, second] = COMMANDS as [Command, Command];
    const twice = collisions([first, { ...second, keys: ["A"] }]);
    expect(twice.get("a")).toEqual([first.id, second.id]);
  });
  it("holds every command once, with words for each", () => {
    expect(COMMANDS.map((c) => c.id).sort()).toEqual([...COMMAND_IDS].sort());
    for (const { id } of COMMANDS) expect(en.commands[id].length).toBeGreaterThan(2);
  });
  it("lets nothing run before a case is open", () => {
    const possible = COMMANDS.filter((c) => c.when()).map((c) => c.id);
    expect(possible).toEqual([]);
  });
});

describe("keys", () => {
  it("look as on the keyboard", () => {
    expect(capsOf("Shift+a")).toEqual(["⇧A"]);
    expect(capsOf("$mod+Shift+z")).toEqual(["Ctrl", "⇧Z"]);
    expect(capsOf("[Shift]+?")).toEqual(["?"]);
    expect(capsOf("$mod+[Shift]++")).toEqual(["Ctrl", "+"]);
    expect(capsOf("]")).toEqual(["]"]);
  });
  it("are told to screen readers without the library's own words", () => {
    expect(ariaKeys("$mod+Shift+z")).toBe("Control+Shift+z");
    expect(ariaKeys("[Shift]+?")).toBe("?");
  });
  it("count as single where they type a letter", () => {
    expect(["a", "Shift+a", "[Shift]+?", "]"].map(isSingleKey)).toEqual([true, true, true, true]);
    expect(["$mod+k", "F1"].map(isSingleKey)).toEqual([false, false]);
  });
});
