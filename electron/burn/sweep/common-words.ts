// Words that point to no one on their own although documents write them with a capital letter:
// they are swept as part of a burnt phrase, never alone. Folded: lower case, no accents.

const WORDS = `
for but nor yet not its his him her she our ours you your who whom whose how why all any few own too
can are was were has had did got get let put say said see saw come came day days age old one two six
ten via per off out now sir mrs miss rev hon prof dame lord lady aged
jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur fri sat sun
the and that this with from have been were they their there then than them these those which
while when where what will would could should shall might must upon into onto over under after
before between within without about above below during since until because although though
however therefore also only each every other another both either neither such same very more most
much many some none nothing something anyone someone everyone here again once twice always never
often sometimes soon later earlier today tomorrow yesterday
monday tuesday wednesday thursday friday saturday sunday january february march april june july
august september october november december spring summer autumn winter week month year years
months weeks days date time morning afternoon evening night weekend christmas easter
child children mother father parent parents brother sister sibling siblings grandmother
grandfather grandparent grandparents aunt uncle cousin family partner husband wife daughter baby
infant girl boys girls boy young people person persons adult adults male female woman women
maternal paternal step foster carer carers guardian relative relatives friend friends neighbour
social worker workers officer officers police constable sergeant inspector detective nurse nurses
health visitor visitors midwife doctor consultant paediatrician teacher teachers headteacher head
manager managers senior practitioner practitioners professional professionals chair author
coordinator counsellor psychologist psychiatrist solicitor judge magistrate probation youth
school schools primary secondary academy college nursery university hospital hospitals surgery
clinic centre center practice ward unit team teams service services trust council county borough
city town village district authority authorities local national board partnership committee court
courts department office house home homes street road avenue lane close drive court crescent
place gardens grove terrace square park hill green view court station church hall flat room north
south east west upper lower great little new old saint england wales scotland ireland britain
london english british welsh scottish irish kingdom united
review reviews report reports case cases serious practice learning lessons safeguarding summary
executive overview chapter section appendix annex table figure page introduction background
conclusion conclusions findings finding recommendation recommendations action actions plan plans
chronology timeline genogram meeting meetings conference assessment assessments referral
referrals visit visits strategy protection need needs care support order orders plan record
records file files note notes minutes letter letters email telephone phone call mobile number
reference contact address postcode name names named known signed dated title version draft final
published publication redacted removed detail details information data document documents
domestic abuse violence neglect harm injury injuries death died birth born mental alcohol drug
drugs substance misuse risk risks concern concerns allegation allegations incident incidents
education housing benefit welfare community public private general special early help first
second third fourth fifth last next previous following current former same different
university true false good best better high higher medium large small long short
will grace mark bath hope faith rose lily daisy summer dawn frank grant june may april rich pat
`;

export const COMMON_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/u).filter(Boolean));
