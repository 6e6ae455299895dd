// Surnames common in Britain that the generated five hundred lack: Irish, Scottish, Welsh,
// South Asian, African, Caribbean, Eastern European, Chinese, Jewish and Middle Eastern.
// Written by hand; a surname absent here is still found by its context.
export const SURNAMES_OTHER = `
abbasi abdallah abdi abdullah abdullahi abebe abiola aboagye abraham abrams achebe adamczyk adebayo
adeleke adesanya adeyemi adjei afolabi afzal agarwal agbaje aguirre agyeman ahern ahmad ahmadi ahmadzai ahmed
ainsworth ainscough aitken ajayi akbar akhtar akinola akram akter alam alexandru alderson ali alonso
altaf alves amadi amin amoah anand andrei angus ansah ansari antoniou anwar appiah archibald armitage arora arshad
arthurs asante ashcroft asher ashfaq ashraf ashworth asif aslam aspinall atherton athwal atkins attard awan
aydin ayodele aziz azam babatunde badger baginski bailes bains bajwa bakare balogun banda bancroft banerjee
bangura bano baranowski bardsley barkat barlow barnaby barraclough barrowclough barzani bashir basra batchelor baxendale
bedford beech begum belcher beresford bhandari bhatia bhatt bhatti bhogal bibi biggs birch birchall birtwistle biswas blackwood blakeley
blanchard blenkinsop boateng boland bolton boothroyd borowski bosworth bowden bowker boyle bracewell bradshaw
braithwaite bramley brannigan breen brennan brierley broadbent broadhurst brogan bromley brophy brotherton buckley
bukhari burgin burnham burrows butterworth buxton byrne caffrey cahill cairns calder callaghan
cameron cannon cantwell capstick carmichael carney carroll carruthers cartwright casey cashman caswell catterall
chadwick chakraborty chan chand chandra chang chatterjee chaudhary chaudhry chauhan cheema cheetham cheng cheung
chikwanha chinwe chisholm chiu cho chohan choudhury chowdhury chukwu cieslak clegg cleary clifford clough
cluskey coates cobb coburn cockburn coetzee cohen colclough colquhoun comerford condon conlon connell connolly connor
conroy conteh conway coogan corcoran cordingley corrigan costa costello costigan coughlan coulson coulthard
cowell coyle crabtree craven crawshaw creasey critchley croft crompton cronin crosby crossley crowley cruickshank cullen
cunliffe cunningham curley curran currie czerwinski d'arcy d'souza da daly danso dar darlington darwish das
davidson davies deakin deane deegan delaney demir dempsey denham dent denton desai desmond devine devlin dhaliwal dhillon dhami diallo dias diaz
dillon diop dlamini dobson docherty doherty dolan donaghue donald donnelly donoghue donovan dooley doran dosanjh douthwaite doyle
drummond drury dube duckworth duffy duggan dugdale duncan dunne dunphy dutta dutton duxbury dwyer eastham eccles
eckersley edmonds egan ekwueme ellison elsayed emmanuel enright entwistle eze fagan fairbairn fairclough fairhurst
faisal fallon farah farooq farrell farrelly farrington fashola feeney fenwick fernandes fernandez fernando ferreira
fielding finch finlay finnegan finnigan firth fitton fitzgerald fitzpatrick flaherty flanagan
flannery fogarty foley fonseca fontaine forde forrester forsyth fothergill fraser furlong gaffney galbraith gallacher
gallagher galloway galvin garcia garside gartside garvey gaskell gavin gebremariam geoghegan georgiou gerrard ghafoor
ghani ghosh ghulam gilani gilchrist gilfoyle gill gilligan gillespie gilmartin gilmour githinji glennon goldberg goldstein gomes gomez
gonzalez goodall gorman gormley gosling grabowski grealish greenhalgh greenwood greenhough grewal grimshaw grzyb gul gunn gupta
gurung gutierrez habib haddad hadley hafeez hagan haider haigh hajdu halliwell hameed hamid hamilton hanif hanlon hannan hannigan haque hardcastle
hargreaves haroon hashimi hashmi hassan hassani hathaway haworth hayat hayward healey healy heaton hegarty henderson hennessy henshaw
hepworth herbert hernandez heslop hesketh hewson hickey higginbotham higgins hindle hinchcliffe hirst hobson hodgkinson hogan
holden holdsworth holroyd holt horan horrocks horsfall hossain houghton howarth huang hulme hurley hussain hussein hutchinson
hutton huxley hyland ibrahim idris ifeanyi iftikhar igwe ilyas imran inglis ingham ionescu iqbal irving isaac isherwood islam ismail ivanov iyer
jaffer jahan jain jalloh jama jamal jamil jankowski janowski javaid javed jawad jha jimenez jobe johal johansen joseph joshi joyce
kabir kaczmarek kadir kalinowski kalsi kamal kamara kaminski kandola kang kapoor karim karimi kariuki kasprzak kassam kaur kavanagh kay kaya kazi keane
kearney keating keegan keenan kehoe kelleher kelly kenny kent kenyon keogh kerr kershaw khalid khaliq khalil khalsa khan khatun khatoon
khatri khodr kiely kiernan kilbride killeen kim kinsella kirkbride kirkham kirwan kitchen klein knowles kobylinski koroma kovac kovacs kowalczyk
kowalski kozlowski krawczyk krol kulkarni kumar kumari kurdi kuznetsov kwarteng kwiatkowski lachowicz laing lal lally lamin lancaster
langan langley lansbury larkin latif lau lavelle lavery lawler leadbeater leahy leary lenihan lennon leong lewandowski lewin li liang liaqat lim lin lindsay
linehan lis liu livesey livingstone lockett lofthouse loftus logan lomas lonsdale lopez loughran lowther luca ludlow lunt luo lynch
lyons macdonald macdougall macgregor macintyre mackay mackenzie mackie mackinnon maclean macleod macmillan macneil macpherson
madden magee maguire mahmood mahmoud mahon mahoney majeed majid mak malik maloney manda mangan mann mansoor marchetti marciniak mariam markovic
marley marlow marsden martinez masih maskell masood masters mathieson matthews mattu maxwell mazur mbeki mcallister mcardle mcateer mcauley
mcbride mccabe mccafferty mccaffrey mccallum mccann mccarthy mccartney mccauley mcclelland mcclure mccluskey mcconnell mccormack mccormick mccourt mccoy
mccracken mccrea mccreadie mccullough mcdaid mcdermott mcdonagh mcdonald mcdonnell mcdougall mcdowell mcelroy mcewan mcfadden mcfarlane mcgarry mcgee mcginley mcginty
mcglynn mcgovern mcgowan mcgrath mcgregor mcgrory mcguigan mcguinness mcguire mchale mchugh mcilroy mcinerney mcintosh mcintyre mckay mckee mckeever mckenna mckenzie
mckeown mckinley mckinney mckinnon mclaren mclaughlin mclean mcleish mclellan mcleod mcloughlin mcmahon mcmanus mcmillan mcmullan mcmullen mcnally mcnamara
mcnamee mcneil mcneill mcnulty mcphee mcpherson mcquaid mcqueen mcshane mcsweeney mctaggart mcveigh mcvey meehan mehmood mehta melia mendes mendoza mensah merritt meszaros metcalfe
mian michalski mickiewicz middlehurst milligan millington mirza mishra mistry mitra mohamed mohammad mohammed mohamud moloney molloy molyneux monaghan montgomery mooney moradi morales moran
moreno moriarty morrissey morrow mortimer moscovitch mottram moyo mughal muhammad mukherjee muldoon mulholland mullan mullen mulligan mullins mulvaney munir munro murad murdoch murray murtagh
musa mustafa mutasa mwale mwangi naeem nagy naidoo nair nandy naqvi naseer nasir nawaz nazir ncube ndlovu neary neeson neville nguyen ni niaz nilsson njoroge nkosi nolan noor noonan
norbury novak nowak nowakowski nunes nuttall nwosu o'boyle o'brien o'callaghan o'carroll o'connell o'connor o'dea o'doherty o'donnell o'donoghue o'donovan o'dowd o'driscoll o'dwyer o'farrell
o'flaherty o'flynn o'gara o'grady o'hagan o'halloran o'hanlon o'hara o'hare o'keefe o'keeffe o'kane o'leary o'loughlin o'mahony o'malley o'mara o'meara o'neil o'neill o'regan o'reilly o'riordan o'rourke
o'shaughnessy o'shea o'sullivan o'toole oakes oakley obi odonkor offiong ogden ogunleye ojo okafor okeke okoro okonkwo okoye oladipo oldfield oliveira olsen omar onyango
openshaw oram ormerod orszulik osei osborne osman owusu oyelaran ozturk padgett pandey parekh park parkes parmar parry parveen patel pathak patil peake pearce pedersen pemberton pendlebury pereira perez
perkins petrov petrova pham phelan phiri pickering pickles pickup pietrzak pilkington pillai pinto piotrowski plant platt plunkett pollard popa popescu popov potts power powers prakash prasad prendergast
prescott priestley prior pritchard proctor proudfoot purcell purohit qadir qasim qureshi quigley quinlan quinn quirke rabbani radcliffe radford radu rafferty rafiq rahim rahman rai raja rajput rajan ramdin
ramirez ramos ramsbottom ramsden ramsey rana randhawa rao rashid rasool rastogi rathbone rauf ravenscroft rawat rawcliffe reddy redfern redmond rees rehman reilly rennie renshaw reyes riaz ridgway rigby riley riordan ritchie
rivera rizvi roche rodrigues rodriguez rooney rosen rosenberg rossi rothwell rourke rowbotham rowbottom rowntree roy ruane rudd ruiz rushton rutkowski rutter ryan sadiq saeed sagoo saha sahota said saini salah saleem saleh salih samuel
sanchez sandhu sangha santos sarkar sarwar sattar savage sawicki scanlon schmidt schofield schwartz scully seddon sehgal sekhon semple sesay seymour shabir shackleton shafi shafiq shah shaheen shahid shahzad shaikh shakespeare shanahan shankland shannon
sharif sharma sharples sheehan sheikh sheridan shergill sherwood shevchenko shields shinwari shrestha shukla siddiqi siddiqui siddique sidhu sikorski silva simm singh singleton sinha skelly slattery sobczak sohal solanki soni sorensen sousa southern
spillane stanisławski starkey steele stefanescu stenhouse stirling stokes strachan stringer stubbs sultana sulaiman suleman summers sunderland sutcliffe suresh swain sweeney sylla symons syed szabo szczepanski szymanski tahir tait talbot tan tariq tate tattersall taylforth tembo teixeira thapa
thistlethwaite thornber thornley thornton threlfall tierney timmins tobin tomasz tomlinson tootill toth tran traore travers trivedi trott tully turay tweddle tyrrell uddin ullah umar unsworth upton usman usmani uzun van vance varga varghese varley vasile vasquez vaughan venkatesh verma victor vincent virk volkov
waddell wadsworth wainwright wakefield walczak waldron walmsley walsh walton wang waqar ward wardle waring warsame waterhouse waterworth weatherall weir whalley wheatley whelan whitaker whitehouse whitlock whittaker whittle whitworth wieczorek wierzbicki wilkinson wilczek wilding winstanley wiśniewski wisniewski
witkowski wojciechowski wolf wolfe wolstenholme wong woodhouse woodruff woolley worrall worthington wozniak wright wu xu yadav yang yaqub yates yildirim yilmaz yip yousaf yousafzai yusuf yusuff zafar zahid zaman zawadzki zhang zhao zheng zhou zhu zielinski zimmerman zulfiqar
`;
