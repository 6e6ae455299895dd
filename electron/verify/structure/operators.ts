// The operators that an export's pages may use. Everything else (inline images, shadings, text
// clips, compatibility sections, private marks) is a finding. Data only.

const PLAIN = `
q Q cm w J j M d i ri gs
m l c v y h re S s f f* B B* b b* n W W*
BT ET Tz TL Tf Tr Td TD Tm T* Tj TJ ' "
CS cs SC SCN sc scn G g RG rg K k
Do BMC BDC EMC
`;

export const PLAIN_OPERATORS: ReadonlySet<string> = new Set(PLAIN.split(/\s+/).filter(Boolean));
