"""Words that name one country, place or body: India and Indian, Mumbai and Bombay."""

_GROUPS = """
india indian indians bharat bharatiya hindustan; china chinese; russia russian russians; ukraine
ukrainian ukrainians; america american americans us usa u.s u.s.a united-states; britain british
uk u.k united-kingdom britons; france french; germany german germans; japan japanese; australia
australian australians; israel israeli israelis; iran iranian iranians; europe european europeans
eu e.u; spain spanish; italy italian italians; england english; scotland scottish; wales welsh;
ireland irish; canada canadian canadians; mexico mexican mexicans; brazil brazilian brazilians;
turkey turkish turkiye; pakistan pakistani pakistanis; bangladesh bangladeshi; nepal nepali
nepalese; lanka lankan lankans; afghanistan afghan afghans; netherlands dutch; sweden swedish;
norway norwegian norwegians; denmark danish; switzerland swiss; poland polish; greece greek
greeks; korea korean koreans; africa african africans; asia asian asians; syria syrian syrians;
iraq iraqi iraqis; egypt egyptian; thailand thai; belgium belgian; finland finnish; portugal
portuguese; philippines philippine filipino; taiwan taiwanese; vietnam vietnamese; singapore
singaporean; palestine palestinian palestinians; lebanon lebanese; saudi saudis; islam islamic
muslim muslims; hindu hindus hinduism; sikh sikhs sikhism; oman omani; qatar qatari; kuwait
kuwaiti; bhutan bhutanese; maldives maldivian; myanmar burmese; indonesia indonesian; malaysia
malaysian; kenya kenyan; nigeria nigerian; ethiopia ethiopian; argentina argentine; chile chilean;
peru peruvian; austria austrian; hungary hungarian; czechia czech; romania romanian; bulgaria
bulgarian; croatia croatian; serbia serbian; armenia armenian; kazakhstan kazakh; mongolia
mongolian; mauritius mauritian; seychelles seychellois; emirates uae emirati; covid coronavirus;
parliament parliamentary; punjab punjabi; bengal bengali; gujarat gujarati; assam assamese;
kashmir kashmiri; tamil tamils; maharashtra marathi; kerala malayalam; odisha odia orissa;
bengaluru bangalore; mumbai bombay; pm prime; cm chief
"""


def _related() -> dict[str, frozenset[str]]:
    groups = (frozenset(group.split()) for group in _GROUPS.split(";"))
    return {word: group for group in groups for word in group}


RELATED: dict[str, frozenset[str]] = _related()
"""To a word in small letters, the words of its group, itself included."""
