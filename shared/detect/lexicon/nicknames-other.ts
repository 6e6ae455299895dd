// More short forms, in the shape of nicknames.ts: newer given names, and those of families from elsewhere.
export const NICKNAMES_OTHER = `
abdulrahman abdulaziz abdulkarim: abz abdi
adebayo adebola adedayo: ade bayo
ahmed ahmad: ahm
aisha ayesha aishah: aish ish
alannah alana: lana
aleksander aleksandr: olek sasha
alesha alisha aleesha: lesh
alfonso alphonso: fonzie
amir ameer: ams
anaya anayah: naya
aniya aniyah: niya
anastazja: nastka
annabella annabelle: annie bella
aryan aaryan: ary
ayaan ayan: ayz
aurora: rory
ava avah: avie
bartosz bartlomiej: bartek
bilal: bils
caden kayden: cade kade
cairo: cai
carmel carmella: carm
chanel chanelle chantelle chantal: chan chanie
chiamaka: amaka chi
chidinma chidiebere chidi chidera chidozie: chidi chidz chi
chinedu: nedu
chinonso: nonso
dafydd: dai daf
damilola: dami
darius: daz
demi-leigh demi: dems
denise denice: dee den
deirdre delia: dee
destiny: dest
donovan: don donny
ebony: ebs
eimear eimhear: ime
elisha: lish
eliana: elly
ellie-mae ellie: els
emilie emelie emilia: em ems emmy millie
farhan farhana: faz
farooq faruk: faz
florin florina: flo
gintaras: gintas
giorgios georgios: george
hamza: hamz
haroon harun: haz
hussain hussein hussien: hus
ibrahim ebrahim: ibby ibs ibz
iesha: ish
ifeanyi: ify
ilyas elyas: ily
inderjit inderpal: indy
isla: izzy
ismail ismael: izzy ish
jaden jaydon jaiden jaydn: jay
jahmal jamaal: jay
jermaine: jay jerm
jorja: jorj
kacper: kacperek
kaiden kayden: kai
karolina: karola
khadijah: khadi dija
kwame: kwam
leighton: leigh
leighanne leigh-anne: leigh
lewys: lew
lexi-mae alexis: lex lexi
llewelyn llewellyn: llew lyn
lucja lucyna: lucy
mabli mabel: mabs mabbie
macauley macaulay: mac
magdalena: magdalene magdalen
magdalena magdalene magdalen: magda lena madzia
maisie maisy: mais
malachi: mal kai
marcin marciniak: marcinek
mckenzie mackenzie: kenzie mac
mia-rose: mia
miguel: migs
mikaela michaela: mika kayla mickey
muhammad-ali: mo
mustafa: mus
nasreen nazreen: naz
nazia nazir nazneen: naz
nevaeh: nev
nikhil: nik
nikita: niki
nkechi: kechi
obinna obiora: obi
olamide: ola mide
oluwaseyi: seyi
osian: osh
paige: pagey
parveen perveen: parv
patryk: patryczek
pawel: pawelek
precious: presh
rahul: raz
reece rhys: reecie
reggie: reg
rehana: rey
rhiannon: rhian
rukhsana ruksana: ruky
saoirse: sersh
sadia: sads
samira sameera: sam sami
savannah savanna: sav
sebastien: seb
shabana shabnam: shab
shahid shahida: shah
shakira: shak kira
shanelle shania shanice shaniqua shantelle shantel: shan
shaniya: niya
shelby: shel
skye: sky
sorcha: sorch
szymon: szymek
tahir tahira: tah
tamika tameka: meeka tam
taylor-jay tyler-jay: tj
tegan teagan: teg
thandiwe thandeka: thandi
tilly-mae tillie: til
tomos: tom
tyrese: ty
umar omar: ums
wayne: wayney
yasin yaseen: yas
yusuf yousuf youssef yusef: yus yusi
zahra zara: zaz
zainab zaynab: zee zay
zayn zain: zay zee
zubair: zub
zuleika: zuli
`;
