"""Places and peoples, Hindi and English: ``हिंदी, हिंदी = english, english``."""

COUNTRIES = """
चीन = china, chinese
चीनी = chinese, china, sugar
अमेरिका, अमरीका, संयुक्त राज्य अमेरिका, अमेरिकी, अमरीकी = america, american, us, usa, u.s, u.s.a, united states
ब्रिटेन, यूनाइटेड किंगडम, इंग्लैंड, ब्रिटिश, यूके = britain, british, uk, u.k, united kingdom, england, english
रूस, रूसी = russia, russian
जर्मनी, जर्मन = germany, german
फ्रांस, फ्रांसीसी = france, french
इटली, इतालवी = italy, italian
स्पेन, स्पेनिश = spain, spanish
पुर्तगाल = portugal, portuguese
यूनान, ग्रीस = greece, greek
तुर्की, तुर्किये = turkey, turkish, turkiye, türkiye
मिस्र = egypt, egyptian
इज़राइल, इजरायल, इज़रायल, इजराइल, इस्राइल, इज़राइली, इजरायली = israel, israeli
फ़िलिस्तीन, फिलस्तीन, फ़लस्तीन, फिलिस्तीनी = palestine, palestinian
ईरान, ईरानी = iran, iranian
इराक, इराकी = iraq, iraqi
सीरिया = syria, syrian
लेबनान = lebanon, lebanese
जॉर्डन = jordan
यमन = yemen, yemeni
ओमान = oman, omani
कतर = qatar, qatari
कुवैत = kuwait, kuwaiti
बहरीन = bahrain
सऊदी अरब, सऊदी = saudi
संयुक्त अरब अमीरात, यूएई = emirates, uae, u.a.e
जापान = japan, japanese
दक्षिण कोरिया = south korea, korea, korean
उत्तर कोरिया = north korea, dprk
मंगोलिया = mongolia, mongolian
ताइवान = taiwan, taiwanese
वियतनाम = vietnam, vietnamese
थाईलैंड = thailand, thai
सिंगापुर = singapore, singaporean
मलेशिया = malaysia, malaysian
इंडोनेशिया = indonesia, indonesian
फिलीपींस, फिलिपींस = philippines, philippine, filipino
कंबोडिया = cambodia
लाओस = laos, lao
म्यांमार, म्यांमा = myanmar, burma
श्रीलंका, श्रीलंकाई = lanka, lankan
पाकिस्तान, पाकिस्तानी = pakistan, pakistani
बांग्लादेश, बांग्लादेशी = bangladesh, bangladeshi
नेपाल, नेपाली = nepal, nepali, nepalese
भूटान = bhutan, bhutanese
मालदीव = maldives, maldivian
अफगानिस्तान, अफ़ग़ानिस्तान, अफगान = afghanistan, afghan
तिब्बत = tibet, tibetan
कज़ाखस्तान, कजाकिस्तान = kazakhstan, kazakh
उज़्बेकिस्तान = uzbekistan
ताजिकिस्तान = tajikistan
किर्गिस्तान = kyrgyzstan
तुर्कमेनिस्तान = turkmenistan
आर्मेनिया = armenia, armenian
अज़रबैजान = azerbaijan
जॉर्जिया = georgia
यूक्रेन = ukraine, ukrainian
पोलैंड = poland, polish
हंगरी = hungary, hungarian
ऑस्ट्रिया = austria, austrian
ऑस्ट्रेलिया, ऑस्ट्रेलियाई = australia, australian
न्यूज़ीलैंड = new zealand, zealand
स्विट्ज़रलैंड, स्विस = switzerland, swiss
नीदरलैंड, नीदरलैंड्स = netherlands, dutch
बेल्जियम = belgium, belgian
डेनमार्क = denmark, danish
नॉर्वे = norway, norwegian
स्वीडन = sweden, swedish
फिनलैंड = finland, finnish
आयरलैंड = ireland, irish
आइसलैंड = iceland
ग्रीनलैंड = greenland
कनाडा, कनाडाई = canada, canadian
मेक्सिको, मैक्सिको = mexico, mexican
क्यूबा = cuba, cuban
ब्राज़ील = brazil, brazilian
अर्जेंटीना = argentina, argentine
चिली = chile, chilean
पेरू = peru
कोलंबिया = colombia
वेनेज़ुएला = venezuela
दक्षिण अफ्रीका = south africa
केन्या = kenya, kenyan
नाइजीरिया = nigeria, nigerian
इथियोपिया = ethiopia, ethiopian
मॉरीशस = mauritius
सेशेल्स = seychelles
घाना = ghana
नामीबिया = namibia
तंजानिया = tanzania
सूडान = sudan
मोरक्को = morocco
एशिया, एशियाई = asia, asian
यूरोप, यूरोपीय, यूरोपियन = europe, european
अफ्रीका, अफ्रीकी = africa, african
अंटार्कटिका = antarctica, antarctic
आर्कटिक = arctic
हिंद महासागर = indian ocean
प्रशांत महासागर, हिंद-प्रशांत, हिंद प्रशांत = pacific
अटलांटिक महासागर, अटलांटिक = atlantic
अरब सागर = arabian sea
बंगाल की खाड़ी = bay of bengal
फारस की खाड़ी = persian gulf, gulf
खाड़ी = gulf, bay
लाल सागर = red sea
दक्षिण चीन सागर = south china sea
हिमालय = himalaya, himalayas, himalayan
पश्चिम एशिया = west asia, middle east
मध्य पूर्व = middle east, west asia
"""

STATES = """
आंध्र प्रदेश = andhra
अरुणाचल प्रदेश, अरुणाचल = arunachal
असम = assam, assamese
बिहार = bihar
छत्तीसगढ़ = chhattisgarh
गोवा = goa
गुजरात, गुजराती = gujarat, gujarati
हरियाणा = haryana
हिमाचल प्रदेश, हिमाचल = himachal
झारखंड, झारखण्ड = jharkhand
कर्नाटक = karnataka
केरल, केरलम = kerala, keralam
मध्य प्रदेश = madhya pradesh, mp, m.p
महाराष्ट्र = maharashtra
मणिपुर = manipur
मेघालय = meghalaya
मिजोरम, मिज़ोरम = mizoram
नागालैंड, नगालैंड = nagaland
ओडिशा, उड़ीसा = odisha, orissa
पंजाब, पंजाबी = punjab, punjabi
राजस्थान = rajasthan
सिक्किम = sikkim
तमिलनाडु, तमिल नाडु = tamil nadu, tamilnadu
तेलंगाना = telangana
त्रिपुरा = tripura
उत्तर प्रदेश, यूपी = uttar pradesh, u.p
उत्तराखंड, उत्तराखण्ड = uttarakhand
पश्चिम बंगाल = west bengal, bengal
बंगाल = bengal
जम्मू-कश्मीर, जम्मू कश्मीर, जम्मू और कश्मीर = jammu, j&k
कश्मीर, कश्मीरी = kashmir, kashmiri
लद्दाख = ladakh
लक्षद्वीप = lakshadweep
पुडुचेरी = puducherry, pondicherry
अंडमान और निकोबार, अंडमान = andaman
दादरा और नगर हवेली = dadra
दिल्ली, नई दिल्ली = delhi, ncr, nct
चंडीगढ़ = chandigarh
पूर्वोत्तर = north east, northeast, north-east, north eastern, northeastern, north-eastern
"""

CITIES = """
मुंबई = mumbai, bombay; कोलकाता = kolkata, calcutta; चेन्नई = chennai, madras
बेंगलुरु, बेंगलूरु, बैंगलोर = bengaluru, bangalore; हैदराबाद = hyderabad; अहमदाबाद = ahmedabad
पुणे = pune; सूरत = surat; जयपुर = jaipur; लखनऊ = lucknow; कानपुर = kanpur; नागपुर = nagpur
इंदौर = indore; भोपाल = bhopal; पटना = patna; वडोदरा = vadodara; आगरा = agra
वाराणसी, काशी = varanasi, kashi; बनारस = varanasi, banaras; प्रयागराज = prayagraj, allahabad
इलाहाबाद = allahabad, prayagraj; मेरठ = meerut; गाजियाबाद = ghaziabad; नोएडा = noida
गुरुग्राम = gurugram, gurgaon; फरीदाबाद = faridabad; अमृतसर = amritsar; लुधियाना = ludhiana
जालंधर = jalandhar; शिमला = shimla; देहरादून = dehradun; हरिद्वार = haridwar; ऋषिकेश = rishikesh
श्रीनगर = srinagar; जम्मू = jammu; लेह = leh; रांची = ranchi; जमशेदपुर = jamshedpur
धनबाद = dhanbad; रायपुर = raipur; बिलासपुर = bilaspur; भुवनेश्वर = bhubaneswar; कटक = cuttack
गुवाहाटी = guwahati; शिलांग = shillong; इंफाल, इम्फाल = imphal; आइजोल = aizawl; कोहिमा = kohima
अगरतला = agartala; गंगटोक = gangtok; ईटानगर = itanagar; पणजी = panaji; गांधीनगर = gandhinagar
राजकोट = rajkot; जामनगर = jamnagar; भुज = bhuj; कांडला = kandla
विशाखापत्तनम = visakhapatnam, vizag; विजयवाड़ा = vijayawada; अमरावती = amaravati, amravati
तिरुपति = tirupati; कोच्चि, कोचीन = kochi, cochin; तिरुवनंतपुरम = thiruvananthapuram, trivandrum
कोझिकोड = kozhikode, calicut; मदुरै = madurai; कोयंबटूर = coimbatore
मैसूर, मैसूरु = mysuru, mysore; मंगलुरु = mangaluru, mangalore; हुबली = hubballi, hubli
नासिक = nashik, nasik; औरंगाबाद = aurangabad; जोधपुर = jodhpur; उदयपुर = udaipur; अजमेर = ajmer
बीकानेर = bikaner; जैसलमेर = jaisalmer; ग्वालियर = gwalior; जबलपुर = jabalpur; उज्जैन = ujjain
गोरखपुर = gorakhpur; अयोध्या = ayodhya; मथुरा = mathura; झांसी = jhansi; अलीगढ़ = aligarh
बरेली = bareilly; दरभंगा = darbhanga; मुजफ्फरपुर = muzaffarpur; सिलीगुड़ी = siliguri
दार्जिलिंग = darjeeling; बीजिंग = beijing; शंघाई = shanghai; टोक्यो, तोक्यो = tokyo
सियोल = seoul; हनोई = hanoi; बैंकॉक = bangkok; जकार्ता = jakarta; ढाका = dhaka
काठमांडू = kathmandu; कोलंबो = colombo; माले = male; थिम्फू = thimphu; इस्लामाबाद = islamabad
कराची = karachi; लाहौर = lahore; काबुल = kabul; तेहरान = tehran; दुबई = dubai
अबू धाबी = abu dhabi; रियाद = riyadh; दोहा = doha; मस्कट = muscat; यरुशलम, येरुशलम = jerusalem
गाजा, गाज़ा = gaza; काहिरा = cairo; नैरोबी = nairobi; मॉस्को, मास्को = moscow; कीव = kyiv, kiev
बर्लिन = berlin; पेरिस = paris; लंदन = london; रोम = rome; वियना = vienna; जिनेवा = geneva
ब्रुसेल्स = brussels; हेग = hague; मैड्रिड = madrid; वाशिंगटन, वॉशिंगटन = washington
न्यूयॉर्क = new york; दावोस = davos; ग्लासगो = glasgow; बाकू = baku; बेलेम = belem, belém
यमुना = yamuna; गंगा = ganga, ganges; ब्रह्मपुत्र = brahmaputra; गोदावरी = godavari
कावेरी = cauvery, kaveri; नर्मदा = narmada; सिंधु = indus, sindhu; तीस्ता = teesta
सतलुज = sutlej; चिनाब, चेनाब = chenab; झेलम = jhelum; महानदी = mahanadi; तापी = tapi, tapti
"""
