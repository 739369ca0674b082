"""The section that the bundled cues give to headlines and short reports, without a category."""

import pytest

from magazine.core.appraisal import TopicRole
from magazine.core.classify import Classifier
from magazine.taxonomy import load_taxonomy

CLASSIFIER = Classifier(load_taxonomy())


def section(title: str, body: str = "") -> str:
    scores = CLASSIFIER.topics_of(title, body)
    return next((score.topic for score in scores if score.role is TopicRole.SECTION), "")


@pytest.mark.parametrize(
    ("topic", "title"),
    [
        ("polity-constitution", "संविधान की प्रस्तावना में संशोधन पर बहस"),
        ("parliament-legislation", "राज्यसभा में प्रश्नकाल के दौरान हंगामा, विधेयक पारित"),
        ("elections", "पाँच राज्यों में मतगणना कल, मतदान केन्द्रों पर तैयारी पूरी"),
        ("judiciary", "हाईकोर्ट की खंडपीठ ने अग्रिम जमानत याचिका खारिज की"),
        ("federalism-local-government", "ग्राम पंचायतों को वित्त आयोग का अनुदान मिला"),
        ("governance", "सूचना का अधिकार: केंद्रीय सूचना आयोग में दो पद रिक्त"),
        ("international-relations", "ईरान और अमेरिका के बीच परमाणु समझौते पर वार्ता"),
        ("india-neighbourhood", "भारत-नेपाल सीमा वार्ता काठमांडू में"),
        ("summits-organisations", "ब्रिक्स शिखर सम्मेलन का घोषणा-पत्र जारी"),
        ("economy", "खुदरा महंगाई दर घटी, विकास दर का अनुमान बढ़ा"),
        ("banking-finance", "रिज़र्व बैंक ने रेपो दर में कटौती की"),
        ("budget-taxation", "आयकर रिटर्न भरने की तारीख बढ़ी, जीएसटी संग्रह भी"),
        ("trade-industry", "वाणिज्य मंत्री ने निर्यातकों के लिए नई नीति रखी, निर्यात बढ़ा"),
        ("infrastructure-energy", "सौर ऊर्जा से चलेगी मेट्रो, बिजली आपूर्ति का करार"),
        ("agriculture", "गेहूँ की खरीद शुरू, किसानों को न्यूनतम समर्थन मूल्य"),
        ("environment-biodiversity", "बाघों की गिनती: अभयारण्यों में तेंदुए भी बढ़े"),
        ("climate-change", "जलवायु परिवर्तन: कार्बन उत्सर्जन घटाने का लक्ष्य"),
        ("disaster-management", "भूकम्प के बाद बचाव दल मलबे तक पहुँचे"),
        ("geography", "मौसम विभाग: हिमालय में बर्फबारी, मैदान में कोहरा"),
        ("science-technology", "वैज्ञानिकों ने प्रयोगशाला में नई कोशिका बनाई"),
        ("space", "अन्तरिक्ष यान ने चंद्रमा की कक्षा में प्रवेश किया"),
        ("digital-ai", "कृत्रिम बुद्धिमत्ता वाले चैटबॉट पर डेटा लीक का आरोप"),
        ("internal-security", "नक्सलियों से मुठभेड़, सुरक्षाबलों ने हथियार पकड़े"),
        ("defence", "नौसेना को मिला नया युद्धपोत, मिसाइल परीक्षण सफल"),
        ("social-justice", "दिव्यांगजनों और आदिवासियों के अधिकार पर आयोग की बैठक"),
        ("indian-society", "परिवार नियोजन और लैंगिक समानता पर जनसंख्या का असर"),
        ("health", "डेंगू के मरीज बढ़े, अस्पतालों में टीके भेजे गए"),
        ("education-employment", "विश्वविद्यालयों में प्रवेश परीक्षा का पाठ्यक्रम बदला"),
        ("government-schemes", "आवास योजना के लाभार्थियों की सूची जारी"),
        ("art-culture", "फ़िल्म समीक्षा: अभिनेत्री का अभिनय और गीत याद रहेंगे"),
        ("history", "स्वतंत्रता सेनानी की जन्मशती, सत्याग्रह के दिनों की याद"),
        ("ethics", "लोक सेवकों की सत्यनिष्ठा और नैतिक मूल्य"),
        ("sports", "सेमीफ़ाइनल में शतक, कप्तान ने जीत गेंदबाज़ों के नाम की"),
    ],
)
def test_a_hindi_headline_of_every_subject_finds_its_section(topic: str, title: str) -> None:
    assert section(title) == topic


def test_every_subject_of_the_magazine_has_hindi_cues_in_plenty() -> None:
    hindi = {
        topic.id: sum(any("\u0900" <= letter <= "\u097f" for letter in cue) for cue in topic.keywords)
        for topic in load_taxonomy().topics
    }

    assert min(hindi.values()) >= 20
    assert sum(hindi.values()) > 2500


@pytest.mark.parametrize(
    ("topic", "title"),
    [
        ("sports", "ऑस्ट्रेलिया ने इंग्लैंड को टेस्ट मैच में हराया"),
        ("sports", "Australia beat Pakistan in the cricket World Cup"),
        ("art-culture", "ईरान की फिल्म को अंतरराष्ट्रीय फिल्म महोत्सव में जगह"),
        ("history", "Union Home Minister pays tribute to freedom fighter on his martyrdom"),
        ("health", "Operation theatre opened at district hospital"),
        ("international-relations", "फ्रांस के राष्ट्रपति की राजकीय यात्रा"),
        ("trade-industry", "Innovation ecosystem: start-ups meet exporters"),
        ("internal-security", "DRI seizes heroin from a drug cartel"),
        ("government-schemes", "Rural livelihoods mission adds women of rural households"),
        ("art-culture", "Sacred relics of the Buddha displayed at the monastery museum"),
    ],
)
def test_a_word_of_another_subject_does_not_carry_the_story_away(topic: str, title: str) -> None:
    assert section(title) == topic


@pytest.mark.parametrize(
    ("topic", "title"),
    [
        ("elections", "पद्म पुरस्कार के लिए नामांकन आरंभ"),
        ("geography", "कई वर्षों बाद खुला पुस्तकालय"),
        ("art-culture", "Theatre command for the armed forces"),
        ("environment-biodiversity", "A credit ecosystem for small firms"),
    ],
)
def test_a_word_alike_gives_no_section(topic: str, title: str) -> None:
    assert topic not in {score.topic for score in CLASSIFIER.topics_of(title, "")}
