"""The tables of signals: what speaks for printing an article, and what against.

Cues are parted by commas; ``magazine.core.cues`` says how they are found.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A kind of news, and the cues by which it is recognised. Its name is printed as a reason."""

    name: str
    title: str = ""
    """Any of these in the title."""
    lead: str = ""
    """Any of these in the title or in the first 80 words."""
    first: str = ""
    """One of these and one of ``second``, both in the title."""
    second: str = ""
    unless: str = ""
    """Any of these in the title, and it is not shown: a rule about accidents is no accident."""


INCLUDES = (
    Signal(
        name="cabinet decision",
        title="CCEA, कैबिनेट ने, मंत्रिमंडल ने",
        lead="""
            Cabinet approves, Cabinet approved, Cabinet has approved, Cabinet clears, Cabinet nod,
            approved by the Cabinet, Union Cabinet chaired, Cabinet Committee, Cabinet has given,
            कैबिनेट की मंजूरी, मंत्रिमंडल की मंजूरी, मंत्रिमंडल ने मंजूरी
        """,
    ),
    Signal(
        name="law made or changed",
        title="""
            Amendment Bill, Amendment Act, Bill passed, introduces Bill, tables Bill, repeals,
            ordinance, draft rules, amendment rules, notifies, new law, Finance Bill, विधेयक, अध्यादेश,
            संशोधन अधिनियम
        """,
        lead="""
            passed the Bill, passes Bill, receives assent, President's assent, come into force, came
            into force, comes into force, विधेयक पारित
        """,
        first="Bill, Act",
        second="passes, passed, introduced, enacts, tabled, assent",
    ),
    Signal(
        name="court ruling",
        title="Supreme Court, उच्चतम न्यायालय, सर्वोच्च न्यायालय, सुप्रीम कोर्ट",
        lead="""
            Constitution Bench, Supreme Court held, Supreme Court ruled, Supreme Court upheld, Supreme
            Court struck down, landmark judgment, landmark verdict, संविधान पीठ
        """,
    ),
    Signal(
        name="scheme launched or changed",
        title="""
            new scheme, operational guidelines, scheme extended, scheme revised, revamped scheme, योजना
            का शुभारंभ, योजना शुरू, अभियान का शुभारंभ, पोर्टल का शुभारंभ
        """,
        first="""
            launches, launched, launch of, rolls out, unveils, kicks off, to launch
        """,
        second="""
            scheme, Yojana, mission, programme, portal, fund, campaign, policy, initiative, Abhiyan,
            guidelines, platform, framework
        """,
    ),
    Signal(
        name="index or report",
        title="""
            Index, indices, Economic Survey, ranked, ranks, Labour Force Survey, NFHS, first advance
            estimates, advance estimates, provisional estimates, GDP growth, white paper, Census,
            सूचकांक, रिपोर्ट जारी, सर्वेक्षण, जनगणना
        """,
        lead="Global Hunger Index, Human Development Report, World Economic Outlook",
        first="releases, released, publishes, tables",
        second="report, survey, statistics, estimates",
    ),
    Signal(
        name="treaty or summit outcome",
        title="""
            joint statement, joint declaration, list of outcomes, MoU, memorandum of understanding, free
            trade agreement, FTA, CEPA, treaty, strategic partnership, signs agreement, sign agreement,
            leaders' declaration, समझौता ज्ञापन, संयुक्त वक्तव्य, संधि, मुक्त व्यापार समझौता
        """,
        first="summit, BRICS, G20, SCO, Quad, COP30, COP31",
        second="declaration, outcome, adopts",
    ),
    Signal(
        name="first or record",
        title="""
            first ever, first of its kind, India's first, world's first, first time, first indigenous,
            largest, highest ever, all time high, record high, ever recorded, historic high, देश का
            पहला, देश की पहली, पहली बार, विश्व का पहला, सबसे बड़ा, सर्वाधिक
        """,
    ),
    Signal(
        name="species, site or heritage",
        title="""
            tiger reserve, biosphere reserve, critically endangered, UNESCO, Red List, GI tag, cheetah,
            national park, archaeological, excavation, यूनेस्को, बाघ अभयारण्य, राष्ट्रीय उद्यान, विलुप्त,
            संकटग्रस्त, पुरातात्विक, उत्खनन
        """,
        lead="""
            Ramsar, World Heritage, geographical indication, new species, intangible cultural heritage,
            रामसर, विश्व धरोहर, जीआई टैग, नई प्रजाति
        """,
    ),
    Signal(
        name="RBI or SEBI rule",
        title="RBI, SEBI, Reserve Bank of India, IRDAI, आरबीआई, रिजर्व बैंक, सेबी",
        lead="repo rate, Monetary Policy Committee, रेपो दर, मौद्रिक नीति समिति",
    ),
    Signal(
        name="space or defence milestone",
        title="""
            ISRO, DRDO, PSLV, GSLV, LVM3, Gaganyaan, Chandrayaan, maiden flight, flight test, test
            fired, successfully tested, successful test, commissioned, commissions, commissioning,
            inducted, inducts, joint exercise, military exercise, इसरो, डीआरडीओ, सफल परीक्षण
        """,
    ),
    Signal(
        name="disaster",
        title="""
            cyclone, earthquake, flood, flash flood, landslide, heatwave, cloudburst, drought, NDRF,
            NDMA, disaster, चक्रवात, भूकंप, बाढ़, भूस्खलन, आपदा
        """,
    ),
    Signal(
        name="India and the world",
        title="Indian delegation, bilateral, Ministerial meeting, द्विपक्षीय",
        first="India, Indian, New Delhi, भारत",
        second="""
            US, UK, Russia, China, Japan, France, Germany, Israel, Iran, Pakistan, Bangladesh, Nepal,
            Sri Lanka, Bhutan, Maldives, Myanmar, Australia, Canada, European Union, EU, UN, United
            Nations, WTO, IMF, ASEAN, Korea, UAE, Africa, रूस, चीन, अमेरिका, अमरीका, पाकिस्तान, नेपाल, जापान,
            फ्रांस, जर्मनी, ब्रिटेन, श्रीलंका, बांग्लादेश, भूटान, मालदीव, म्यांमार, ईरान, संयुक्त राष्ट्र, यूरोपीय संघ
        """,
    ),
)
"""What speaks for an article."""

EXCLUDES = (
    Signal(
        name="greetings",
        title="""
            greets, greetings, best wishes, warm wishes, good wishes, congratulates, felicitates, wishes
            a, wishes the, wishes everyone, thanks President, शुभकामना, बधाई
        """,
    ),
    Signal(
        name="condolence",
        title="""
            condoles, condolence, mourns, expresses grief, expresses pain, expresses sorrow, deeply
            saddened, demise of, passing away of, loss of lives, शोक, निधन पर, संवेदना, दुख जताया
        """,
    ),
    Signal(
        name="anniversary tribute",
        title="""
            pays tribute, pay tribute, paid tribute, pays homage, pay homage, floral tribute, birth
            anniversary, death anniversary, Jayanti, Punyatithi, remembers, salutes, श्रद्धांजलि, जयंती,
            पुण्यतिथि, नमन
        """,
    ),
    Signal(
        name="devotional post",
        title="""
            Subhashitam, Subhshitam, seeks blessings, devotional, Darshan, prays, offers prayers,
            divine, worship, सुभाषित, दर्शन और पूजा, पूजा-अर्चना, किए दर्शन, आशीर्वाद लिया
        """,
    ),
    Signal(
        name="shared post",
        title="""
            shares glimpses, shares highlights, shares an article, shares article, shares address,
            shares his, shares the, shares video, writes an article, Mann Ki Baat, podcast
        """,
    ),
    Signal(
        name="speech in full",
        title="""
            text of PM, text of the, text of Prime Minister, text of Vice President, full text, text of
            President, English rendering, Hindi rendering, opening remarks, closing remarks, press
            statement by, transcript, भाषण का मूल पाठ, संबोधन का मूल पाठ
        """,
    ),
    Signal(
        name="event announced",
        title="""
            to visit, will visit, to attend, to address, to inaugurate, to be held, curtain raiser, to
            take place, to preside, to chair, media advisory, media invite, press invite, tomorrow, दौरे
            पर, दौरा करेंगे, करेंगे उद्घाटन, उद्घाटन करेंगे, शिरकत करेंगे, होंगे शामिल, संबोधित करेंगे
        """,
    ),
    Signal(
        name="routine meeting",
        title="""
            meets Prime Minister, meets the Prime Minister, meets PM, Prime Minister meets, PM meets,
            calls on, call on, called on, courtesy call, officer trainees, probationers, telephonic
            call, speaks with, review meeting, शिष्टाचार भेंट, से मुलाकात, समीक्षा बैठक, फोन पर बात
        """,
    ),
    Signal(
        name="routine event",
        title="""
            convocation, valedictory, felicitation, workshop, training programme, job fair, webinar,
            change of guard, farewell, Pakhwada, plantation drive, yoga session, quiz, seminar, rozgar
            mela, essay competition, takes charge, takes over as, exhibition, दीक्षांत समारोह,
            कार्यशाला, पखवाड़ा
        """,
    ),
    Signal(
        name="tender or photo feature",
        title="""
            tender, invites bids, invites applications, corrigendum, photo feature, photo gallery, in
            pictures, final result, results declared, auction of government, निविदा, परिणाम घोषित
        """,
    ),
    Signal(
        name="party statement",
        title="""
            slams, hits out, lashes out, takes a dig, war of words, party spokesperson, party worker,
            BJP accuses, Congress accuses, attacks BJP, attacks Congress, hits back, trade barbs,
            takes a jibe, पलटवार, साधा निशाना, निशाना साधा, बोला हमला, हमला बोला, तंज, तंज कसा, आड़े हाथों,
            आरोप-प्रत्यारोप, बयानबाजी, जुबानी जंग, पार्टी प्रवक्ता, भाजपा का आरोप,
            कांग्रेस का आरोप, कार्यकर्ताओं
        """,
        unless="Supreme Court, High Court, Bill, सुप्रीम कोर्ट, विधेयक",
    ),
    Signal(
        name="electioneering",
        title="""
            election rally, poll rally, campaign rally, campaign trail, road show, roadshow, seat
            sharing, list of candidates, files nomination, public rally, चुनावी रैली, चुनावी सभा, चुनाव
            प्रचार, रोड शो, सीट बंटवारा, सीटों का बंटवारा, टिकट बंटवारा, उम्मीदवारों की सूची, पर्चा दाखिल,
            नामांकन दाखिल, जनसभा
        """,
        unless="Election Commission, ECI, निर्वाचन आयोग, चुनाव आयोग",
    ),
    Signal(
        name="crime brief",
        title="""
            arrested, arrests, murder, murdered, stabbed, robbery, theft, rape, raped, kidnapped,
            absconding, shot dead, nabbed, gangster, held for, burglary, FIR against, गिरफ्तार,
            गिरफ्तारी, हत्या, हत्यारा, लूट, लूटपाट, डकैती, दुष्कर्म, बलात्कार, गैंगरेप, छेड़छाड़, चोरी, अपहरण,
            ठगी, चाकूबाजी, मारपीट, फरार, दबोचा, शव मिला, शव बरामद, रंगदारी
        """,
        unless="""
            Supreme Court, High Court, Bill, scheme, policy, guidelines, crime rate, NCRB, NHRC, सुप्रीम कोर्ट,
            उच्चतम न्यायालय, हाई कोर्ट, विधेयक, योजना, नीति, दिशानिर्देश, एनसीआरबी, मानवाधिकार आयोग
        """,
    ),
    Signal(
        name="celebrity",
        title="""
            Bollywood, actor, actress, box office, trailer, celebrity, reality show, Bigg Boss, wedding,
            red carpet, pop star, girlfriend, boyfriend, dating, fashion week, अभिनेता, अभिनेत्री,
            हीरोइन, बॉलीवुड, हॉलीवुड, बॉक्स ऑफिस, ट्रेलर, सुपरस्टार, बिग बॉस, रियलिटी शो, फिल्म रिव्यू, फिल्म
            समीक्षा, आइटम नंबर, फैशन शो, फैशन वीक, शादी की तस्वीर, रेड कार्पेट, एक्टर, एक्ट्रेस
        """,
        unless="""
            Phalke, Padma, National Film Awards, film festival, UNESCO, Bill, फाल्के, पद्म, राष्ट्रीय फिल्म पुरस्कार,
            फिल्म महोत्सव
        """,
    ),
    Signal(
        name="stock moves",
        title="""
            Sensex, Nifty, share price, stocks to watch, shares jump, shares fall, shares rise, shares
            surge, gold price, silver price, rupee settles, market closes, सेंसेक्स, निफ्टी, शेयर बाजार,
            सोने का भाव, सोने के दाम, चांदी के दाम, शेयरों में तेजी, शेयरों में गिरावट
        """,
        unless="SEBI, सेबी",
    ),
    Signal(
        name="local accident",
        title="""
            road accident, bus accident, car crash, bus crash, mishap, overturns, truck hits, collision,
            drowned, electrocuted, सड़क हादसा, सड़क दुर्घटना, हादसे में, दुर्घटना में,
            खाई में गिरी, डूबने से, करंट लगने, बस पलटी, ट्रक ने
        """,
        unless="""
            scheme, policy, Bill, guidelines, report, victims scheme, cashless, Supreme Court, High Court,
            योजना, नीति, विधेयक, रिपोर्ट, दिशानिर्देश, कैशलेस, सुप्रीम कोर्ट
        """,
    ),
    Signal(
        name="opinion",
        title="""
            Opinion:, Editorial:, op-ed, letters to the editor, Comment:, Column:, संपादकीय
        """,
    ),
)
"""What speaks against one."""
