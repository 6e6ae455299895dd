// Test support: documents that exist twice, with two different secrets in the same places. Whatever
// is burnt out of both under the same labels, the exports must be equal byte for byte (B1). The
// people in them are invented. Not used by the app.
import { StandardFonts, degrees, rgb } from "pdf-lib";
import { LEADING, LEFT, RIGHT, SIZE, TOP, document, paragraph, write } from "./desk.ts";
import type { Desk } from "./desk.ts";

export interface Twin {
  readonly name: string;
  /** Draws the document with this secret. */
  readonly draw: (secret: string) => Promise<Uint8Array>;
  /** Pairs of secrets; every document made with them must come out the same. */
  readonly secrets: readonly string[];
  /** A mark along the page's axes takes neighbours of slanted text with it. */
  readonly slanted?: boolean;
}

export const SECRETS = ["Amy Ng", "Tom Rowe", "Bartholomew Featherstone"] as const;
/** Of one length in lines, so that paragraphs keep their number of lines. */
const SIMILAR = ["Amy Nguyen", "Tom Rowett", "Ivy Larkin"] as const;

const BEFORE =
  "The review panel met four times and read the records of every agency that had known the family in the two years before the child was injured.";
const AFTER =
  "No agency had asked who else lived in the home, and nobody had written down what the child said when seen alone by the nurse.";

function story(secret: string): string {
  return (
    `In the spring the health visitor called on ${secret} three times and found nobody at home; ` +
    `the visits were recorded, and a letter was left. When the nursery asked about ${secret}'s ` +
    `absence the mother said that (${secret}) was staying with an aunt. It was some weeks before ` +
    `anyone compared the two accounts, and by then ${secret}, who was not yet two, had been moved.`
  );
}

function around(desk: Desk, y = TOP): number {
  return paragraph(desk, BEFORE, y, false) - 10;
}

export const TWINS: readonly Twin[] = [
  {
    name: "first, middle and last on its line",
    secrets: SECRETS,
    draw: (secret) =>
      document((desk) => {
        const y = around(desk);
        write(desk, `${secret} was seen at home.`, LEFT, y);
        write(desk, `The nurse saw ${secret} at home.`, LEFT, y - 30);
        write(desk, `Seen at home: ${secret}`, LEFT, y - 60);
        paragraph(desk, AFTER, y - 100, false);
      }),
  },
  {
    name: "twice on a line, beside punctuation",
    secrets: SECRETS,
    draw: (secret) =>
      document((desk) => {
        const y = around(desk);
        write(desk, `Both (${secret}) and "${secret}", as well as ${secret}'s aunt.`, LEFT, y);
        paragraph(desk, AFTER, y - 30, false);
      }, StandardFonts.TimesRoman),
  },
  {
    name: "justified paragraph",
    secrets: SIMILAR,
    draw: (secret) =>
      document((desk) => {
        const y = paragraph(desk, BEFORE, TOP, true) - 10;
        const below = paragraph(desk, story(secret), y, true) - 10;
        paragraph(desk, AFTER, below, true);
      }, StandardFonts.TimesRoman),
  },
  {
    name: "ragged paragraph whose lines break elsewhere",
    secrets: ["Amy Nguyen", "Tom Rowett-Hale"],
    draw: (secret) =>
      document((desk) => {
        const y = around(desk);
        paragraph(desk, story(secret), y, false);
        paragraph(desk, AFTER, y - 8 * LEADING, false);
      }),
  },
  {
    name: "cells of a ruled table",
    secrets: SECRETS,
    draw: (secret) =>
      document((desk) => {
        const y = around(desk);
        const columns = [LEFT, 160, 330, RIGHT];
        const rows = [
          ["Date", "Who", "What happened"],
          ["March", secret, "Seen at the surgery"],
          ["April", "Mother", `Spoke of ${secret} to the nurse`],
        ];
        rows.forEach((cells, r) => {
          cells.forEach((cell, c) => write(desk, cell, columns[c]! + 5, y - r * 20));
        });
        for (let r = 0; r <= rows.length; r++) {
          const at = y + 14 - r * 20;
          desk.page.drawLine({
            start: { x: LEFT, y: at },
            end: { x: RIGHT, y: at },
            thickness: 0.5,
          });
        }
        for (const x of columns) {
          desk.page.drawLine({ start: { x, y: y + 14 }, end: { x, y: y - 46 }, thickness: 0.5 });
        }
        paragraph(desk, AFTER, y - 90, false);
      }),
  },
  {
    name: "shaded cell and a framed box",
    secrets: SECRETS,
    draw: (secret) =>
      document((desk) => {
        const y = around(desk);
        desk.page.drawRectangle({
          x: LEFT,
          y: y - 6,
          width: 250,
          height: 20,
          color: rgb(0.9, 0.9, 1),
        });
        write(desk, `Name: ${secret}`, LEFT + 6, y);
        desk.page.drawRectangle({
          x: LEFT,
          y: y - 46,
          width: 250,
          height: 20,
          borderWidth: 1,
          borderColor: rgb(0, 0, 0),
        });
        write(desk, `Also: ${secret}`, LEFT + 6, y - 40);
        paragraph(desk, AFTER, y - 80, false);
      }),
  },
  {
    name: "centred heading and right-aligned reference",
    secrets: SECRETS,
    draw: (secret) =>
      document((desk) => {
        const title = `Review: ${secret}`;
        const width = desk.bold.widthOfTextAtSize(title, 20);
        write(desk, title, (595 - width) / 2, TOP, desk.bold, 20);
        const y = paragraph(desk, BEFORE, TOP - 40, true) - 20;
        const reference = `Our file: ${secret}`;
        write(desk, reference, RIGHT - desk.font.widthOfTextAtSize(reference, SIZE), y);
        paragraph(desk, `${AFTER} ${BEFORE} ${AFTER} ${BEFORE}`, y - 30, true);
      }),
  },
  {
    name: "underlined and highlighted",
    secrets: SECRETS,
    draw: (secret) =>
      document((desk) => {
        const y = around(desk);
        let x = write(desk, "It was ", LEFT, y);
        let end = write(desk, secret, x, y);
        desk.page.drawRectangle({ x, y: y - 1.5, width: end - x, height: 0.6 });
        x = write(desk, " who told ", end, y);
        const wide = desk.font.widthOfTextAtSize("the nurse", SIZE);
        const yellow = rgb(1, 1, 0.4);
        desk.page.drawRectangle({ x, y: y - 3, width: wide, height: 14, color: yellow });
        end = write(desk, "the nurse", x, y);
        write(desk, " about it.", end, y);
        paragraph(desk, AFTER, y - 30, false);
      }),
  },
  {
    name: "slanted text",
    slanted: true,
    secrets: SECRETS,
    draw: (secret) =>
      document((desk) => {
        around(desk);
        const { page, font } = desk;
        const options = { x: 120, y: 300, font, size: SIZE, rotate: degrees(30) };
        page.drawText(`Draft for ${secret} and others`, options);
      }),
  },
  ...[90, 180, 270].map((turn): Twin => ({
    name: `page turned by ${turn}`,
    secrets: SECRETS,
    draw: (secret) =>
      document((desk) => {
        desk.page.setRotation(degrees(turn));
        desk.page.setCropBox(20, 30, 540, 780);
        const y = around(desk);
        write(desk, `The nurse saw ${secret} at home.`, LEFT, y);
        paragraph(desk, AFTER, y - 30, false);
      }),
  })),
  {
    name: "letters found nowhere else",
    secrets: ["Zoë Quixley", "Jürgen Vwyß", "Anna Lee"],
    draw: (secret) =>
      document((desk) => {
        write(desk, `It is ${secret} that he had in mind.`, LEFT, TOP);
        write(desk, "Nothing more is known.", LEFT, TOP - 30);
      }, StandardFonts.TimesRoman),
  },
];
