// The people of the case, their register and the lists of texts.
export const people = {
  title: "People",
  intro: "One label for each person, over all documents of the case.",
  add: "Add a person",
  none: "Nobody is in the register yet. Add the family and the professionals, and Candour keeps their labels the same everywhere.",
  noLabel: "no label yet",
  also: "also {{names}}",
  is: {
    parent: "parent of {{name}}",
    partner: "partner of {{name}}",
    sibling: "sibling of {{name}}",
    carer: "carer of {{name}}",
  },
  relation: {
    parent: "is the parent of",
    partner: "is the partner of",
    sibling: "is a sibling of",
    carer: "is the carer of",
  },
  names: "Names, one on each line",
  namesHelp: "The fullest first, then how else they are called: first name, nickname, initials.",
  label: "Label in print",
  labelHelp: "“Child A”, “Mother”, “Social Worker 1”. Never real initials.",
  role: "Part in the case",
  note: "Note",
  kin: "Family",
  kinOf: "Of whom",
  kinAdd: "Add a relation",
  kinRemove: "Take the relation away",
  save: "Keep",
  remove: "Take out of the register",
  stop_one: "One thing stops the export",
  stop_other: "{{count}} things stop the export",
  look_one: "One thing to look at",
  look_other: "{{count}} things to look at",
  pair: {
    same_one:
      "“{{term}}” can be read on page {{page}} of “{{document}}”, but is removed on page {{otherPage}}.",
    same_other:
      "“{{term}}” can be read at {{count}} places of “{{document}}”, first on page {{page}}, but is removed on page {{otherPage}}.",
    other_one:
      "“{{term}}” can be read on page {{page}} of “{{document}}”, but is removed on page {{otherPage}} of “{{other}}”.",
    other_other:
      "“{{term}}” can be read at {{count}} places of “{{document}}”, first on page {{page}}, but is removed on page {{otherPage}} of “{{other}}”.",
    hidden:
      "“{{term}}” can be read in the properties of “{{document}}”, but is removed on page {{otherPage}} of “{{other}}”.",
  },
  lists: "Texts",
  allow: "Always stays",
  allowHelp: "The panel, the authors, the authority by decision: never suggested.",
  deny: "Always suggested",
  denyHelp: "Found with small spelling mistakes too.",
  addText: "Add",
  removeText: "Take “{{text}}” off the list",
};
