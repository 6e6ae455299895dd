// Words at which a named organisation or place is recognised: what stands last ("Oakfield Primary School"),
// and what street or building a name ends in. The names themselves are whatever capitalised words precede.

/** Last words of an organisation, by the kind it is shown as. Several words are joined by a space. */
export const SCHOOL_HEADS = `
primary|infants|juniors|high|grammar|comprehensive|primary school|infant school|infants school|infants|junior school|juniors|secondary school|high school|grammar school|comprehensive school|church school|special school|boarding school|preparatory school|prep school|middle school|first school|nursery school|catholic school|community school|free school|school|academy|academies|college|sixth form college|sixth form|university|nursery|day nursery|nurseries|pre-school|preschool|playgroup|kindergarten|childcare centre|children's centre|pupil referral unit|pru|academy trust|academies trust|multi-academy trust|montessori|girls' school|boys' school|school for girls|school for boys|language school
`;
export const HEALTH_HEADS = `
royal|hospital|general hospital|district hospital|children's hospital|university hospital|university hospitals|royal infirmary|infirmary|maternity hospital|maternity unit|birth centre|hospice|clinic|health clinic|surgery|surgeries|medical practice|medical centre|medical center|health centre|group practice|family practice|walk-in centre|pharmacy|dental practice|dental surgery|nhs trust|nhs foundation trust|foundation trust|ambulance service|ambulance trust|ward|birthing unit|mother and baby unit|psychiatric unit|psychiatric hospital|military hospital|state hospital|practice
`;
export const ORGANISATION_HEADS = `
health board|university health board|advice centre|contact centre|sports centre|day centre|resource centre|music hub|youth project|project|supported lodgings|holiday park|caravan park|caravan site|market|supermarket|garage|takeaway|bakery|factory|farm shop|shop|stores|salon|cab company|taxis|newsagents|depot|library board|education and library board|drainage board|community safety partnership|child protection committee|safeguarding adults board|adult protection committee|public protection unit|crown ct|a&e|council|county council|city council|borough council|district council|metropolitan borough council|borough|partnership|safeguarding partnership|safeguarding children partnership|safeguarding children board|local safeguarding children board|safeguarding board|children's trust|trust|police|constabulary|police service|police station|crown court|county court|family court|magistrates' court|magistrates court|youth court|district court|high court|court|tribunal|prison|hmp|young offender institution|secure children's home|secure training centre|children's home|care home|nursing home|residential home|hostel|refuge|women's aid|foster agency|fostering|fostering agency|housing association|housing|homes|association|society|foundation|charity|church|chapel|mosque|masjid|temple|gurdwara|synagogue|cathedral|parish|centre|community centre|family centre|leisure centre|youth centre|youth club|football club|rugby club|cricket club|boxing club|club|gym|hotel|inn|pub|arms|tavern|restaurant|cafe|café|ltd|limited|plc|llp|inc|gmbh|ag|solicitors|chambers|associates|& co|company|group|services|service|agency|agencies|bank|union|party|federation|institute|commission|committee|department|ministry|directorate|authority|office|barracks|garrison|garrison|regiment|battalion|newspaper|times|gazette|herald|post|guardian|telegraph|echo|argus|mercury|observer|chronicle|evening news
`;
export const STREET_HEADS = `
street|st|road|rd|avenue|ave|lane|ln|close|drive|dr|court|crescent|cres|way|terrace|place|gardens|gdns|grove|hill|square|walk|mews|row|parade|rise|view|green|park|mount|vale|fields|meadow|meadows|gate|wharf|quay|yard|bank|croft|wynd|brae|loan|path|approach|circus|embankment|esplanade|promenade|broadway|boulevard|parkway|bypass|estate|heights|common|end|fold|garth|ginnel|passage|alley|causeway|bridge
`;
export const PLACE_HEADS = `
park|estate|village|town centre|city centre|retail park|shopping centre|precinct|station|railway station|bus station|airport|beach|river|canal|lake|forest|woods|common|heath|moor|valley|island|harbour|pier|house|lodge|hall|tower|towers|court|cottage|farm|flats|mansions|apartments|point
`;

/** Words that, capitalised alone, mean a body known from the text or a general one; never a name by themselves. */
export const GENERIC_HEADS = `
school|hospital|nursery|council|court|police|trust|board|partnership|service|services|department|surgery|practice|clinic|centre|college|university|academy|ward|agency|authority|panel|team|unit|government|parliament|church|home
`;

/** Names that precede a head and make it general: "Primary School", "Children's Services", "Mental Health Trust". */
export const GENERIC_MODIFIERS = `
the|a|an|this|that|his|her|their|its|local|new|old|primary|secondary|junior|infant|infants|nursery|high|special|mainstream|previous|current|former|same|another|any|each|every|one|two|first|second|third|children's|children|child|adult|adults|social|health|mental|public|private|general|family|community|safeguarding|crown|county|magistrates'|magistrates|youth|district|criminal|civil|supreme|appeal|national|regional|emergency|early|help|education|housing|probation|ambulance|police|fire|care|support|welfare|home|young|people's|people|victim|local|authority|acute|nhs|foundation|hospital|school|specialist|independent|serious|case|drug|alcohol|substance|domestic|abuse|violence|midwifery|maternity|paediatric|psychiatric|out|of|hours|front|door|referral|duty|contact|assessment|intake|legal|human|rights|european|court|royal|our|your|my|all|both|most|no|several|many|some|of|for|and|in|at|by|to
`;
