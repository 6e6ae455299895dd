// A document with everything that leads about in it: bookmarks, page numbers, links, tags of a heading
// and a table, two pictures, a ring of names, and two pages that are set alike.
import { boxOf, helvetica, LeakDocument, mark } from "../../fixtures/leaks/leak.ts";
import { num } from "../../fixtures/pdf-builder.ts";
import { burntPair } from "./burnt-pair.ts";
import type { BurntPair } from "./burnt-pair.ts";

const [SIZE, PAGE] = [12, 3];
const SECRETS = ["Hollingbourne", "Bartholomew", "Fitzwilliam"] as const;

/** Places of a ring of names, of which the secret ones are burnt. */
const RING = [
  [120, 330],
  [300, 390],
  [480, 330],
] as const;

type Row = readonly [role: string, x: number, y: number, text: string];

const ROWS: readonly Row[] = [
  ["H1", 72, 720, "What the panel heard"],
  ["P", 72, 690, `It was ${SECRETS[0]} who was seen at home that day.`],
  ["P", 72, 660, "The first interview is told on another page."],
  ["P", 72, 640, "The second interview is told on another page."],
  ["TH", 72, 600, "Visit"],
  ["TH", 300, 600, "Outcome"],
  ["TD", 72, 580, "Monday"],
  ["TD", 300, 580, "Nobody came"],
  ...RING.map(([x, y], i): Row => ["P", x, y, SECRETS[i]!]),
];

/** Four quarters of as many dark and light points each, in another order. */
const PICTURES = ["0F0FF0F0", "AA55AA55"] as const;

export async function housePair(mode: "auto" | "sealed" = "auto"): Promise<BurntPair> {
  const document = new LeakDocument();
  const { pdf } = document;
  const ids = Array.from({ length: PAGE }, () => pdf.reserve());
  const root = pdf.reserve();
  const tags: number[] = [];
  const tag = (role: string, parent: number, kids: string): number =>
    pdf.add(`<< /Type /StructElem /S /${role} /P ${parent} 0 R /Pg ${ids[2]!} 0 R /K [${kids}] >>`);
  const table = pdf.reserve();
  const lines = [pdf.reserve(), pdf.reserve()];
  const cells: string[] = [];
  const top: string[] = [];
  ROWS.forEach(([role], i) => {
    if (role !== "TH" && role !== "TD") top.push(`${(tags[i] = tag(role, root, String(i)))} 0 R`);
    else cells.push(`${(tags[i] = tag(role, lines[role === "TH" ? 0 : 1]!, String(i)))} 0 R`);
    if (i === 7) top.push(`${table} 0 R`);
  });
  lines.forEach((id, i) =>
    pdf.set(
      id,
      `<< /Type /StructElem /S /TR /P ${table} 0 R /Pg ${ids[2]!} 0 R /K [${cells.slice(2 * i, 2 * i + 2).join(" ")}] >>`,
    ),
  );
  pdf.set(
    table,
    `<< /Type /StructElem /S /Table /P ${root} 0 R /Pg ${ids[2]!} 0 R /K [${lines.map((id) => `${id} 0 R`).join(" ")}] >>`,
  );
  const index = pdf.add(`<< /Nums [2 [${tags.map((id) => `${id} 0 R`).join(" ")}]] >>`);
  pdf.set(root, `<< /Type /StructTreeRoot /K [${top.join(" ")}] /ParentTree ${index} 0 R >>`);

  const shown = ROWS.map(
    ([role, x, y, text], i) =>
      `/${role} << /MCID ${i} >> BDC BT /F1 ${SIZE} Tf ${x} ${y} Td (${text}) Tj ET EMC`,
  );
  const pictures = PICTURES.map((rows) =>
    pdf.stream(
      "/Type /XObject /Subtype /Image /Width 8 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 1",
      Uint8Array.from(rows.match(/../g)!.map((row) => Number.parseInt(row, 16))),
    ),
  );
  const links = [2, 3].map((row) => {
    const [, x, y, text] = ROWS[row]!;
    const sides = boxOf(x, y, helvetica(text, SIZE)).map(num).join(" ");
    return pdf.add(
      `<< /Type /Annot /Subtype /Link /Rect [${sides}] /Border [0 0 0] /Dest [${ids[row - 2]!} 0 R /Fit] >>`,
    );
  });
  const page = (id: number, content: string, more = "", resources = ""): void => {
    const stream = pdf.stream("", content);
    pdf.set(
      id,
      `<< /Type /Page /Parent ${document.pages} 0 R /MediaBox [0 0 612 792] /Contents ${stream} 0 R /Resources << /Font << /F1 ${document.helvetica} 0 R >> ${resources} >> ${more} >>`,
    );
    document.kids.push(id);
  };
  const told = ["The boy was not hurt by his mother.", "The girl was not hurt by her father."];
  told.forEach((text, i) =>
    page(
      ids[i]!,
      `BT /F1 ${SIZE} Tf 72 720 Td (Notes of an interview) Tj 0 -30 Td (${text}) Tj ET`,
    ),
  );
  page(
    ids[2]!,
    [
      ...shown,
      "1 w 200 345 m 290 385 l S 380 385 m 470 345 l S",
      "q 80 0 0 40 100 200 cm /P1 Do Q",
      "q 80 0 0 40 400 200 cm /P2 Do Q",
      "q .9 g 300 500 60 30 re f Q",
    ].join("\n"),
    `/StructParents 2 /Annots [${links.map((id) => `${id} 0 R`).join(" ")}]`,
    `/XObject << /P1 ${pictures[0]!} 0 R /P2 ${pictures[1]!} 0 R >>`,
  );
  const outline = pdf.reserve();
  const items = ids.map(() => pdf.reserve());
  const titles = ["The boy was heard", "The girl was heard", "What the panel heard"];
  items.forEach((id, i) =>
    pdf.set(
      id,
      `<< /Title (${titles[i]!}) /Parent ${outline} 0 R /Dest [${ids[i]!} 0 R /Fit] ${i > 0 ? `/Prev ${items[i - 1]!} 0 R` : ""} ${i < 2 ? `/Next ${items[i + 1]!} 0 R` : ""} >>`,
    ),
  );
  pdf.set(
    outline,
    `<< /Type /Outlines /First ${items[0]!} 0 R /Last ${items[2]!} 0 R /Count ${items.length} >>`,
  );
  const original = document.finish(
    `/StructTreeRoot ${root} 0 R /MarkInfo << /Marked true >> /Lang (en-GB) /Outlines ${outline} 0 R /PageLabels << /Nums [0 << /S /r >> 1 << /S /D >>] >>`,
  );
  const burnt = [
    { text: SECRETS[0], x: 72 + helvetica("It was ", SIZE), y: 690 },
    ...RING.map(([x, y], i) => ({ text: SECRETS[i]!, x, y })),
  ];
  const labels = ["Child A", "Child A", "Child B", "Child C"];
  const marks = burnt.map(({ text, x, y }, i) =>
    mark(boxOf(x, y, helvetica(text, SIZE)), PAGE, { label: labels[i]! }),
  );
  return burntPair({ original, marks, secrets: [...SECRETS] }, mode);
}
