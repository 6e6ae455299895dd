import { describe, expect, it } from "vitest";
import { detect } from "../detect.ts";
import type { PersonId } from "../../model/ids.ts";
import type { Finding } from "../model.ts";
import { findingsOf } from "../testing.ts";

/** People found in documents read together, each as the list of their places, in order of first mention. */
function groups(...texts: string[]): string[][] {
  const found = detect(
    texts.map((text, i) => ({ id: `d${i}`, name: `d${i}`, pages: [{ page: 1, text }] })),
  );
  const byGroup = new Map<string, string[]>();
  for (const f of [...found.values()].flat().filter((one) => one.category === "person"))
    byGroup.set(f.group, [...(byGroup.get(f.group) ?? []), f.text.replace(/\s+/g, " ")]);
  return [...byGroup.values()];
}
const of = (name: string, all: readonly string[][]): string[] | undefined =>
  all.find((places) => places.includes(name));
const person = (text: string, place: string): Finding =>
  detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }])
    .get("d")!
    .find((f) => f.category === "person" && f.text === place)!;

describe("one person in many spellings", () => {
  it("ties initials in capitals to whose they are, over documents", () => {
    const all = groups(
      "Sarah Jones was seen. SJ said she was tired.",
      "SJ attended the clinic. Sarah was late.",
    );
    expect(all).toEqual([["Sarah Jones", "SJ", "SJ", "Sarah"]]);
  });
  it("ties letters with a hyphen, and those of an initial before what would be a town", () => {
    expect(of("Orla Venn-Drake", groups("Orla Venn-Drake (OV-D), Chair. OV-D rang."))).toEqual([
      "Orla Venn-Drake",
      "OV-D",
      "OV-D",
    ]);
    expect(groups("Present: T. Featherstone, Legal.\nTF to advise.")).toEqual([
      ["T. Featherstone", "TF"],
    ]);
  });
  it("a letter with a full stop, where something is told of whom it stands for", () => {
    expect(groups("Tiernan Venn came. T. seen by the nurse, said nothing. K. came.")).toEqual([
      ["Tiernan Venn", "T"],
      ["K"],
    ]);
  });
  it("ties the name of a marriage, a maiden name with small words and a name between two", () => {
    expect(of("Pauline Venn", groups("Pauline Venn (now Ogden) rang. Mrs Ogden left."))).toEqual([
      "Pauline Venn",
      "Ogden",
      "Mrs Ogden",
    ]);
    const married = "Jade Hartlow came. Jade has since married and is now Mrs Jade Venn. Mrs Venn left."; // prettier-ignore
    expect(groups(married)).toEqual([["Jade Hartlow", "Jade", "Mrs Jade Venn", "Mrs Venn"]]);
    const maiden = "Mrs Dorothea Summers (née van der Velde) came. Ms van der Velde rang.";
    expect(groups(maiden)).toEqual([["Mrs Dorothea Summers", "van der Velde", "Ms van der Velde"]]);
    const between = 'Mr Krzysztof "Chris" Hartlow rang. Chris left. Mr Hartlow wrote.';
    expect(groups(between)).toEqual([['Mr Krzysztof "Chris" Hartlow', "Chris", "Mr Hartlow"]]);
  });
  it("ties a woman's and a family's form of a Polish name, never a man to a woman", () => {
    expect(groups("Kasia Lewandowska came. Ms Lewandowski left.")).toEqual([
      ["Kasia Lewandowska", "Ms Lewandowski"],
    ]);
    expect(groups("Kasia Lewandowska came. Mr Lewandowski left.")).toHaveLength(2);
    const both = "Kasia Lewandowska came with Jan Lewandowski. Ms Lewandowska left.";
    expect(of("Kasia Lewandowska", groups(both))).toEqual(["Kasia Lewandowska", "Ms Lewandowska"]);
  });
  it("ties spellings that sound alike", () => {
    expect(groups("Leyla Hartlow came. Leila left.")).toEqual([["Leyla Hartlow", "Leila"]]);
    expect(groups("Yusuf Hartlow came. Yusaf left.")).toEqual([["Yusuf Hartlow", "Yusaf"]]);
    expect(groups("Zachary Hartlow came. Zak left.")).toEqual([["Zachary Hartlow", "Zak"]]);
    expect(groups("Freddie Hartlow came. Fred left.")).toEqual([["Freddie Hartlow", "Fred"]]);
    expect(groups("Natasha Hartlow came. Tash left.")).toEqual([["Natasha Hartlow", "Tash"]]);
  });
  it("says so where initials fit two people", () => {
    const text = "Simon James and Sarah James came. SJ rang.";
    expect(person(text, "SJ").why).toContain("could also mean");
  });
  it("reads surnames first, with a comma or without", () => {
    const all = groups("JONES, Sarah\nJones Sarah\n", "Sarah Jones attended.");
    expect(all).toEqual([["JONES, Sarah", "Jones Sarah", "Sarah Jones"]]);
  });
  it("keeps a double given name and an Irish prefix whole, however they are typed", () => {
    const all = groups(
      "Sarah-Jane Whitlock came. Sarah Jane rang. Niamh O'Sullivan spoke. Ms O Sullivan left.",
    );
    expect(of("Sarah-Jane Whitlock", all)).toEqual(["Sarah-Jane Whitlock", "Sarah Jane"]);
    expect(of("Niamh O'Sullivan", all)).toEqual(["Niamh O'Sullivan", "Ms O Sullivan"]);
  });
  it("joins a surname broken by a hyphen at a line's end, and gives back the offsets of the page", () => {
    const text = "Kelly Whitlock came. Then Mr Whit-\nlock rang, twenty-\nfive minutes late.";
    const broken = person(text, "Mr Whit-\nlock");
    expect(text.slice(broken.start, broken.end)).toBe("Mr Whit-\nlock");
  });
  it("reads names without their accents", () => {
    expect(groups("Zoë Black came. Zoe said no.")).toEqual([["Zoë Black", "Zoe"]]);
  });
  it("takes no verb for a surname in a page of capitals", () => {
    const all = groups(
      "SARAH JONES WAS SEEN. MS JONES SAID THAT TYLER JONES WAS ILL. TYLER CRIED ALL NIGHT.",
    );
    expect(of("SARAH JONES", all)).toEqual(["SARAH JONES", "MS JONES"]);
    expect(of("TYLER JONES", all)).toEqual(["TYLER JONES", "TYLER"]);
  });
  it("knows a nickname between the names, and spellings that sound alike", () => {
    const all = groups(
      'Ryan "Smiler" Boyle was held. Smiler said nothing. Mohammed Rahman came. Muhammad left.',
    );
    expect(of('Ryan "Smiler" Boyle', all)).toEqual(['Ryan "Smiler" Boyle', "Smiler"]);
    expect(groups('LEROY "BISCUIT" DACRES RAN.')).toEqual([['LEROY "BISCUIT" DACRES']]);
    expect(of("Mohammed Rahman", all)).toEqual(["Mohammed Rahman", "Muhammad"]);
  });
  it("follows a mother through her surnames, though a former one stands pages before", () => {
    const all = groups(
      "Tanya Oakes was known in 2001.",
      "Tanya Reed (formerly Tanya Marsh, née Oakes) came. Ms Marsh rang. Ms Reed left.",
      "Donna Price, later Donna Kemp following her marriage, moved. Mrs Kemp was not told.",
    );
    expect(of("Tanya Reed", all)).toContain("Tanya Oakes");
    expect(of("Tanya Reed", all)).toContain("Ms Marsh");
    expect(of("Donna Price", all)).toContain("Mrs Kemp");
  });
  it("knows a family by its name", () => {
    const text = "Sarah Jones met Daniel Jones. The Joneses argued.";
    expect(person(text, "Joneses").why).toContain("could also mean");
  });
});

describe("names that are everybody's", () => {
  it("leaves a law by its name, though somebody of the case bears it", () => {
    const all = groups("Sarah Jones rang. Sarah's mother applied under Sarah's Law. Sarah left.");
    expect(of("Sarah Jones", all)).toEqual(["Sarah Jones", "Sarah", "Sarah"]);
  });
});

describe("kin without a name", () => {
  const why = (text: string, kin: string): string | undefined =>
    detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }])
      .get("d")!
      .findLast((f) => f.text === kin)?.why;
  it("points at the one whom the case calls so, and at nobody where two are", () => {
    const one = "His maternal grandmother, Dora Finch, helps. The maternal grandmother rang.";
    expect(why(one, "maternal grandmother")).toContain("the text calls Dora Finch so");
    const two = "His aunt, Dora Finch, helps. His aunt, Amy Roe, does not. The aunt rang.";
    expect(why(two, "aunt")).not.toContain("the text calls");
  });
});

describe("two people with names alike", () => {
  it("keeps sisters apart whose names are one letter off", () => {
    const all = groups("Marie Dunn and Maria Dunn are sisters. Marie rang. Maria left.");
    expect(of("Marie Dunn", all)).toEqual(["Marie Dunn", "Marie"]);
    expect(of("Maria Dunn", all)).toEqual(["Maria Dunn", "Maria"]);
  });
  it("keeps a newborn apart from the mother, and knows one by a given name", () => {
    const all = groups("Baby Jones was born to Sarah Jones. Baby Jones is well. Sarah rests.");
    expect(of("Baby Jones", all)).toEqual(["Baby Jones", "Baby Jones"]);
    expect(groups("The baby Bernadette Connors slept.")).toEqual([["baby Bernadette Connors"]]);
    const named = groups("Baby Theodore was born to Amy Finch. Theodore Finch weighed 3 kg.");
    expect(of("Baby Theodore", named)).toEqual(["Baby Theodore", "Theodore Finch"]);
    expect(person("Baby Theodore was born to Amy Finch.", "Baby Theodore").label).toMatch(/^Child/);
  });
  it("keeps a doctor apart from a neighbour of the same surname", () => {
    const all = groups("Dr Amina Khan wrote. Dr Khan rang. Mrs Khan, the neighbour, came.");
    expect(of("Dr Khan", all)).toEqual(["Dr Amina Khan", "Dr Khan"]);
    expect(of("Mrs Khan", all)).toEqual(["Mrs Khan"]);
  });
  it("keeps father and son apart by senior and junior", () => {
    const all = groups("John Doyle Snr and John Doyle Jnr came. John Doyle senior rang.");
    expect(of("John Doyle Snr", all)).toEqual(["John Doyle Snr", "John Doyle senior"]);
    expect(of("John Doyle Jnr", all)).toEqual(["John Doyle Jnr"]);
    const text = "John Doyle Snr and John Doyle Jnr came. John rang.";
    expect(person(text, "John").why).toContain("could also mean");
  });
  it("takes a grown-up's title for a grown-up's, where the others of that name are children", () => {
    const family =
      "The father, Darren Whitlock, came. Caleb Whitlock, aged 3, and his brother Noah Whitlock slept. ";
    const of = (text: string) => person(family + text, "Mr Whitlock");
    expect(of("Then Mr Whitlock shouted.").groupName).toBe("Darren Whitlock");
    expect(of("Then Mr Whitlock shouted.").why).not.toContain("could also mean");
    expect(of("Noah Whitlock cried. Mr Whitlock shouted.").label).toBe("Father");
    const men = "Paul Hale and his son, John Hale, came. Mr Hale spoke.";
    expect(person(men, "Mr Hale").why).toContain("could also mean");
    const grown =
      "Caleb Finch, aged 3, slept. His brother, Mr Ian Finch, met Joe Finch. Mr Finch left.";
    expect(person(grown, "Mr Finch").why).toContain("could also mean");
  });
  it("takes a man's name for a man's and a surname part for its bearer", () => {
    const all = groups("Freya Skelton-Hughes was seen. Ms Hughes rang. Mr Skelton said no.");
    expect(of("Freya Skelton-Hughes", all)).toEqual(["Freya Skelton-Hughes", "Ms Hughes"]);
    expect(of("Mr Skelton", all)).toEqual(["Mr Skelton"]);
  });
  it("somebody kept with an initial for a surname is whoever bears the name in full", () => {
    const text = "Rowan T told the school. Rowan Tindale moved. Rowan was tired.";
    for (const names of [["Rowan T"], ["Rowan T", "Rowan Tindale"]]) {
      const options = { known: [{ id: "p1" as PersonId, names, label: "Father" }] };
      const found = findingsOf(text, options);
      expect(found.map((f) => [f.text, f.label])).toEqual([
        ["Rowan T", "Father"],
        ["Rowan Tindale", "Father"],
        ["Rowan", "Father"],
      ]);
      expect(found.some((f) => f.why.includes("could also mean"))).toBe(false);
      const others = findingsOf(`${text} Rowan Tull left. Rowan Marsh came.`, options);
      for (const other of ["Rowan Tull", "Rowan Marsh"])
        expect(others.find((f) => f.text === other)!.label).not.toBe("Father");
    }
    // The name in full heads the person.
    expect(findingsOf(text).find((f) => f.text === "Rowan T")!.groupName).toBe("Rowan Tindale");
  });
});
