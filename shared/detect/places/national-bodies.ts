// Bodies that the whole country has once: they stand in every review and lead to no street. A local branch
// ("Lambeth Women's Aid", "the Home Office at Lunar House") is told by what stands beside the name and is not
// meant here. It says only whether a name is such a body's; what follows from that is decided elsewhere.

const NATIONAL = [
  "nspcc", "rspca", "childline", "cafcass(?: cymru)?", "ofsted", "estyn", "cqc", "cps", "iopc", "nhs", "hmicfrs",
  "facebook", "instagram", "snapchat", "whatsapp", "tiktok", "youtube", "google", "crimestoppers", "samaritans", "acas", "dwp", "hmrc", "dvla", "ukvi", "nice", "gmc", "nmc", "hcpc", "ceop",
  "home office", "foreign (?:and|&) commonwealth office", "foreign office", "cabinet office",
  "crown prosecution service", "crown office(?: and procurator fiscal service)?", "care quality commission",
  "royal college of [a-z, ]+(?:and [a-z ]+)?", "college of policing", "college of social work",
  "general medical council", "nursing (?:and|&) midwifery council", "health (?:and|&) care professions council",
  "social work england", "social care wales", "care inspectorate(?: wales)?", "healthcare improvement scotland",
  "health (?:and|&) safety executive", "national (?:probation service|crime agency|police chiefs'? council|offender management service|institute [a-z ]+|audit office|referral mechanism)",
  "independent (?:office for police conduct|police complaints commission)", "legal aid agency",
  "(?:his|her) majesty['’]s (?:inspectorate [a-z ]+|courts and tribunals service|prison service|government|coroner service)",
  "nhs (?:england|wales|scotland|digital|improvement)", "public health (?:england|wales|scotland)",
  "welsh government", "scottish government", "northern ireland (?:assembly|executive|office)",
  "information commissioner['’]s office", "children['’]s commissioner(?: for [a-z]+)?",
  "disclosure (?:and|&) barring service", "child safeguarding practice review panel", "lullaby trust",
  "suzy lamplugh trust", "ann craft trust", "lucy faithfull foundation", "internet watch foundation", "safelives",
  "advocacy after fatal domestic abuse", "aafda", "nwg network", "marie collins foundation", "kidscape", "karma nirvana",
  "women['’]s aid federation(?: of england)?", "welsh women['’]s aid", "scottish women['’]s aid", "alzheimer['’]s society",
  "women['’]s aid", "barnardo(?:['’]s)?", "coram(?: voice)?", "silver line", "children 1st", "young ?minds", "operation encompass",
  "national autistic society", "social care institute for excellence", "scie", "research in practice", "local government association",
  "department (?:for|of) (?:education|health|transport|justice|communities|work and pensions|health and social care|the economy|infrastructure|agriculture, environment and rural affairs)",
  "department for education and skills", "ministry of (?:justice|defence|housing, communities and local government)",
  "hm (?:treasury|government|prison and probation service|courts (?:and|&) tribunals service)", "hmpps", "hmcts", "dfe", "dhsc", "ons",
  "office for national statistics", "national child mortality database", "ncmd", "ncish", "leder", "vkpp", "lfpse", "iicsa", "mbrrace(?:-uk)?",
  "national confidential (?:inquiry|enquiry) [a-z, ]+", "vulnerability knowledge and practice programme", "law commission",
  "regulation (?:and|&) quality improvement authority", "rqia", "safeguarding board for northern ireland", "sbni",
  "mental welfare commission(?: for scotland)?", "healthcare inspectorate wales", "public services ombudsman for wales",
  "parliamentary (?:and|&) health service ombudsman", "local government (?:and|&) social care ombudsman",
  "resuscitation council(?: uk)?", "british association of social workers", "basw", "unicef", "world health organi[sz]ation",
  "criminal injuries compensation authority", "parole board", "youth justice board", "association of chief police officers",
].join("|"); // prettier-ignore
const IS_NATIONAL = new RegExp(`^(?:the )?(?:${NATIONAL})(?:['’]s?)?$`, "i");

const LONGEST = 90;

export const isNationalBody = (name: string): boolean =>
  name.length <= LONGEST && IS_NATIONAL.test(name.trim().replace(/\s+/g, " "));
