"""Places by what they are, so that one can stand in a question beside others of its kind.

States with States and towns with towns. Only what a name alone tells: not which State a town
is in, and no borders.
"""

import re
from collections.abc import Iterator, Mapping

_LISTS: Mapping[str, str] = {
    "state": """Andhra Pradesh|Arunachal Pradesh|Assam|Bihar|Chhattisgarh|Gujarat|Haryana
    |Himachal Pradesh|Jharkhand|Karnataka|Kerala|Madhya Pradesh|Maharashtra|Manipur
    |Meghalaya|Mizoram|Nagaland|Odisha|Punjab|Rajasthan|Sikkim|Tamil Nadu|Telangana
    |Tripura|Uttar Pradesh|Uttarakhand|West Bengal""",
    "town": """Agra|Ahmedabad|Aizawl|Ajmer|Amritsar|Aurangabad|Bengaluru|Bhopal|Bhubaneswar
    |Chandigarh|Chennai|Coimbatore|Dehradun|Gandhinagar|Gangtok|Gurugram|Guwahati
    |Gwalior|Hyderabad|Imphal|Indore|Itanagar|Jabalpur|Jaipur|Jaisalmer|Jodhpur|Kanpur
    |Kochi|Kohima|Kolkata|Kota|Kurukshetra|Lucknow|Ludhiana|Madurai|Mumbai|Mysuru
    |Nagpur|Nashik|New Delhi|Noida|Panaji|Patna|Prayagraj|Pune|Puri|Raipur|Ranchi
    |Ranikhet|Shillong|Shimla|Sriharikota|Srinagar|Surat|Thiruvananthapuram|Tirupati
    |Udaipur|Vadodara|Varanasi|Vijayawada|Visakhapatnam""",
    "capital": """Abu Dhabi|Accra|Addis Ababa|Algiers|Ankara|Baghdad|Bangkok|Beijing|Berlin|Bern
    |Brasília|Brussels|Cairo|Canberra|Colombo|Dhaka|Doha|Dublin|Geneva|Hanoi|Helsinki
    |Islamabad|Jakarta|Johannesburg|Kathmandu|Kigali|Kuala Lumpur|Kuwait City|Kyiv
    |Lisbon|London|Madrid|Male|Manila|Moscow|Muscat|Nairobi|Oslo|Ottawa|Paris
    |Port Louis|Pretoria|Riyadh|Rome|Seoul|Singapore|Stockholm|Tashkent|Tehran|Thimphu
    |Tokyo|Victoria|Vienna|Warsaw|Washington|Yaoundé""",
    "country": """Afghanistan|Argentina|Armenia|Australia|Azerbaijan|Bangladesh|Belgium|Bhutan|Brazil
    |Cameroon|Canada|Chile|China|Cuba|Denmark|Egypt|Ethiopia|Fiji|Finland|France
    |Germany|Ghana|Greece|Hungary|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Japan
    |Jordan|Kazakhstan|Kenya|Kuwait|Malaysia|Mauritius|Mexico|Mongolia|Morocco|Myanmar
    |Nepal|New Zealand|Nigeria|Norway|Oman|Pakistan|Peru|Poland|Portugal|Qatar|Russia
    |Rwanda|Saudi Arabia|Seychelles|South Africa|South Korea|Spain|Sri Lanka|Sweden
    |Switzerland|Tanzania|Thailand|Türkiye|Uganda|Ukraine|Uzbekistan|Vietnam""",
    "राज्य": """आंध्र प्रदेश|अरुणाचल प्रदेश|असम|बिहार|छत्तीसगढ़|गुजरात|हरियाणा|हिमाचल प्रदेश|झारखंड
    |कर्नाटक|केरल|मध्य प्रदेश|महाराष्ट्र|मणिपुर|मेघालय|मिज़ोरम|नागालैंड|ओडिशा|पंजाब
    |राजस्थान|सिक्किम|तमिलनाडु|तेलंगाना|त्रिपुरा|उत्तर प्रदेश|उत्तराखंड|पश्चिम बंगाल""",
    "नगर": """अहमदाबाद|अमृतसर|बेंगलुरु|भोपाल|भुवनेश्वर|चंडीगढ़|चेन्नई|देहरादून|गांधीनगर|गुवाहाटी
    |हैदराबाद|इंदौर|जयपुर|जैसलमेर|जोधपुर|कोच्चि|कोलकाता|लखनऊ|मुंबई|नई दिल्ली|पटना
    |प्रयागराज|पुणे|रायपुर|रांची|शिलांग|शिमला|श्रीनगर|सूरत|वाराणसी""",
    "देश": """अफगानिस्तान|ऑस्ट्रेलिया|बांग्लादेश|ब्राजील|भूटान|कनाडा|चीन|फ्रांस|जर्मनी|इंडोनेशिया
    |ईरान|इज़राइल|इटली|जापान|मालदीव|मॉरीशस|म्यांमार|नेपाल|ओमान|पाकिस्तान|कतर|रूस
    |सऊदी अरब|सिंगापुर|श्रीलंका|थाईलैंड|यूक्रेन|वियतनाम""",
}
_KIND_OF = {
    name: kind
    for kind, names in _LISTS.items()
    for name in " ".join(names.split()).replace(" |", "|").split("|")
}
# Longer names first: *New Delhi* before *Delhi*.
_PLACE = re.compile(
    r"(?<![\w\u0900-\u0963])(?:"
    + "|".join(sorted(_KIND_OF, key=len, reverse=True))
    + r")(?![\w\u0900-\u0963-])"
)


def places_in(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the known places of a text with what they are, in order."""
    for match in _PLACE.finditer(text):
        yield _KIND_OF[match[0]], match
