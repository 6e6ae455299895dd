// Short and pet forms of given names as they are used in Britain, both directions.
// Each line: the full names, a colon, the forms. A form may serve several names (Ali, Sam, Alex),
// so a form alone never decides who is meant when two people could bear it.
export const NICKNAMES = `
abigail: abi abby abbie gail
aidan: aid
alan allan allen: al
alastair alistair alasdair: al ali alec
albert: bert bertie al albie
alexander: alex al alec sandy sasha xander lex
alexandra alexandria alexandrina: alex lexi lexie sandra sasha ali alix sandy
alfred alfie: alf alfie fred
alice alicia: ali ally lissy
alison: ali allie aly
amanda: mandy manda
amelia: amy millie milly mel
amy: ames
andrew: andy drew andi
angela angelina: angie ange angel
ann anne anna annabel annabelle: annie nan anna ann anne belle bella
anthony antony: tony ant anto
antonia: toni tonia
archibald: archie
arthur: art artie
ashley ashleigh: ash
barbara: barb babs barbie
bartholomew: bart barty
beatrice beatrix: bea bee trixie
benjamin: ben benny benji benjy
bernadette: bernie detta
bernard: bernie
bethany bethan elizabeth: beth
beverley beverly: bev
bradley: brad
brenda: bren
bridget brigid: bridie biddy
bronwen bronwyn: bron
caitlin kaitlyn: cait kat
caleb: cal
callum calum: cal
cameron: cam
carol caroline carolyn: caz carrie caro lyn
cassandra: cass cassie sandra
catherine katherine kathryn catharine katharine: cathy kathy kate katie kat cath kath kitty katy cat kit
cecilia: cissy cece
charles charlie: charlie chas chaz chuck chip
charlotte: charlie lottie lotte char
chelsea: chels
cheryl: chez
christian: chris
christina christine christiana: chris chrissie christie tina chrissy
christopher: chris kit topher
claire clare: claz
clifford: cliff
clive: cliv
colette: col
connor conor: con
constance: connie
craig: craigy
cynthia: cindy
daniel: dan danny dani
danielle: dani danni ellie
darren: daz dazza
david: dave davey davy dai
dawn: dawnie
dean: deano
deborah debra: deb debbie debs
dennis denis: den denny
derek: del
desmond: des
diana diane dianne: di
dominic dominick: dom
donald: don donnie
donna: don
dorothy: dot dottie dolly
douglas: doug dougie
duncan: dunc
dylan: dyl
edmund: ed eddie ned ted
edward: ed eddie ted teddy ned
edwin: ed eddie
eileen: lena
eleanor elinor: ellie nell nellie nora ella ellen
elizabeth elisabeth: liz lizzie beth betty eliza lisa libby bess elsie lily betsy liza bessie
ellen: ellie nell nellie
elliot elliott: ell
emily: em emmie emmy millie
emma: em emmie emms
eric: rick ricky
erin: ez
ernest: ernie
esther: essie hettie
eugene: gene
evelyn: eve evie
fatima fatimah: fati
felicity: fliss flick lissy
finlay finley: fin finn
fiona: fi fee
florence: flo florrie flossie
frances: fran franny frankie fanny
francis: frank frankie
frederick fredrick: fred freddie freddy
freddie freddy: fred
gabriel: gabe
gabriella gabrielle: gabby ella gabi
gareth: gaz garry
gary garry: gaz gazza
gavin: gav
gemma jemma: gem gems
geoffrey jeffrey: geoff jeff
george: georgie
georgina georgia: georgie gina
gerald gerard: gerry jerry ged
gillian jillian: gill jill gilly jilly
gordon: gord gordy
graham graeme: gray
gregory: greg
gwendoline gwendolyn gwenllian: gwen wendy
hannah: han
harold: harry hal
harriet: hattie harry hatty
harrison: harry
harvey: harv
hayley hailey: hay
heather: heth
helen helena: nell nellie lena
henry: harry hal hank
herbert: herb bert bertie
holly hollie: hol
howard: howie
hugh: hughie
imogen: immy imo
imran: immy
ian iain: iggy
isaac: ike zac
isabel isabella isabelle isobel: izzy bella belle issy bel
jack: jackie jacky
jacob: jake jay
jacqueline: jackie jacqui
james: jim jimmy jamie jem jimbo
jamal: jay
janet: jan
jane: janey janie
janice: jan
jason: jay jase
jasmine jasmin yasmin: jas jazz yaz
jayden: jay
jean: jeanie
jennifer jenny: jen jenny jenn jenna
jeremy: jez jerry jem
jeremiah: jerry
jessica: jess jessie
joanne joanna johanna: jo joey joe anna
jodie jody: jo
john: jack johnny jon
jonathan johnathan: jon jonny jonty nathan
jordan: jord jordy
joseph: joe joey jo
josephine: jo josie
joshua: josh
joyce: joy
judith: judy jude
julia julie juliet: jules ju
karen: kaz
kayleigh kayley: kay kayls
keith: keef
kelly: kel kells
kenneth: ken kenny
kerry: kez
kevin: kev
kieran kieron: kier
kimberley kimberly: kim kimmy
kirsten kirsty: kirst
kyle: ky
lauren laura: loz laurie lori
laurence lawrence: larry laurie loz
leah: lee
leanne: lea lee
lee: leeroy
leonard: len lenny leo
leslie lesley: les
lewis louis: lou lew
liam: lee
lillian lilian lily: lil lily lilly
linda lynda: lin lyn lindy
lindsay lindsey: linds
lisa: lise
logan: logie
louise louisa: lou lulu
lucy lucinda: luce lu lulu cindy
luke lucas: lukey
lynette: lyn
madeleine madeline: maddie maddy
magdalena: magda lena
malcolm: malc mal
marcus mark: markie
margaret: maggie meg peg peggy marge margie madge mags greta rita
maria mary marie: mia molly polly mae may
marion marian: mazza
marjorie: marge margie
martha: marti mattie
martin martyn: marty
matilda: tilly tillie mattie
matthew: matt matty mat
maureen: mo
maurice: mo
maxwell maximilian maximus: max
megan: meg megs
melanie: mel
melissa: mel lissa missy
mia: mimi
michael: mike mick mickey mikey micky
michelle michele: shell shelly chelle mitch
mildred: millie
miriam: mim mims
mitchell: mitch
mohammed muhammad mohamed mohammad muhammed: mo moh
molly: mol
morgan: mo
muriel: mu
nadia: nads
nancy: nan
naomi: nay
natalie natalia natasha: nat tash tasha nattie talia
nathan nathaniel: nate nath nat
nicholas nicolas: nick nicky nico
nicola nicole: nicky nikki nic nicki
nigel: nige
noah: no
norman: norm
oliver: ollie olly
olivia: liv livvy livi
oscar: oz ossie
owen: owe
pamela: pam
patricia: pat trish tricia patsy pattie trisha
patrick padraig: pat paddy rick
paul: paulie
paula pauline: polly
penelope: penny pen
peter: pete
philip phillip: phil pip
philippa: pip pippa
phoebe: phoebs
polly: pol
priscilla: cilla
rachel rachael: rach rae
raymond: ray
rebecca rebekah: becky becca bex beccy becs beck
reginald: reg reggie
rhiannon: rhi
richard: rick dick rich richie ricky dickie
robert: rob bob bobby robbie bert robby
roberta: bobbie
roderick: rod roddy
rodney: rod
roger: rog
roland: rolly rollo
ronald: ron ronnie
rosemary rosemarie: rose rosie ro
rose rosa: rosie
roseanne rosanna roxanne: rose roxy
rory: roz
rosalind rosalyn: ros roz
rowena: ro
ruby: rubes
rupert: rupe
russell: russ
ryan: ry
sabrina: bri
sally sarah: sal
samantha: sam sammy sammie
samuel: sam sammy
sandra: sandy sand
sarah sara: sally sadie
scarlett: scar lettie
scott: scotty
sean shaun shane: shauny
sebastian: seb
sharon: shaz shazza
shannon: shan
sheila: shee
shirley: shirl
sidney sydney: sid
simon: si sime
siobhan: shiv
sophia sophie: soph
stacey stacy: stace
stanley: stan
stella: stell
stephanie: steph stevie steffi
stephen steven stefan: steve stevie ste
stuart stewart: stu stew
summer: sum
susan susanna suzanne susannah: sue susie suzie suzy
sylvia: syl
tamara tamsin: tam tammy
tanya: tan
tara: taz
taylor: tay
terence terrance terry: terry tez tel
teresa theresa: terri tess terry tessa
thomas: tom tommy
theodore: theo ted teddy
theodora: thea dora theo
tiffany: tiff
timothy: tim timmy
tobias: toby
tracey tracy: trace
trevor: trev
tristan: tris
tyler: ty
tyrone: ty
valerie: val
vanessa: ness nessa
veronica: ronnie vera
victor: vic
victoria: vicky vicki tori vikki tory vix
vincent: vin vinny vince
violet: vi
virginia: ginny
vivian vivienne: viv
walter: wally walt
wayne: waz
wendy: wend
wilfred: wilf fred
william: will bill billy willie wills liam
winifred: winnie freda
yvonne: von
zachary zachariah: zac zach zack zak
zoe zoey: zo
agnieszka: aga
aleksandra: ola
katarzyna: kasia
malgorzata: gosia
krzysztof: krzys
tomasz: tomek
jakub: kuba
zuzanna: zuza
joanna: asia
khadija: khadi
gurpreet: gurp preet
harpreet: preet harps
sukhvinder sukhdeep: sukhi suky
jaswinder jasvinder: jas jass
abdirahman abdurrahman abdul: abdi
abdullahi abdullah: abdi
adelaide adele: addie ada
adeola adewale adeyemi: ade
adrian adriana: ade adi
agnes: aggie
aloysius: al
anastasia: stacey stasia nastya
andrzej: andrzejek jedrek
aneurin: nye
angharad: hari
anneliese annalise: annie liese
arabella: bella
augustus augustine: gus
benedict: ben
bogdan: bodzio
bronislaw: bronek
cadwaladr: cad
caoimhe: keeva
cerys: cez
chukwuemeka emeka: emeka mex
clementine clementina: clemmie clem
clement: clem
cornelius: neil
damian damien: damo
declan: dec deco deko
delilah: lila
demetrius: demi
dimitri dmitri dmitry: dima mitya
dorothea: dot thea dodo dora
ebenezer: eb
ekaterina yekaterina: katya
eluned: lyn
emmanuel: manny manu
emmeline: emmy emmie em
ephraim: eph
eszter: essie eszti
eugenia eugenie: genie
evangeline: evie eve
filomena philomena: mena phil
fionnuala finola: nuala
fleur: flo
folasade: sade
francesca: fran frankie cheska
francis francesco: frank frankie fran
gethin: geth
godfrey: goff
grzegorz: grzes
gulzar: gul
gwilym: gwil will
gwyneth: gwyn gwen
henrietta: hetty etta
hermione: hermie
hezekiah: hez
hieu: hugh
ifeoma: ify
ignatius: iggy nace
isaiah: izzy zay
isidore: izzy
jadwiga: jadzia
jan janusz: janek
jaroslaw: jarek
jaqueline: jackie
jemima: mima jem
jerome: jerry
josephina: josie
kathleen: kath kathy kate katie kay
kazimierz: kazik
keisha lakeisha: kiki
krystyna: krysia
kwabena: kobby
lachlan: lachie lockie
laetitia letitia: letty tish tisha
lavinia: vinnie vinny
leopold: leo
lorraine: lori
ludwik: lutek
maciej: maciek
maksim maxim maksym: max
mateusz: mati
maddison madison: maddie mads
margarita: rita
maximillian: max
menachem mendel: mendy
mercedes: mercy
michal mikhail: misha misza
mihai mihail: misu
mikolaj: miki
mordechai: motty
moses moshe: mo moishy
mustafa: muzzy
nadezhda: nadia nadya
nathaniel: nattie natty
neville: nev
oluwaseun: seun
oluwatobi oluwatobiloba: tobi
oluwatosin: tosin
oluwadamilola: dami
olumide: mide
olusegun: segun
ottilie: tilly ottie
padraic padraig: podge paudie
parminder parmjit: pam parm
percival: percy
peregrine: perry
persephone: percy sephy
petronella: petra nella
piotr: piotrek
prudence: prue
radoslaw: radek
rajinder rajesh rajiv: raj
remigijus remigiusz: remy remek
rosalie: rosie roz ros rose
rosamund: ros rosie
ryszard: rysiek
sadiq: sid
seamus: shay
shaquille: shaq
shelagh: shell
shirin: shiri
shlomo solomon: sol solly
siegfried: sigi
slawomir: slawek
stanislaw: stan stas staszek
sukhdev sukhjit: sukh
svetlana: sveta lana
tadeusz: tadek
tariq: taz
tatiana tatyana: tanya tania
temitope: temi tope
thaddeus: thad
thomasina: tommie tina
toluwani tolulope: tolu
uchenna: uche
ursula: ursi
valentina: val tina
vasile vasily: vasya
violetta: vi
wilhelmina: mina billie willa
winston: win winnie
wladyslaw: wladek
wojciech: wojtek
xiomara: xio
yaakov jacob: yanky
yehuda: yudi
yitzchak isaac: yitzy
yosef joseph: yossi
zbigniew: zbyszek
zebedee: zeb
zephaniah: zeph
zsofia zsófia: zsofi zsófi
mohammed muhammad mohamed mohammad muhammed: mohammed muhammad mohamed mohammad muhammed
catherine katherine kathryn catharine katharine: catherine katherine kathryn catharine katharine
stephen steven: stephen steven
sean shaun shawn: sean shaun shawn
hussain hussein husain: hussain hussein husain
ahmed ahmad: ahmed ahmad
fatima fatimah: fatima fatimah
aisha ayesha aysha aishah: aisha ayesha aysha aishah
yusuf yousuf yousef yusef: yusuf yousuf yousef yusef
ibrahim ebrahim: ibrahim ebrahim
claire clare: claire clare
sara sarah: sara sarah
philip phillip: philip phillip
geoffrey jeffrey: geoffrey jeffrey
lindsay lindsey: lindsay lindsey
theresa teresa: theresa teresa
siobhan shivaun chevonne: siobhan shivaun chevonne
rebecca rebekah: rebecca rebekah
hannah hanna: hannah hanna
zoe zoey: zoe zoey
jonathan jonathon johnathan: jonathan jonathon johnathan
bryan brian: bryan brian
alan allan allen: alan allan allen
`;
