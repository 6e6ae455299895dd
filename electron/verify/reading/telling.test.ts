import { describe, expect, it } from "vitest";
import { tellingPieces } from "./telling.ts";

const RAW = "Photograph of Tansy on the swing";
const FOLDED = "photographoftansyontheswing";

function tells(piece: string, raw = RAW, folded = FOLDED, open = new Set(["photograph", "swing"])) {
  const from = folded.indexOf(piece);
  expect(from).toBeGreaterThanOrEqual(0);
  return tellingPieces(raw, open)(from, from + piece.length);
}

describe("pieces of a burnt phrase", () => {
  it("V3 of everybody's words and the first letters of a name prove nothing", () => {
    expect(tells("hotographoft")).toBe(false);
    expect(tells("otographofta")).toBe(false);
    expect(tells("syontheswing")).toBe(false);
  });

  it("V3 with half of a name do", () => {
    expect(tells("tographoftan")).toBe(true);
    expect(tells("oftansyonthe")).toBe(true);
    expect(tells("nsyontheswin")).toBe(true);
  });

  it("V3 of words that no page shows do, and of names that one shows", () => {
    expect(tells("hotographoft", RAW, FOLDED, new Set())).toBe(true);
    const name = "Seen with Hollingbourne Tansy";
    const open = new Set(["hollingbourne", "seen"]);
    expect(tells("hollingbourn", name, "seenwithhollingbournetansy", open)).toBe(true);
  });

  it("V3 of a single word always do", () => {
    expect(tells("photog", "Photograph", "photograph")).toBe(true);
  });
});
