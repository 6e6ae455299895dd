// Words and acronyms that are written with capitals in reviews and identify no one: laws, procedures,
// meetings, plans, national bodies, headings. They keep the residual sweep from crying wolf.
// A word here can still be part of a found name; it only never stands as "unexplained" by itself.

export const ACRONYMS = `
bhsct dvds imca imha isac misper nhsct nihe pbni sbni sehsct swhsct unocini whsct wmas
dp fme mbchb mbbs mrcgp frcgp mrcp frcp mrcpch frcpch mrcpsych frcpsych frcs npqh npqml scphn cqsw dipsw obe mbe cbe qpm phd bsc msc llb pgce qts dch drcog rnmh rscn sgo tsp rha vrn csu prf ogrs ird jii omu vlo mppu
ip ric rui ga ht tm ld vpu rmp fmpo shanarri girfec gcp dte dvi wnb pwits ltfo nnt fmu mbu hvs rach bwv picu
aafda abe anc aob asap csc cscs ddsl epds mw nnu rcpc scbu tbc tc wm ace aces add adhd ae afs ahp aim amhp anpr asc asd asb asbo asset au ba bbc bcu bme bsl cafcass caf cag camhs cas cat cbt cce ccg cctv cds cdop cdr cd ceo ceop cfa cfs cha chc chin cic cid cin cla clas cmht cmhts cnn coo covid cp cpa cpic cpn cpp cps cpvi cqc crb crc cru cse csp cspr csprp cssr ct ctp cv cvs cypmhs cyp da daa dash dass dbs dcfs dcs dcsf ddo dfe dh dhr dhrs dhsc dla dna dnr dob doh dols dpa dsl dss dv dva dvd dvo dvpn dvpo dwp echr ecj ect ed edd eds edt ehc ehcp ehcps ehe eia ehm ems ent epo epr esol eu euc eupd ewo eyfs faq fam fasd fdac ffp fgc fgm fii fip fir fnp foi fs fsw gcse gdpr gmc gp gps hcpc hiv hm hmcts hmic hmicfrs hmip hmo hmp hmpps hmrc hq hr hra hse hv hvs ia iapt icb icbs icd icpc icpcs ico ics icu id idva idvas imr imrs inc iopc ipcc iq iro iros isa isva it itu iva ivf jsa jtai kcsie kpi la lac lados lado lar las lasps lasp lcspr lcsprs lgbt lgbtq lpft lsab lscb lscbs lscp lscps lsp ltd lt maca mappa mapps marac maracs marm mash mat mca mdt mdts mha mhra miu mod moj mot mp mps mri msp nai nct ndn neet ngo nhs nhse nhsei nice nicu nmc nof nopt npcc npsa nqsw nrm nspcc nvq oasys ofsted oic ong ooh osc os ot ots pals pau pc pcc pcso pct pd pdf pep pets phe phb pip plo pm pnd ppd pps ppu pru ptsd puppp qa qc rag rca rcpch rcgp rcn re rip rmn rso rspca rti ru saab sab sabs sar sars sarc scie scr scrs scra sdq sen senco send sendi si sia sids sio slt salt smi smt sop sops sos spoc sro sscb stp sudc sudi sw sws swe tac taf tb tbc tor tv uasc uk ukba un unicef url us usa vaw vawg vat vcs ve wef who ymca yjb yjs yos yot yots
ii iii iv vi vii viii ix xi xii xiii am pm ok ps nb eg ie vs op cit ibid et al no nos fig figs app
uc ppp fy1 fy2 awol bpm bmi fbc crp cxr ecg eeg mri pmh fhx hpc imms nkda svd lscs nvd fob lmp epau ebf ctg prn tds picu hdu sho spr rtc rta vpn vprf ppn ppo fpn nok storm fwin vaap ccj spo osp rosh eosys ndelius hdc rotl pex hlta hod pshe ppg fsm cpoms lsa eal rsl tmo ahb esa ssw atm lpm cgm isw psni hsct ppus saru sarcs isvas mgm mgf pgm pgf nrpf ukvi dvla dvsa bst gmt rsvp faqs pto fao asbi crasbo tpim vcu imei sim abh gbh oapa dpp cica camhsl ppe ukas adcs adass lga nafis cwd cin pfd fnf cypf mhst pmhw edpsych sencos dht slcn odd odd pda hft iep pep cme ehe nqt ect ukhsa phe nihr cpd dslt ccgs mdo hcs hca ssn nhsp gmw cnwl camh mol nmo marf mard murf vist
bp pt rx hx tx dx alp ast ggt hb wbc plt rr spo2 sats gcs avpu perrl biba bibp nad wnl mbu omu idd edd srom lmp tvs usg mdu ecv ctg epo pnc cro ocg nino vrm anpr hort fta nfi tbi ptosis tds qds prn nok nokin gdm pih lft lfts tft fbc crp inr abg vbg cpap niv itu hrt ssri ocd bpd eupd npd cto cpa mhrt hft rmn rgn ssp esa dwp jsa pip dlo hmcts sdo eppo sopo spr mgsb fpo fmpo nro ttro cpn obo tbh imo irl btw omg idk tbf rn ngl
`;

/** Not names though not in the ordinary list, or only in capitals. */
export const NOT_NAMES = `
january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
christmas easter boxing ramadan eid diwali halloween lent whitsun michaelmas advent passover yom kippur hanukkah
act acts article articles section sections schedule regulation regulations convention protocol directive code rules order orders chapter appendix annex annexe table figure page paragraph part volume issue version draft
munro laming lord wood bichard climbié working together keeping safe education signs safety thematic framework triennial review reviews marac mash prevent channel
england wales scotland britain ireland europe european kingdom united northern great western
insta snap facebook whatsapp snapchat instagram tiktok youtube twitter google skype zoom teams microsoft excel word email internet xbox playstation netflix messenger facetime gmail hotmail outlook uber amazon ebay paypal onlyfans kik discord omegle tinder grindr mumsnet liquidlogic mosaic systmone emis rio niche sharepoint
ofsted cafcass barnardo's barnardos nspcc childline samaritans refuge relate mencap mind shelter relate homestart home-start sure-start women's aid scope respect
calpol paracetamol ibuprofen valium xanax methadone naloxone cannabis cocaine ketamine spice
latin roman arabic english
mr mrs ms miss dr prof sir
internet wi-fi wifi
strat strats tmrw tmw 2moro
`;
