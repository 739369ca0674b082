"""Common English words, by their stems: a capital alone does not make a name of them.

Taken from the words that Press Information Bureau releases (2026) and Wikinews (2019)
write in small letters in several articles each, and not chiefly with a capital.
"""

from magazine.core.facts.script import words_of
from magazine.core.facts.words import FUNCTION_WORDS, stem


def is_common(word: str) -> bool:
    """Tell whether a word, in whatever letters, is a common word or a compound of such."""
    low = word.lower().rstrip(".'")
    if low in FUNCTION_WORDS or stem(low) in _STEMS:
        return True
    if "-" not in low:
        return False
    return all(not part or part in FUNCTION_WORDS or stem(part) in _STEMS for part in low.split("-"))


_STEMS = frozenset(
    words_of(
        """
abandon abat ability able abnormal aboard abolition abortion abov abroad absenc absent absolut absorb
absorption abundant abus abusiv academia academic academician academy acceler accelerat accept
acceptability acceptanc acces access accessibility accessibl accessory accident accommod accommodat
accompany accomplish accord accordanc according account accountability accountabl accredit accumul
accumulat accuracy accurat accus achiev achievabl acid acknowledg acquir acquisition acquit acr acre
acreag act action actionabl activ activat activism activist activity actor actres actual acut ad adapt
adaptability adaptabl adaptiv add addiction addition additional additiv addres address adequacy adequat
adher adherenc adjoin adjourn adjudic adjust admin administer administr administrativ administrator admir
admissibl admission admit adolescent adopt adoption adult adulter adulterat adv advanc advantag advent
adventur advers advertis advic advis advisor advisory advocacy advocat aegi aerial aerodynamic aerospac
aesthetic affair affect affection affili affiliat affirm affluent afford affordability affordabl afforest
afloat aforesaid aftermath afternoon age aged agency agenda agent aggreg aggregat aggression aggressiv
agil ago agr agrarian agre agri agricultur agricultural agro agroforestry agronomic ahead aid ail aim air
airborn aircraft airfar airlin airport airspac airstrik akin al alarm album alcohol alert alga algorithm
alia align alik aliv alleg allianc alloc allocat allot allow ally almond almost alon alongsid alongwith
already alternat alternativ altitud altogeth alumni alumnu alway amaz ambassador ambiguity ambit ambition
ambitiou ambulanc amend amenity amidst ammonia ammunition amongst amount ampl amplify anaemia analys
analysi analytic analytical analyz anchor anchorag ancient ancillary ang anganwadi anim animal annex
anniversary announc annual annum anomaly anonymou anonymous anoth answ answer anti antibiotic anticip
anticipat anxiety anymor anyon anyth anytim anywher apart apex apologiz apology app appall apparatu
apparel apparent appeal appear appearanc appellat applaud applianc applic applicability applicabl
applicant apply appoint apprais appraisal appreci appreciat apprentic apprenticeship appris approach
appropriat approv approval approx approximat aptitud aquacultur aquatic aquif arbitrary arch archaeologist
archbishop archipelago architect architectur architectural area arena argu arid aris arisen arm army aros
arrang array arrest arriv arrival arrogant art artefact articl articulat artificial artisan artisanal
artist artistic artwork ascrib ash asid ask aspect aspir aspirant aspirational assassin assault assay
assemb assembl assembly assert asses assess asset assign assimil assist assistanc assistant assistiv
associ associat assum assur assuranc astronom astronomy athlet athletic atmospher atmospheric atomic
attach attack attain attempt attend attendanc attention attitud attract attraction attractiv attribut
attributabl auction audienc audio audit auditor aug augment august aunt auspiciou authentic authenticat
authenticity author authoris authority authoriz auto autom automat automatic automatical automobil
automotiv autonomou autonomy avail availability availabl avenu averag avg avi avoid avoidabl avoidanc
awaken awar award away axi bachelor back backbon backdrop background backlog backward bacteria bad bag
bail balanc ball ballot bamboo ban banana band bank bankabl bar bargain barrel barri bas base baselin basi
basic basin basket batch battery battl battlefield beach beacon bear beautiful beauty becam becom bed
bedrock beekeep befit began begin begun behalf behavior behaviour behavioural behind being belief believ
belong belov below belt bench benchmark beneath benefici beneficial beneficiary benefit benevolent bereav
berth besid best bestow bet better beverag bewar beyond bi bia biannual bicycl bid biennial big biggest
bilateral bill billion bin bind bio biodegradabl biodiversity bioeconomy bioenergy biofuel bioga biologic
biological biology biomanufactur biomas biomedical biometric biopharma biopharmaceutical biosimilar
biotech biotechnology bird birth birthplac bit bitumen black blam blast blaz ble blend bles bless block
blood blossom blow blue blueprint board boat body bogu bold bolst bolster bomb bond bonu book boost booth
bord border born borrow bos bottl bottleneck bottom bound boundary boundles bovin bow box boy brackish
brain brainstorm brak branch brand brav bravery bre breach bread breadth break breakfast breakout
breakthrough breastfeed breath breed bribery brick bridg brief bright brillianc bring broad broadband
broadcast broaden brok broken bronz broodstock broth brotherhood brought budget budgetary buf buffalo
build built bulk bullet bulletin bunk burden burn bury bus busi busiest busy but buy bye bypas bystand
cabinet cabl cadet cadr cag cage calamity calcium calcul calculat calendar calibrat call calm camaraderi
came camera camp campaign campu campus canal canc cancell candidacy candidat candidatur cane cannot
canteen canva cap capability capabl capacity capita capital capitalist capitaliz captain captiv captur car
carbon carbonat card cardiovascular care careful caregiv cargo carpet carri carry carv cas case cash
cashew cashles cast casual casualty cat catalys catalyst catalytic catalyz catastrophic catch categor
categoriz category cater cathedral cattl caught caus caution cautiou cautious ceas ceasefir ceil celebr
celebrat celebrity cell cellular cement censor censu cent centenary center centr central centralis
centraliz centric century cereal ceremonial ceremony certain certainty certific certificat certify
cervical chain chair chairman chairmanship chairpersonship challeng chamb champion chana chanc chang
channel channell chant chao chapt charact character characteris characteristic characteriz charg charitabl
charity chart charter chatbot cheap check chees chef chemical chemistry chief child childhood children
chill chip choic choos chos chosen chronic church cinema circl circuit circul circular circularity
circulat circumstanc cit cite citizen citizenship city civic civil civilian civilisational civilizational
ckm claim clarific clarify clarion clarity clas class classical classific classify classroom claus claw
clean cleanli clear clearanc click client climat climatic climb clinic clinical clinician clock clos
closur cloth cloud club clust co coach coal coalition coars coast coastal coastlin coat cockpit cocoa
coconut cod code coff cogener cognitiv cognizanc coherenc coherent cohesion cohesiv cohort coil coin
coincid coincidenc coir cok cold collabor collaborat collaborativ collaps collateral colleagu collect
collection collectiv collector colleg collid collision colonial colony color colour com combat combin come
comedic comedy comfort comfortabl comic command commemor commemorat commemorativ commenc commend
commendabl commensurat comment commerc commercial commission commit committ commodity common commonwealth
communic communicabl communicat community commut comp compact companion company compar comparability
comparabl comparativ comparison compassion compassionat compatibl compell compendium compens compensat
compet competenc competency competent competition competitiv compil compl complain complaint complement
complementarity complementary complet completion complex complexity complianc compliant complic component
compos composit composition compound comprehensiv compris compromis comput computer computeriz comrad con
conceiv concentr concentrat concept conceptual conceptualis conceptualiz concern concert concession
concessional concis conclav conclud conclusion concours concret concur concurrent condemn condition condol
condolenc conduciv conduct confer conferenc confession confidenc confident confidential confidentiality
configur confin confirm conflict confluenc conformity confront confus confusion congest congestion
congratul congratulat congreg congressional connect connection connectivity conscienc consciou conscious
consecutiv consensu consent consequenc consequent consequential conserv conservativ consid consider
considerab considerabl consign consist consistency consistent consolid consolidat consonanc constant
constell constituency constituent constitut constitution constitutional constrain constraint construct
construction constructiv consular consulat consult consultancy consultativ consum consumabl consumption
contact contain contamin contaminat contemporary contempt content contest context continent continental
contingency contingent continu continual continuar continuity continuou continuous continuum contour
contract contractor contractual contrary contrast contravention contribut contribution contributor control
controll controversial controversy conven convenienc convenient convention conventional converg convergenc
convergent convers conversational conversion convert convertibl convey convict conviction convoc cook
cooktop cool cooper cooperat cooperativ coordin coordinat coordinator cop cope copy coral cordial core
cork corn cornerston corpor corporat corpu correct correction correctiv correl correlat correspond
correspondent corridor corruption cosplay cost costum cotton cough couldn council counsell count countdown
counterpart countles country countrymen county coup coupl courag courageou cours court cov cover coverag
cr crab crack crackdown craft craftsmanship craftspeopl cran crash cre cream creat creativ creativity
creator credential credibility credibl credit creek crew cricket crim criminal cris crisi criteria
criterion critic critical criticality criticism criticiz crop cror cros cross crowd crucial crud cruis
crush cubic cuisin culinary culmin culminat cultiv cultivat cultivator cultur cultural culvert cum
cumulativ curat curativ curb curiosity curiou currency current curricula curriculum custodian custody
custom customary customis customiz cut cyb cybercrim cybersecurity cycl cyclon cylind dai dairy dam damag
danc dang dangerou dark darshan dashboard dat data databas dataset date daught dawn day de dead deadlin
deal dealt dear death debat debri debt decad decarbon deceas deceit decentralis decentraliz decid decision
decisiv deck declar declin decongest decongestion decr decreas decriminal decriminaliz dedic dedicat
deduction deem deep deepen deepest defam default defeat defect defenc defend defens defer deficiency
deficient deficit defin definit definition definitiv degr degrad deity del delay deleg delegat deliber
deliberat delight delimit deliv deliver delivery demand demis democracy democrat democratic democratis
democratiz demographic demolition demonstr demonstrat dengu denial dens density deny depart departmental
departur depend dependabl dependenc dependency dependent depict deploy deployabl deposit depositor depot
depression depriv depth deriv derivativ des desalin describ desert deserv design designat desir desk
despair destin destiny destroy destruction destructiv det detach detail detain detect detection detention
deterior determin develop developmental devi devic devot devotion devotional dhaba dharma di diabet
diagnosi diagnostic dialect dialogu diaspora didn die died diesel diet dietary differenc different
differential differentiat difficult difficulty diffusion digit digital digitis digitiz dignify dignitary
dignity diligenc diligent dilut dilution dimension diminish din dioces dioxid diploma diplomacy diplomat
diplomatic direct direction directiv director disability disadvantag disaggregat disagr disappear
disappearanc disappoint disast disburs disbursal discard discharg disciplin disclos disclosur discount
discourag discours discov discover discovery discrimin discus discuss discussion diseas dismantl dismiss
dismissal disord disparity dispatch dispens dispensary dispers displac display dispos disposal
disproportionat disput disrupt disruption disruptiv dissemin disseminat dissolv distanc distant distinct
distinction distinctiv distinguish distort distres distribut distribution distributor distributorship
district disturbanc div divers diversific diversify diversion diversity divert divid dividend divin
divinity division divorc divyang dock doctor doctoral doctrin docu document documentary doesn dog doing
dollar dolphin domain domestic domestical dominanc dominant dominat don door doorstep dos dose dot doubl
doubt downgrad download downstream downtim downtown downward dozen draft drainag dramatic dramatical draw
drawn dream dress drew dri drill drink drip driv driven dron drop drought drudgery drug drum dry dual dub
due dug duly duo duplic dur durability durabl dust duty dwell dye dynamic dynamical dynamism dynasty
dysfunction eag ear earli earliest earmark earn earth earthquak eas ease easi eastern easy eat eco
ecological ecologist ecology economic economical economist economy ecosystem edge edibl edition editor
editorial educ educat educational educator effect effectiv efficacy efficiency efficient effluent effort
egg eight eighteen eighth eith el elaborat eld elder ele elect election elector electoral electorat
electric electrical electricity electrific electrify electronic electronical elephant elev elevat eleven
eleventh eligibility eligibl elimin eliminat elit else elsewher email emb embark embassy embed embodi
embody embrac emerg emergenc emergency emergent eminent emission emotion emotional empanel empanell
empathetic empathy emphasi emphasis emphasiz empirical employ employability empow empower emulat en enabl
enact encephaliti enclos encompas encompass encourag encroach end endanger endeavor endeavour endles
endors endow endur enemy energetic energis energy enforc engag engin engineer enhanc enjoy enlighten
enormou enough enrich enrol enroll ensembl enshrin ensur ent entail enter enterpris entertain enthusiasm
enthusiast enthusiastic enthusiastical entir entitl entity entranc entrepreneur entrepreneurial
entrepreneurship entrust entry enumer enumerator environ environmental envisag envision envoy episod equal
equality equip equitabl equity equivalent era eradic eradicat erosion error erstwhil es escal escalat
escap especial essay essenc essential esta establish estat esteem estim estimat et etc eternal ethanol
ethic ethical ethnic etho ethylen evacu evacuat evalu evaluat evam evasion eve even event eventual ever
every everyday everyon everyth everywher evidenc evident evil evolution evolutionary evolv ex exact examin
exampl exc exceed excel excell excellenc excellent except exception exceptional exces excessiv exchang
exchequ excis excit exclud exclusion exclusiv excreta execut execution executiv exemplary exemplify exempt
exemption exercis exhaustiv exhibit exhibition exhibitor exhort exist existenc exit exoplanet expand
expansion expansiv expect expedit expedition expeditiou expeditious expenditur expens expensiv experi
experienc experiential experimental expert expertis explain explan explicit explod exploit explor
explosion explosiv expo export expos exposition exposur expres express expression expressway extant extend
extendabl extension extensiv extent external extinguish extra extract extraction extradit extradition
extraordinary extrem extremism exud eye eyehol eyewit fabric fabricat fac face facilit facilitat
facilitativ facilitator facility fact factor factory factual faculty faecal fail failur fair faith fake
fall fallen fals fame fami familiar familiaris family famou fan far fare farewell farm fashion fast
fastest fat fatality fate fath faulty fauna favor favorabl favour favourabl favourit fear fearles fearless
feasibility feasibl featur fecal feder federal federalism fee feed feedback feedstock feel feet felicit
felicitat fell fellow fellowship felt femal fenc ferment fertil fertilis fertility fertiliz festiv
festival fetch fev few fib fibr field fifteen fifth fifty fight figur fil file fill film filmmak filtr fin
final finalis finaliz financ financial find fine finish fintech fir fire firearm firefight firm first
firsthand fiscal fish fishermen fishery fit five fix fixtur flag flagship flam flash flat fled fleet flew
flexibility flexibl fli flight float flood floor floral floricultur flourish flow flown fluctu fly flyov
focu focus focuss fod fold folk follow fond food foodgrain foot footag football footfall footprint
footwear fora forc forecast forefront foreign foremost forensic foresight forest forestry forev forg
forget forgiv forgiven forgotten form formal formalis formality format former formidabl formul formula
formulat forth forthcom fortify fortnight fortun forty forum forward fossil fost foster fought found
foundational foundry four fourteen fourth fr fraction fragil fragment fragranc fram framework franchis
fraternity fraud fraudulent fre free freedom freez freight frequency frequent fresh freshwat friction
friend friendship frigat front fronti frontlin frozen fruit fruitful ft fuel fuell ful fulfil fulfill full
fun function functional functionality functionary fund fundamental funeral furnac furnish furnitur further
furtheranc futur futuristic gain gallery gallon gam game gangway gap gar garbag garden garlic gas gasific
gasify gat gate gateway gath gather gaug gave gay gear gem gend gene gener general generat generational
generator generic genetic genetical genomic gentl gentlemen genuin geo geographic geographical geography
geological geopolitical geospatial geotechnical geriatric gestur get ghat giant gift gig gigawatt ging
girl giv give given glaci glacial glad glas glass glid glimps glob global gloriou glory glucos glue gmail
go goal goat gobernador godown goe going gold golden gone good goodwill got govern governanc governor
governorship govt grac graciou grad gradu gradual graduat grain gram grand grandchildren grandeur grant
granular graphical grappl gras grassroot grateful gratitud grav gravity great greatest green greenfield
greenhous greet grew grey greywat grid grief grievanc gros ground groundbreak groundnut groundwat
groundwork group grow grown growth guarant guard guardian guest guid guidanc guidelin guilty gun gunfir
gunman guy habit habitat hackathon hail hailstorm half hall halt hand handcraft handheld handhold
handicraft handl handloom handov handset handwoven happen happi happy har harass harbour hard hardship
hardwar hardwork harm harmful harmles harmon harmoniou harmoniz harmony harness harsh harvest hassl
hatchery hate haven hazard hazardou head headquart heal health healthcar healthi healthy hear heard heart
heartfelt heartiest heat heatwav heavi heavy hectar height heighten held helicopt helipad helmet help
helplin henc herbal herd heritag hero heroic herself hesitat hid hidden hide high highest highlight
highway hike hil hill himself hind hipessi hir historic historical history hit hoard hockey hoist hold
holiday holistic holistical holy hom homag home homegrown homestay hometown homicid homoeopathy honest
honesty honey honor honorabl honour hop hope hopeful horizon horizontal horn horticultur horticultural
hospital hospitalis hospitality hospitaliz host hostag hostel hostility hot hotel hotspot hour hous
household hover hrs http hub huge human humanitarian humanity humbl humidity humility hundr hundred
hurrican hurt husband husbandry hybrid hydro hydrocarbon hydrogen hydrological hydropow hygien hygienic
hymn hyp hypertension hypothes hypothesi ice icon iconic id ide idea ideal identifi identifiabl identific
identify identity ideology ignit ignor ignoranc igsh ii iii ill illegal illicit illumin illuminat
illustrat illustriou imag imagery imbalanc imbib immediat immens immersiv immigr immortal immun immunity
impact impactful impair impart impartial impartiality impeach imped imperativ impetu impl implement
implementabl implic imply import importanc important impos imposition impossibl impressiv imprison improp
improper improv impurity in inaccessibl inadequat inappropriat inaugur inaugural inaugurat inbound
incentiv incentivis incentiviz inception incidenc incident incit incl includ inclusion inclusiv
inclusivity incom incomplet inconvenienc incorpor incorporat incorrect increas increasing incredibl
incremental incub incubator inculcat incumbent incur ind indelibl independenc independent index indic
indicat indicativ indicator indigen indigenou indigenous indirect indispensabl individual indomitabl
indoor induc induct induction indulg industrial industry ineffectiv inefficiency ineligibl inequality
infant infect infection infectiou inferenc infl inflationary inflow influenc influential inform informal
informativ infrastructur infrastructural infring infus infusion ingredient inherent inherit initi initial
initiat initiativ injur injury injustic ink inland innocent innov innovat innovativ innovator input
inquiry inscrib inscription insecurity insemin insert insid insight insightful insistenc insolvency
inspect inspection inspir inspirational instability instal install instanc instant instead instill
institut institution institutional institutionalis institutionaliz instru instruct instruction instructor
instrument instrumental insufficient insulin insult insur insuranc int intak integr integral integrat
integrativ integrity intellect intellectual intelligenc intelligent intend intens intensific intensify
intensity intensiv intent intention interact interaction interactiv intercept interchang interconnect
intercrop interdisciplinary interest interfac intergenerational interim interior intermediary intermediat
intermittency intermittent intern internal international internet internship interoperability interoperabl
interpret interrupt intersection interval interven intervention interview intimat intimid intra intricat
intrinsic intrinsical introduc introduction intrusion intuitiv inund invaluabl invasion invention
inventory invest investig investigat investigativ investigator investor invincibl invisibl invit invoic
invok involv inward iron irregular irregularity irrespectiv irrig island isn isol isolat issu issuanc item
iterativ itself iv ix jail jet jetty jewellery ji job join joint journal journalism journalist journey joy
joyful joyou judg judicial judiciary judiciou jump junction junctur junior jurisdiction jury justic
justific justify jute juvenil ka keen keep kept kerosen key keynot kg kharif ki kid kill kiln kilogram
kilomet kilometr kin kind kiosk kit kitchen km kmph kms knew knif know knowledg known kph la lab labell
labor laboratory labour lack lactat lady lag laid lak lake lakh lamp lan land landfall landfill landhold
landmark landscap landslid lane lang languag laps larg largest las last lat late latency latest laud
launch launder law lawsuit lawy lay layer layout lead leadership leagu leakag lean leap learn learnt leas
least leath leav lectur led left leg legacy legal legendary legisl legislativ legislator legislatur
legitimacy legitimat len lend length lengthy leniency les less lesson let level leverag levy liability
liber liberalis liberty library licenc licens lie life lifecycl lifelin lifelong lifestyl lifetim lift
light lightn lignit lik like likelihood likewis limit lin line linguistic link linkag lion liquid
liquidity liquor list listen lit literacy literary literatur lithium litig litr littl liv live livelihood
livestock ll load loan loc local localiz locat lock locomotiv lodg log logic login logistic logistical
logo long longest longstand look los lose loss lost lot lotu lousy lov love low lower lowest lubricant
lunch lung luxury lying machin machinery macro macroeconomic made magazin magnet magnetic magnificent
magnitud maiden mail main mainland mainstream maintain maintenanc maiz major majority mak make makeup
malaria male malfunction maliciou malnutrition malpractic man manag managerial mandat mandatori mandatory
mandi mangrov manifest manipul manpow mantra manual manufactur manur manuscript many map mar marathon
march margin marginal marginalis marginaliz maricultur marin maritim mark market marketability marketplac
marriag marry martial martyr martyrdom mas mascot mask mason masoor mass massiv mast masterclas masur mat
match material maternal maternity mathematic mathematical matrix maturity maximis maximiz maximum mayb
mayor meal mean meaningful meant measl measur measurabl meat mechan mechanical mechanis mechanism mechaniz
medal medi media median medic medical medicin medicinal medit medium meet mega melt memb membership
memorial memory men menac mental mentality mention mentor mentorship mer merchandis merchant mere merg
merit meritoriou mes messag met metabolic metabolism metal meteorological meter methanol method
methodological methodology meticulou meticulous metr metric metro metropolitan micro microb microbial
microgravity micronutrient mid midday middl midnight migr migrant migratory mil mild mile mileston
militant military milk mill millennia millet million min mind mindful mindset mineral mini minimal minimis
minimiz minimum minist ministerial ministry minor minority minut miracl misconduct mishap misinform misl
mislead miss missil mission mistak misus mitig mitigat mix mm mobil mobilis mobility mobiliz mock mod
modal modality mode model modell moder moderat modern modernis moderniz modest modific modify modul
modular moistur molecul molecular moment momentou momentum monarch monazit monet monetary money monger
monitor monk monsoon month monu monumental moon moong moral morality moratorium morbidity morn mortal
mortality most moth motherhood motherland motif motion motiv motivat motor motorcycl motu mountain
mountainou mourn mov move movi mph much mud multi multidimensional multidisciplinary multifacet
multilateral multilingual multimedia multimodal multinational multip multipl multipli multipurpos
multiskill municipal municipality murd murder museum music musical musician mustard mutual mybharat myself
nam name nano narrativ narrow nation national nationwid nativ natur natural nautical naval navig navigat
navigational navy near nearby nearest necessary necessitat necessity need needy negativ neglect negligenc
negligibl negoti negotiat neighbor neighborhood neighbour neighbourhood neith net network neutral
neutrality nev nevertheles new newspap next nic nice nich nicknam night nimish nine ninth nitrat nitrogen
nobl nobody nod nodal node nois nomin nominal nominat non none noon norm normal normativ northbound
northeast northeastern northern nos not notab notabl note noteworthy noth notic notific notify novel
nowcast nuanc nuclear numb number numerical numerou nun nurs nursery nurtur nut nutri nutrient nutrition
nutritional nutritiou oath obesity objection objectiv oblig obligat observ observanc observational
observatory obsolet obstacl obstruction obstructiv obtain obviou occasion occasional occupancy occupant
occupational occupy occur occurrenc ocean oceanic of offenc offend offensiv offer offic official officiat
offlin offset offshor offtak often oil oils oilseed okay old oldest onboard oneself ongo onion onlin onset
onward open oper operat operational operationalis operationaliz operativ operator opi opinion opponent
opportunity oppos opposition opt optical optim optimal optimis optimism optimistic optimiz optimum option
optional oral orang orbit orchestrat ord order ordinari ordinary ore organ organic organis organisational
organiz organizational orient origin original originat ornamental ostrich oth otherwis ourselv oust out
outag outbreak outburst outcom outdat outdoor outfit outlay outlet outlin outlook outpatient output
outreach outset outsid outstand outward overarch overcom overcrowd overhead overnight overs overse oversea
oversight overturn overview overwhelm owing own ownership oxid oxygen pace pack packag packet pad paddy
page paid pain painful paint pair palac palm pan panchayat pandemic panel panelist panic pantry pap
paperles paperwork par para paradigm parallel paramet paramount parcel parent parental parity park parlia
parliamentarian parliamentary parol part partial particip participant participat participativ
participatory particl particular particulat partn partner partnership party pas pass passag passeng
passion passionat passiv past patent path pathway patienc patient patriotic patriotism patrol patroll
pattern pav pave pavilion pay payabl pea peac peaceful peak pearl pedestrian peer pellet pen penal penalty
penanc pend pendency penetr pension peopl perceiv percent percentag percentil perception perfect perform
performanc perhap period periodic periodical perishabl permanent permissibl permission permit perpetrator
perseveranc persist persistenc persistent person personal personalis personality personnel perspectiv
persuasion pertain pest pesticid petrochemical petrol petroleum pharma pharmaceutical pharmacovigilanc
pharmacy phas phenomenon philanthropic philanthropy philosophical philosophy phon phosphat photo
photograph photosynthesi physic physical pic pick pickup pictur piec pigeon pilgrim pilgrimag pillar pilot
pion pioneer piou pip pipe pipelin pit pivotal plac plain plan planet plant plastic plat platform play
plaza plea plead pleas pleasant pleasur pledg plenary plot plu plug plumb pm pneumonia pocket poet point
pois poison polar polic policy policyhold policymak politic political politician poll pollut pollution
polyest polyhous polym pond pool poor poorest pop popul populac popular popularity populariz populat
populou port portability portabl portal portfolio portion pos pose position positiv positivity posses
possess possession possib possibility possibl post postal postgraduat postur potabl potato potent
potential poultry poverty pow powd power powerful powerhous pqal pqar practic practical practition prais
pray pre precautionary preced preciou precis precision predator predatory predeceas predecessor predict
predictability predictabl prediction predictiv predominant pref prefer preferab preferenc preferential
pregnancy pregnant preliminary premi premier premis premium prepar preparatory prepared pres prescrib
prescription presenc present preserv presid presidency president presidential press pressur prestig
prestigiou presum pretext prevail prevalenc prevalent prevent preventabl prevention preventiv previou
previous prey pric prid priest prim primari primary principal principl print prior priorit prioritis
prioritiz priority prison privacy privat privileg priz pro proactiv prob probab probation problem procedur
procedural proceed proces process procession processor procur produc product production productiv
productivity profession professional professionalism professor proficiency proficient profil profit
profitability profitabl profound program programm progres progress progression progressiv prohibit
prohibition project projection prolifer prolong prominenc prominent promis promot promotion promotional
promotiv prompt pron pronounc proof prop propag propagat propell proper property proportion proportionat
propos proposal proprietary propulsion propylen prorog prorogu prosecut prosecution prosecutor prosp
prospect prospectiv prosperity prosperou protect protection protectiv protein protest protocol prototyp
proud prov proven provid provinc provincial provision provisional prowes proximity proxy prudent
prudential psycho psychological public publicity publish pucca pull pulmonary puls pump punctuality punish
punishabl pur purchas pure purific purport purpos pursu pursuanc pursuant pursuit purview push put
quadrupl qualific qualify qualitativ quality quantitativ quantity quantum quart quarter que query question
queu quick quiet quintal quit quiz quizz quorum quot quota race raceway racial radar radi radio radiu raid
rail railway rain rainfall rainwat rais rak rake ral rally ramp ran random rang rank rape rapid rar rare
rat rate rath ratific ratify ratio ration rational rationalis rationaliz raw rct re reach react reaction
reactiv reactor read readability readi ready reaffirm real realis realistic reality realiz rear reason
reasonabl reassur rebel recall recaptur receipt receiv recent reception recharg recipient reciprocal
recital recognis recognition recogniz recommend reconcili reconstruction record recov recover recovery
recr recreational recruit rectific recur recurrenc recycl recyclabl red redefin redevelop redress
redressal reduc reduction redundancy reef ref refer referenc referendum referral refill refin refinanc
refinery reflect reflection reflectiv reform refrain refug refund refus regard regardles regener regim
region regional regist register registr registry regret regul regular regulat regulator regulatory
rehabilit reimburs reinforc reintegr reiterat reject rejuven rel relat relatabl relationship relativ relax
releas relentles relentless relevanc relevant reliab reliability reliabl relianc relic relid relief reliev
religion religiou relinquish relocat rely remain remark remarkab remarkabl remedial remedy rememb remember
remind remittanc remot remotest remov removal remuner remunerativ renam rend render rendition renew
renewabl renewal renov renown rent rental reopen reorient rep repair repatri repatriat repay repeat
repetitiv replac replic replicabl replicat reply report reposition repository represent representativ
reproduction repurpos reput request requir requisit rescu research reserv reservoir resettl reshap resid
residenc resident residential residu resign resilienc resilient resin resistanc resistant reskill resolut
resolution resolv resonat resort resound resourc respect respectful respectiv respiratory respond
respondent respons responsib responsibility responsibl responsiv rest restart restaurant restor restraint
restrict restriction restructur result resum resumption resurgenc retail retain retention retir retreat
return reus revamp reveal revenu rever reverenc revers review revis revision reviv revival revolution
revolutionary revolutionis revolv reward rhythm rice rich rid ride rifl right righteou righteous rightful
rigid rigor rigorou riot ris rise risen risk ritual riv riverin road roadmap roadshow roam robotic robust
rock rocket rol role roll rollout romantic roof rooftop room root rope ropeway rose rotational rough round
roundtabl rout routin royal royalty rub rul rule rumor rumour run runway rup rural rush sa sacr sacrific
sad sadden saf safe safeguard safety sag saga said sail saint sal salary sale salient salinity salt salut
sampl sanction sanctity sand sanit sanitary sapl sar satellit satisfaction satisfactory satisfy satur
saturat sav save saw say scal scalability scalabl scam scan scandal scarc scarcity scatter scen scenario
scenic schedul schem scholar scholarship school scienc scientific scientifical scientist scop scor screen
script scriptur scrutiny se sea seafar seafood seal seamanship seamles seamless search season seasonal
seat seaw seawat second secondary secret secretariat secretary section sector sectoral secur security see
seed seek seem seen seep seg segreg segregat seismic seiz seizur select selection selectiv self selfles
sell semi semiconductor seminal seminar senat senator send senior sens sensit sensitis sensitiv
sensitivity sensitiz sensor sent sentenc senti separ separat septic sequenc sequestr serial seriou serious
serv servant servic sery session set sett settl setup seven seventeen seventh seventy sever several
severity sew sewag sewerag sex sexual shad shadow shallow sham shap shar sharehold sharp shatter shawl
sheep sheet shelf shell shelt shield shift shin ship shipbuild shipyard sho shock shoot shop shor short
shortag shorten shortfall shortlist shot should show showcas shown shrimp shrink shut shutdown si sick sid
side sidelin sight sightse sign signag signal signall signatur significanc significant signify silenc
silent silk silo silv similar simp simpl simplicity simplific simplify simul simulat simultaneou
simultaneous sin sincer sincerity sing singl sinter sist sit site sitt situ situat situational six sixteen
sixth sixty siz size sizeabl skill skin sky slab slag sleep slight slip slogan slop slot slow sludg small
smallest smart smartphon smok smooth smuggl snow snowfall social societal society socio soft softwar soil
sol solar sold soldi sole solemn solid solidarity solo solution solv someon someth sometim somewhat son
song soon sophistic sophisticat sorrow sorry sort sought soul soulful sound sourc southern sovereign
sovereignty sow soybean spac spacecraft spaceflight span spatial spe speak spearhead special specialis
specialist specializ specialty specific specifical specify specimen spectrum specy speech speed speedy
spend spent spher spic spin spirit spiritual spirituality split spok spoken spokesman spokesperson
spokeswoman sponsor sport sportsperson spot spotlight spous spr spray spread sprinkl sq squad squar stab
stabil stabilis stability stabl stack staf staff stag stak stakehold stall stamp stanc stand standalon
standard standardis standardiz star stark start startup stat static station statistic statistical statu
statur statutory stay ste steadfast steadi steady stealth steel steelmak steep steer stellar stem step
stewardship stick sticky stigma stimulat stipend stipulat stock ston stood stop stor storag storm story
storytell strain strand strategic strategical strategy straw stream streamlin street strength strengthen
stres stress stressful stretch strict strid strik stringent striv strok strong strongest struck structur
structural struggl stuck student studio study styl sub subcontinent subject submarin submission submit
subordinat subpoena subscrib subscription subsequent subsidiary subsidis subsidiz subsidy subst substanc
substandard substantial substantiv substitut substitution subsum suburban subvention succ succeed succes
success successful successiv successor sudden sued suf suffer sufficient sugar sugarcan suggest suggestion
suicid suit suitab suitability suitabl sum summaris summariz summary summit sun sunflow sunlight sunris
sunset suo sup superior supersed supervision supervisor supervisory supp suppl supplementary suppli supply
support supportiv suppos suppres suppression suprem sur surcharg sure surfac surg surgery surgical surpass
surplu surpris surrend surrender surround surveillanc survey surviv survival survivor susceptibl suspect
suspend suspension suspicion suspiciou sustain sustainab sustainability sustainabl sustenanc swear sweep
swell swift switch sworn symbol symbolic symbolis symboliz symposium symptom synchron synchronis
synchroniz synergy synthesi synthetic syrup system systematic systematical systemic tab tabl tackl
tactical tag tail tailor tak take takeaway taken talaq talent talk tall tamper tandem tangibl tank tap
target tariff task tast taught tax taxi taxpay tea teach team teamwork tear tech technical technician
techniqu techno technological technology teen tele telecast telecom telecommunic telemedicin telephon
telescop televis television tell temp temperatur templ templat temporari temporary ten tend tender tension
tenth tenur term termin terminal terrain terrestrial territorial territory terror terrorism terrorist
tertiary test testa testify testimony text textbook textil thank theatr theft them thematic themselv
theoretical theory therapeutic therapy thereaft thereby therefor therein thereof thereon thereund thermal
thin thing think third thirteen thirty thorium thorough thought thoughtful thousand thr thread threat
threaten threefold threshold threw thriv throughout thrown thrust thu thunderstorm ticket tide tie tied
tier tig tight till tim time timefram timeles timeli timelin tiny tire tireles tireless tissu titl titular
tobacco today togeth toilet told toleranc tolerat toll tomato tomorrow ton tone tonn took tool top topic
topographical torpedo tortur total totall touch tough tour tourism tourist tow toward tower town toxic toy
trac traceability track traction trad trademark tradition traditional traffic traffick tragic trail train
trajectory tran tranch transaction transactional transcend transf transfer transform transformational
transformativ transit transition transitional transl translat translational transmission transnational
transoceanic transparency transparent transplant transport transship trap trauma travel travell travers
tre treasur treasury treat treaty tree tremendou trend tri trial tribal tribut tributary trig trigger
trillion trinity trip tripl triumph troop tropical troubl trout tru truck true trust trustworthy truth try
ts tsunami tube tuberculosi tug tune tunnel tur turbin turmeric turmoil turn turnaround turnout turnov
tweet twelv twentieth twenty twic twin two typ type typical ultimat ultra umbrella un unabl unanimou
unanimous unauthoris unauthoriz unavailabl unbank unbroken uncertain uncertainty unchang unclaim
unconditional unconfirm unconstitutional uncover undergo undergon undergraduat underground underlin
underly undermin underpass underpin underprivileg underscor underserv understand understandabl understood
undertak undertaken undertook undervalu underwat underway underwent undu unemploy unequivocal uneven
unfamiliar unforeseen unfortunat unhealthy unhinder uniform uniformity unify unimped unincorporat
uninterest uninterrupt union uniqu unit unity univers universal university unknown unlawful unles unlik
unload unlock unman unmatch unnecessary unorganis unorganiz unparallel unprecedent unpredictabl unregulat
unreliabl unreserv unresolv unrest unserv unskill untap unturn unty unusual unveil unwaver up upcom upd
updat upfront upgrad upheld uphold uplift upload ups upskill upstream uptak upto upward urad uranium urban
urea urg urge urgency urgent url usability usag use used useful user usg ush usher using usual util utilis
utility utiliz utm utmost vacancy vacant vaccin vaccinat vacuum valedictory valid validat validity valley
valor valour valu valuabl van vari variability variant varietal variety variou vary vast ve ved veget
vegetabl vehicl vehicular veil vendor ventur venu verifiabl verific verify vernacular vers versatil
version vertical vessel vet veteran veterinary vi viability viabl viaduct vibrancy vibrant vice vicinity
victim victoriou victory vide video view viewership vigilanc vigilant vii viii villag viol violat violator
violenc violent viral virtual viru vis visa visibility visibl vision visionary visit visitor visual vital
vitality vivid viz vocational voic void volatil volatility voltag volum volunt voluntari voluntary
volunteerism vomit vot vote vouch voyag vs vulnerability vulnerabl waf wag wage wagon wait waiv wake walk
walkathon walkthrough wall walnut want war ward warehous warfar warm warmth warn warrior warship wash wast
wastag wastewat wat watch waterlog watersh waterway wav wave way waysid weak weaken wealth weapon wear
wearabl weath weav web webinar websit week weekend weigh weighbridg weight welcom weld welfar well wellb
went wept weren western westward wet wetland whatev wheat wheel wheelchair whenev wherea wherein wherev
wheth whichev whit whol wholesal wholesom wid wide widen widespread widow width wife wild wildfir wildlif
will willing win wind window wine wing wint wire wireles wirelin wisdom wise wish wit withdraw withdrawal
withdrawn withdrew withheld withstand witness woman women won wond wonder wonderful wood wooden wool word
wore work workflow workforc workload workplac workshop world worldwid worry worship worst worth wound
woven wreath wreck writ written wrong wrot www yard year yellow yesterday yield yoga young youngest
youngst youth zeal zero zon zonal zone zoo
"""
    )
)
