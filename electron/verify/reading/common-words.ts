// Words too common to name anyone. A mark that happens to cover one of them must not make a right
// export fail because the word stands in a heading or a title as well. Data only.

const WORDS = `
a an the and or but nor so yet if then than that this these those there here it its he him his she
her hers they them their theirs we us our ours you your yours i me my mine who whom whose which what
when where why how all any both each few more most much many other others some such no not only own
same too very can could may might must shall should will would be am is are was were been being have
has had having do does did done doing go goes went gone get gets got make makes made say says said
see sees saw seen take takes took taken come comes came know knows knew known give gives gave given
of at by for with about against between into through during before after above below to from up down
in out on off over under again further once as until while because since per via upon within without
also ever never always often still just even now today day days week weeks month months year years
time times first second third last next new old good great small large long short high low one two
three four five six seven eight nine ten hundred
january february march april may june july august september october november december jan feb mar apr
jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed
thu fri sat sun
mr mrs ms miss dr sir madam prof mother father parent parents mum dad mummy daddy child children baby
boy girl son daughter brother sister sibling siblings partner husband wife family uncle aunt cousin
grandmother grandfather grandparent person people man woman men women adult adults
social worker workers health visitor police officer doctor nurse teacher school nursery hospital
review report case serious page section chapter part appendix table figure list number date name
contents introduction summary executive overview background chronology analysis findings finding
conclusion conclusions recommendation recommendations lessons learning local authority council
safeguarding partnership board service services care team meeting conference plan assessment
academy college university surgery clinic centre ward unit office department court courts judge
solicitor midwife consultant headteacher manager head chair author panel sergeant constable
inspector detective practitioner practitioners professional professionals carer carers guardian
infant male female friend friends neighbour relative relatives foster maternal paternal probation
assessments referral referrals visit visits strategy protection need needs support order orders
record records file files note notes minutes letter letters email telephone phone call mobile
reference contact address postcode title version draft final published publication redacted removed
domestic abuse violence neglect harm injury death died birth born mental alcohol drug drugs risk
risks concern concerns incident incidents education housing public private general special early
help previous following current former same different morning afternoon evening night weekend
spring summer autumn winter christmas easter today tomorrow yesterday district borough national
committee timeline genogram annex chapter british english welsh scottish irish
home house homes crescent village authority authorities street road lane avenue close drive way town city county north south east west england
wales scotland london united kingdom
onto although though however therefore another every either neither none nothing something anyone
someone everyone twice sometimes soon later earlier grandparents boys girls persons step officers
nurses visitors paediatrician teachers managers senior coordinator counsellor psychologist
psychiatrist magistrate youth schools primary secondary hospitals center practice teams trust reviews
reports cases action actions plans meetings names named signed dated detail details information data
document documents injuries substance misuse allegation allegations benefit welfare community fourth
fifth true false best better higher medium flat room upper
`;

export const COMMON_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));
