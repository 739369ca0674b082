"""Words that many articles use, by the share of articles that use them.

Stems and pairs of names (``prime_minist``), counted half in Press Information Bureau
releases (2026) and half in Wikinews articles (2019); Hindi in the releases alone.
"""

_SHARES: dict[float, str] = {
    0.6: """
2019 includ said stat जीवन देश हर
""",
    0.4: """
country develop govern india minist national new report support time two unit work year अवसर नई भारत लेकर
विकास संकल्प सरकार हमें
""",
    0.25: """
2026 announc area bas build call commit continu current day enhanc ensur first follow form found high inform
initiativ issu last lead local long made memb ministry monday nation need offic official part peopl plac
president prim prim_minist provid public remain servic shri significant strengthen system technology thr
today union unit_stat अहम आए आगे आने इंफ्रास्ट्रक्चर इसलिए इससे इसी उन्हें ऊर्जा करता काम कामना कार्यक्रम
किसी केवल कोई जी तेज दिशा देने देशवासियों नए निरंतर पूरा पूरे प्रयास बडी बन बनाने बहनों बात बार बीच मुझे
लोगों वाले विकसित विश्वास शक्ति समय हमने हूं होने
""",
    0.16: """
10 25 acces achiev act addres address advanc aim anoth approach april authority bharat capacity centr
central chang chief city clos com contribut creat delhi depart direct district dr economic ecosystem
effectiv effort enabl engag establish event every expect financial five focus forc four framework friday
futur general given global great group growth health held help highlight hous implement improv increas
indian industry infrastructur institution international involv key larg launch law led level life like major
mak make manag many march mark meet million mission mov near next not numb octob oper opportunity organ
particip plan platform policy post pres present proces programm project promot reach receiv recent reduc
reflect region relat releas requir research right role saturday say schem second secretary sector security
septemb serv set several shar speak step strong term thursday tim togeth told toward twit union_minist
university use used variou vision way wednesday week well world yesterday अनुभव अनेक आग्रह आत्मविश्वास
आधुनिक आपका आशीर्वाद इतना उसका ऐसे कई करके करें किसान कैसे क्षमता क्षेत्र चर्चा जनता जरूर जरूरी जुडी जैसे
जोर ज्यादा ताकत तेजी तैयार दिल्ली दे देता देशभर नमन नया निर्माण परिवारजनों पहचान पहले पीढी प्रदेश प्रयासों
फिर बडा बडे बढ बधाई बने बल्कि बीते बेटियों भविष्य भाई भूमिका मजबूत महत्वपूर्ण मां माता मिला मेरा मैंने यही
यात्रा राज्य लक्ष्य लगातार लाभ वंदन वर्षों वाला विषयों विस्तार वो शुभकामनाएं संख्या सकता सबका सबसे समृद्धि
सशक्त सौभाग्य होता होती
""",
    0.1: """
100 11 12 15 20 2018 2025 22 23 24 26 27 30 action activ activity ad addition additional affair affect age
agency agr align allow already annual ask associat attack attend august availabl back becom began benefit
best board body bring busi capital carry case caus cent challeng charg citizen civil claim clear co collabor
come commission committ community company complet comprehensiv concern conclud condition conduct consider
control cooper cost court cover critical cror data death decision deep demand democratic describ design
detail died different digital director discussion driv driven due ear earli economy educ emerg emphasis
emphasiz employ empower encourag end energy entir equip essential evolv expand express extend facilitat
facility fami far farm featur february federal field find focu food foreign forward fund gener get good
ground grow head hold home hour human identify impact importanc important indicat innov institut integrat
interest invest investig january justic kill known lakh land lat leadership least limit link liv low
maintain man market measur mechanism media minist_shri model modern modi monitor month morn much nam
narendra narendra_modi network new_delhi non north observ occasion offer old ongo open operational ord
parlia participat particular party past perform person play point polic position potential pow practic
privat process produc product production progres quality question rang real record reform regional represent
representativ resourc respons result return review rul run rural sabha safety scal schedul school scienc
scientist seek self senior session show shri_narendra sign singh six skill social society sourc south
special stakehold stand start structur student study successful sunday supp sustain sustainabl tak take
taken target team third took total trad train transform transport tuesday underscor understand using utc
valu victim view visit wat women अगर अधिक अभियान अलग आधार आपको आपने आया आरक्षण इंजन इसे उत्तम उत्तर उत्साह
उदाहरण उद्घाटन उनसे उसको उसमें उससे उसी ऐतिहासिक ऐसा कदम कनेक्टिविटी कभी कम करेंगे करोड कल्याण कसर कहता
कांग्रेस कारण कार्य केंद्र कोर गति गुजरात चल चाहिए चुका जरूरत जिसके जुडा जैसी जोडने जोश डबल तभी तरह तौर दलों
दायित्व दिवस दिव्य दुनिया दें देखा देती देवी दोनों ना नारी नेतृत्व पश्चिम पहुंच पावन पिछले पीछे पूरी प्रकार
प्रति प्राथमिकता प्रेरणा प्रेरित फायदा फोकस बंगाल बढाने बढावा बना बहनें भर भावना महिला महिलाओं माताओं माध्यम
मानवता मिल मिलकर मिलती मिले मिशन युवाओं योगदान रखा रहेंगे रहेगा राष्ट्र रूप रेल लंबे लाखों लिया ले लोकार्पण
लोग वर्ष वाली विचार विशेष विषय शिलान्यास शुरुआत संचार संसद सफलता सबको समर्पित समृद्ध सहित सही साथियों साथी
सामने सामर्थ्य सुख सुनिश्चित सेवा स्वास्थ्य हजारों हार्दिक हिस्सा
""",
    0.065: """
13 14 16 17 18 2014 2015 2016 2017 2020 2024 2047 21 28 31 50 able abov accelerat account administr adopt
adoption agricultur air al alleg alway american anti appear applic appreciat approv approval approximat
assess assistanc attempt author awar award away bank begin believ bet beyond bill ble born bridg broad
brought budget built california came campaign candidat capability car cas chain chair children cit collectiv
colleg combin commercial common communic competitiv conferenc confidenc confirm congres connect constitution
construction contribution coordin coordinat council count credit crim cultur cultural dai damag date dead
deal decad decemb declar dedicat defenc deliver delivery demonstrat deploy die diseas domestic don donald
donald_trump east effect efficiency efficient eight elect election electronic emergency environ
environmental especial estimat etc european ever examin exchang executiv exist expansion experienc expert
explor export fac fail family fast final financ fire free friend ful full function gain gas gather generat
go goal going governanc governor guid half hand happen highest history hon hospital host http ii incident
inclusiv independent individual industrial initial injur institutional integr intelligenc intervention
introduc island itself john join joint journey july june keep kingdom km know knowledg kumar largest late
lay learn leav left legal les line live loc lok look los manufactur mas mat material mayor mean medical
messag met mil mileston military mobil move multipl name nationwid natural necessary night novemb objectiv
of oil onlin operat organis organiz oth outcom own park participant partn partnership pass pay percent
performanc period phas plant pm political popul possibl pradesh prepar presenc president_donald prevent
previou previous primary priority problem professional program propos protect protection provision publish
purpos put rais rapid re read ready reaffirm reason recommend refer regard register regular reinforc
reiterat remark remov rep request respectiv responsibility risk road robust rs safe scientific sea secur see
senat sery seven shift ship short similar singl situ small solution spac specific stag standard station
statu strategic strategy strength stress subject suggest technical ten territory test thereby think thousand
tool traditional transition treat trump trust turn undertaken unit_kingdom urg uts vehicl vice video viksit
viksit_bharat villag vot vote want war websit welfar went west whit wid witness written wrot young youth
""",
    0.04: """
19 2011 2023 29 33 36 40 45 60 70 75 80 90 ability academic accessibl accident accus acknowledg actual
adequat administrativ advis advisory africa aged ago agricultural ahead ai airport alloc almost alon
alongsid amend america amount animal app appeal apply appoint arm army arrang arrest art articl artificial
asia aspir assemb assist associ attention availability averag avoid balanc ban base basi bbc becam behind
below beneficiary bid bilateral billion black block bomb book boost bord break brief british broadcast
cabinet canada cannot captur carbon care cargo category celebrat centric century ceremony certain chairman
chemical child china clas clean climat coast coastal collaborativ colleagu command commenc commerc compar
competition complex complianc component compris condolenc conflict connection connectivity conserv
consistent consult consum contact contain context continuou controll cooperativ core corpor corridor county
cours cov coverag cre crew criminal crisi cros custom cut de debat decid declin defin delay deliber
deliberat deliv democracy democrat deputy determin dialogu direction director_general discus discuss display
distribution divers docu doing domain doubl drew drop duty earn earth ease eastern educational eleven
eligibl emphasi enforc engin engineer enough enter enterpris entity entrepreneurship european_union even
everyon evidenc exampl excellenc exercis extensiv face fact factor fair feel fellow fight figur fil film
firm flag flight florida flow forest formal foster franc freedom front fuel fy gap gend girl giv give gov
grac grant grassroot green grievanc guard guest guidelin gujarat handl hard healthcar hear heart heavy
heritag himself historic historical holistic household hub hundred idea identity imag immediat import
inaugurat inclusion incom indigenou innovativ input insight inspir install instead int intend interaction
internal interview investigat invit iran job johnson judg kind laboratory labour laid landscap languag
legislativ legislatur leverag lie light lik lin list littl livelihood locat logistic lok_sabha london lost
lot maharashtra majority mandat mantri marin maritim meaningful medicin medium mention mer minut moment
momentum moth mr ms multi nadu natur nearby nev new_york nine nomin northern notify occur ocean odisha often
oppos order orient original outlin outreach outsid passeng peac personal personnel physical pic pillar pilot
port portal possibility practical pradhan pradhan_mantri pre preserv president_trump presidential pressur
pric principl prison professor promotion proposal protest pursu push railway rajya rajya_sabha ran rat rate
rath recall recognis recognition recogniz regulatory relativ reliabl relianc replac republican rescu reserv
resident resign resilienc resilient resolution resolv respond responsibl rest reveal rich ris room rough
round rout royal safeguard sanction saw scen seamles search season seat secretary_ministry section seen
select senator sentenc separat seriou shakti shap showcas shown side significanc sit site smt someth son
southern span spe specifical speech spirit spok spokesperson sport spread stability staff startup
stat_govern stat_uts stay stop story strict sub submit subsequent substantial succes suffer suprem
suprem_court surround survey suspect suspend sustainability talk tamil tamil_nadu teach technological tell
thank them themselv therefor thing thought threat till titl top tourism town track tradition traffic transf
transformativ translat transparency transparent travel trial tribal true try tweet twenty uk underlin
undertak union_territory uniqu unit_nation unlik upcom updat upgrad urban user ut util uttar uttar_pradesh
ve vice_president vital voic warn weath welcom western wheth whol wide wife wikinew win wind wise woman won
workshop worth writ yojana york
""",
}

BACKGROUND: dict[str, float] = {
    word.replace("_", " "): share for share, words in _SHARES.items() for word in words.split()
}
"""The share of articles that use a term; terms that few use are not in it."""
