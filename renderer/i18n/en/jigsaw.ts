// The jigsaw: what points to somebody only together, and the questions people answer about it.
export const jigsaw = {
  title: "Jigsaw",
  intro:
    "None of these facts names anybody. Three kinds of them about one person may: an area, an age and a job once identified a family.",
  none: "Nothing of the kind was found in these documents yet.",
  case: "The case as a whole",
  amber_one: "One person may be singled out",
  amber_other: "{{count}} may be singled out",
  clear_one: "Fewer than three kinds stay: {{count}} person",
  clear_other: "Fewer than three kinds stay: {{count}} people",
  kinds_one: "{{count}} kind stays: {{kinds}}",
  kinds_other: "{{count}} kinds stay: {{kinds}}",
  rest_one: "{{count}} person of whom nothing stays so far",
  rest_other: "{{count}} people of whom nothing stays so far",
  notDecided_one: "{{count}} fact not decided yet",
  notDecided_other: "{{count}} facts not decided yet",
  kept: "Stays readable",
  open: "Not decided yet",
  more_one: "and {{count}} more",
  more_other: "and {{count}} more",
  intruder: "Would somebody who wants to know find out?",
  intruderHelp:
    "Think of a neighbour, a journalist, a school friend with a search engine and an evening.",
  left_one: "{{count}} question waits.",
  left_other: "{{count}} questions wait.",
  answer: { safe: "No", risk: "Perhaps", open: "Look into it" },
};
