// Words that reviews, minutes and laws write with capitals although they name nobody: plans, acts,
// posts, services and the headings of forms. Lower case.

const WORDS = `
abuse accident accommodation acute adolescent adoption advice advocate agency agenda agreement
ambulance annual antenatal appeal application appointment approved area assault assembly assistance
attendance authority bail behaviour birth body bond branch brief brook cafcass camhs campaign capacity
cardiac carer carers case centre certificate chair chairman charity chief children choice chronology
civil clerk clinical code commission commissioner commissioning committee common community
complaint complex compliance concern conduct confidential consent constabulary contact continuing
contract control convention cooperation core coroner corporate counsel counselling counsellor county
court creation crime criminal crisis crown current custody data day death decision defence delivery
dental department development direct director directorate disability discharge disclosure discussion
district division domestic draft drug duty economic effective eligibility emergency employment
enforcement engagement enquiry equality escalation ethnic europe european evaluation evening evidence
exclusion executive exploitation face faculty federal final finance first form forum foster framework
freedom front full functional fund further gateway general government governor grant group guardian
guidance guide harm health healthy hearing help helpline higher historical home homicide housing
human immediate impact incident inclusion income independence index infant information initial
initiative inquest inquiry inspection inspectorate institute integrated intelligence intensive
intensity interagency interest interim internal international intervention investigation involved
joint judicial justice juvenile key labour language learning leave legal legislation level liaison
library licence life listening literacy local log looked low magistrates maintenance major making
mandatory maternity means medical medicine mental mentor merit metropolitan ministry missing model
money monitoring morning multi narrative national neglect neonatal network night non notice
notification notifications office official online operational opportunity option oral order orders
outcome outcomes outreach overview paediatric pack page paper parent parental parenting parents part
partner partners passport pastoral path pathway patient peer people performance permanency permanence
personal physical placement planning point policy portal positive post postnatal practice
practitioner pre pregnancy premises prevention preventing primary principal principle principles prison private probation
procedure procedures process profile programme progress project promotion proposal prosecution
protection protective protocol provider provision psychiatric psychiatry psychology public punishment pupil
purpose quality question questions radiology rapid reception recommendation recommendations record
records recovery reducing referral referrals refuge region regional register registered registrar
registration regulation regulations rehabilitation relationship release remand representative request
research resettlement residential resource resources response responsible rest rights risk route
routine royal rules safe safeguarding safer safety scale schedule scheme scrutiny second secretary
section sector security select sentence separation serious sex sexual shared sharing short signs
single site situation social society special specialist specific speech stage standard standards state
statutory step strategic strategy street strengthening strengths stronger student sub subject
subsection substance summary super supervised supervision supervisor support supreme surgeon surgery
surveillance survey suspected system systems table targeted task teaching technical tenancy term terms
theme therapist therapy threshold thriving together tool toolkit toxicology training transfer
transition transport treatment tribunal troubled unborn understanding unexpected union unit universal
urgent use value victim violence violent visit visiting voice voluntary volunteer vulnerable walk
wellbeing welfare wellness witness women work working workshop young youth
`;

const TRADE: ReadonlySet<string> = new Set(WORDS.split(/\s+/u).filter(Boolean));

export const isOfTheTrade = (word: string): boolean =>
  TRADE.has(word) || (word.endsWith("s") && TRADE.has(word.slice(0, -1)));
