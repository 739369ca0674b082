"""The forms in which injected texts speak to a machine, in English and Hindi: data for ``injection``.

Those seen in the wild and in public collections. Each asks for an order in so many words,
so that news *of* orders ("the court told the police to disregard the earlier guidelines") is none.
"""

_MACHINE = (
    r"(?:an? |the |all |any )?(?:ai|a\.i\.|llms?|(?:large )?language models?"
    r"|(?:ai |virtual |digital )?assistants?|chat ?bots?|chatgpt|gpt(?:-\d\w*)?|claude|gemini|copilot"
    r"|ai (?:model|system|agent|reader|tool|summari[sz]er)s?|summari[sz]ers?"
    r"|(?:automated|machine) (?:reader|system|summari[sz]er)s?)\b"
)
_REPLY = r"(?:answer|reply|response|output|summary|summaries|completion|generated text)s?"
_ORDERS = r"(?:instruction|prompt|direction|directive|rule|guideline|command|constraint|order|message)s?"
_TONGUES = (
    r"(?:spanish|french|german|italian|russian|chinese|japanese|latin|klingon|pirate|reverse|rhymes?"
    r"|capitals|(?:upper|lower)case|emojis?|base ?64|rot13|hex|morse(?: code)?|binary|leetspeak|pig latin)"
)

ORDERS = (
    # Away with what was said before.
    (
        r"(?:ignore|disregard|forget|override|bypass|neglect|(?:do not|don't) (?:follow|obey|heed))\b.{0,40}"
        r"\b(?:previous|prior|above|earlier|preceding|foregoing|initial|original|your|system|everything|all)\b"
        rf".{{0,40}}\b{_ORDERS}\b"
    ),
    (
        r"(?:ignore|disregard|forget|skip)\s+(?:all|everything|the|this|whatever|any)\b.{0,20}"
        r"\b(?:above|before this|so far|preceding|article|document|text|context|page|earlier)\b"
    ),
    # What the reply is to be.
    rf"\w+\s+(?:\w+\s+){{0,5}}?your\s+(?:\w+\s+)?(?:{_REPLY}|message)\b",
    r"(?:reply|respond|answer)\s+(?:only|just|exactly|simply|solely|always)?\s*(?:with|in)\b",
    (
        r"(?:output|print|say|write|return|repeat|reply|respond|answer|echo|emit|display)\s+"
        r"(?:only|just|exactly|nothing|verbatim|the (?:following|words?|phrase|string|token|text|sentence))\b"
    ),
    r"(?:output|print|say|write|reply|respond|echo|repeat)\b.{0,80}\band nothing else\b",
    (
        r"(?:add|append|insert|include|embed|integrate|mention|place|put|prepend|attach|write)\b.{0,120}\b"
        rf"(?:{_REPLY}|(?:each|every) (?:section|headline|heading|title|point|bullet|paragraph)"
        r"|title of (?:each|every|all)|glossary|headline)\b"
    ),
    (
        r"(?:summari[sz]e|describe|present|rewrite|translate|classify|rate)\s+(?:this|the)\s+"
        r"(?:article|text|document|page|story)\s+(?:as|by|in|into|with|only)\b"
    ),
    (
        r"(?:do not|don't|never|refuse to)\s+(?:summari[sz]e|mention (?:this|that you)|reveal (?:this|that)"
        r"|tell the (?:user|reader)|cite|check the (?:facts|source))\b"
    ),
    rf"(?:reply|respond|answer|write|output|speak|translate)\b.{{0,30}}\b(?:in|into|as|using)\s+{_TONGUES}\b",
    (
        r"(?:replace|substitute|misspell|swap|shuffle|group|reverse|capitali[sz]e|jumble)\b.{0,40}\b"
        r"(?:letters?|vowels?|words?|characters?|keywords|every (?:second|third|fourth|fifth|other))\b"
    ),
    # What they are after.
    (
        r"(?:reveal|print|show|repeat|leak|output|send|disclose|give me|tell me)\s+(?:me\s+)?(?:your|the)\s+"
        r"(?:system |hidden |initial |secret |full |original )*"
        r"(?:prompt|instructions|api key|password|credentials|configuration)\b"
    ),
    (
        r"(?:fetch|open|browse|execute|run|invoke|call|curl|wget)\s+(?:the |this |following )*"
        r"(?:url|link|tool|function|command|code|script)\b"
    ),
)
"""What stands where an order begins: at the start of a clause, or after *please*, *now*, *you must*."""

ANYWHERE = (
    rf"\b(?:previous|prior|earlier|your|system) {_ORDERS} (?:are|is) (?:now )?(?:void|obsolete|overridden)\b",
    (
        r"\b(?:begin|start|end|finish|preface|prefix|close|conclude|open|sign)\s+(?:your|each|every|all)\b.{0,20}"
        rf"\b{_REPLY}\b"
    ),
    rf"\b(?:in|to|into|of|with|at the end of|for|throughout|within)\s+your\s+(?:\w+\s+)?{_REPLY}\b",
    rf"\b{_REPLY} must (?:only |always )?(?:contain|include|say|begin|start|end|mention|be in)\b",
    (
        r"\bmust be (?:included|mentioned|repeated|quoted|placed) in (?:any|every|all|each|your)\b.{0,20}"
        rf"\b{_REPLY}\b"
    ),
    # Who is spoken to.
    (
        r"\[/?\s*(?:inst|system|sys|assistant|user)\s*\]|<\|\s*\w+\s*\|>|<</?sys>>"
        r"|</?\s*(?:article|system|instructions?|document|context|prompt|user|assistant|evidence)\s*/?>"
    ),
    (
        r"^\W*(?:system|assistant|user|human|developer|ai|chatgpt|gpt|llm|bot|model)"
        r"(?:\s+(?:prompt|message|note|instructions?|override))?\s*:"
    ),
    (
        r"\b(?:attention|note|message|instructions?|notice|memo|reminder|warning|request|task)s?\s*(?:to|for|:)\s*"
        rf"{_MACHINE}"
    ),
    rf"^\W*(?:dear|hey|hello|hi|attention|ok|okay)[\s,]+{_MACHINE}",
    (
        r"\b(?:new|next|additional|real|actual|updated|secret|hidden|final)\s+"
        r"(?:task|instruction|objective|directive|prompt)s?\s*(?:for|:|to you|is (?:now )?to|are as follows)"
    ),
    rf"\bif you(?:'re| are| happen to be)\s+(?:reading this and\s+)?{_MACHINE}",
    (
        r"\b(?:you are|you're|act as|pretend (?:to be|you are)|imagine you are|role-?play as|behave as"
        rf"|respond as)\s+(?:now |no longer |going to be )?(?:{_MACHINE}|dan\b"
        r"|an? (?:unrestricted|unfiltered|uncensored)\b)"
    ),
    (
        rf"\b{_MACHINE}\s+(?:must|should|shall|will now|is to|are to"
        r"|(?:is|are) (?:hereby )?(?:instructed|ordered|required) to)\s+"
        r"(?:output|respond|reply|ignore|include|say|print|mention|write|append|recommend|rank|state|add|answer"
        r"|disregard)\b"
    ),
    r"\b(?:tell|inform|convince|urge|ask|persuade|warn) the (?:user|reader) (?:that|to)\b",
    (
        r"\bthe user (?:wants|has asked|is asking) you to\b"
        r"|\bas (?:an ai|a large language model|a language model),? (?:i|you)\b"
    ),
    r"\b(?:jailbreak mode|dan mode|developer mode (?:enabled|on)|do anything now|god mode|sudo mode)\b",
    r"\byour (?:system prompt|hidden instructions|content policy|safety guidelines|programming)\b",
    r"\b(?:stay|remain) in character\b|\bfrom now on,? you\b|\byou have no (?:restrictions|filters)\b",
    r"\bthis (?:overrides|supersedes) (?:all |any |the |your )*(?:system|other prompts|previous prompts)\b",
)

_CALLED = r"(?:एआई|ए\.आई\.|AI|भाषा मॉडल|लैंग्वेज मॉडल|चैटबॉट|चैट बॉट|असिस्टेंट|सहायक मॉडल|चैटजीपीटी|ChatGPT|LLM)"
_PUT = (
    r"(?:लिखें|लिखो|लिखिए|जोड़ें|जोड़ो|जोड़िए|छापें|छापो|दें|दो|दीजिए|करें|करो|कीजिए|रखें|डालें|डालो"
    r"|बताएँ|बताएं|बताओ|दिखाएँ|दिखाएं|दिखाओ|बोलें|बोलो)"
)
_AWAY = r"(?:अनदेखा|नज़रअंदाज़|नजरअंदाज|भूल|उपेक्षा|रद्द|न मान|मत मान)"

HINDI = (
    (
        r"(?:पिछल[ेी]|पूर्व|पहले|ऊपर|उपरोक्त|उपर्युक्त|सभी|सारे|तमाम)\s.{0,30}(?:निर्देश|आदेश|अनुदेश|हिदायत|नियम)"
        rf"\S*\s.{{0,20}}{_AWAY}\S*\s*(?:करें|करो|कर दें|कर दो|कीजिए|जाएँ|जाएं|जाओ|जाइए)?(?:\s|[।.!]|$)"
    ),
    rf"अपने\s+(?:उत्तर|जवाब|सारांश|आउटपुट|प्रत्युत्तर)\s.{{0,80}}{_PUT}",
    r"अपन[ाे]\s+(?:उत्तर|जवाब|सारांश)\s+(?:की शुरुआत|के अंत|का आरंभ|से शुरू|को)",
    (
        r"(?:उत्तर|जवाब|सारांश|शीर्षक|हर खंड|प्रत्येक खंड)\S*\s+(?:के|की)\s+(?:अंत|शुरुआत|आरंभ|प्रारंभ)\s+(?:में|से)\s"
        rf".{{0,80}}{_PUT}"
    ),
    r"^(?:केवल|सिर्फ|सिर्फ़|बस)\s.{0,60}(?:लिखें|लिखो|उत्तर दें|जवाब दें|जवाब दो|छापें)",
    rf"{_CALLED}\s+(?:के लिए|को|हेतु)\s+(?:\S+\s+)?(?:निर्देश|संदेश|सूचना|कार्य|आदेश|अनुरोध)\s*[:—–-]",
    rf"(?:आप|तुम)\s+(?:अब\s+)?(?:एक\s+)?{_CALLED}\s+(?:हैं|हो)",
    rf"(?:यदि|अगर)\s+(?:आप|तुम)\s+(?:कोई\s+|एक\s+)?{_CALLED}",
    r"(?:नया|अगला|गुप्त|असली)\s+(?:कार्य|निर्देश|आदेश|प्रॉम्प्ट)\s*[:—–-]",
    r"(?:सिस्टम|छिपा हुआ|अपना)\s+(?:प्रॉम्प्ट|निर्देश)\s+(?:बताएँ|बताएं|बताओ|दिखाएँ|दिखाएं|दिखाओ|लिखें|प्रकट)",
    rf"इस\s+(?:लेख|समाचार|पाठ|दस्तावेज़|दस्तावेज)\s+(?:का सारांश|को|की जगह)\s.{{0,40}}(?:मत|न)\s+{_PUT}",
    rf"इस\s+(?:लेख|समाचार|पाठ)\s+(?:को\s+)?{_AWAY}\s+{_PUT}",
    r"(?:पाठक|उपयोगकर्ता|यूज़र|यूजर)\s+(?:से|को)\s+(?:कहें|कहो|बताएँ|बताएं|बताओ)\s+कि",
)

_ORDERING = """
ignore disregard forget override bypass neglect follow obey heed skip your reply respond answer output print
say write return repeat echo emit display add append insert include embed integrate mention place put
prepend attach summarize summarise describe present rewrite translate classify rate never don't do refuse
speak replace substitute misspell swap shuffle group reverse capitalize capitalise jumble reveal show leak
send disclose give tell fetch open browse execute run invoke call curl wget
"""
_TELLING = """
your you're void obsolete overridden answer answers reply replies response responses output outputs summary
summaries completion generated inst sys im_start im_end system assistant assistants user human developer ai
llm llms gpt chatgpt claude gemini copilot chatbot chatbots bot bots model models summarizer summariser
summarizers summarisers prompt prompts task instruction instructions objective directive dan unrestricted
unfiltered uncensored reader jailbreak anything god sudo character restrictions filters overrides supersedes
article document context evidence
"""
ORDERING = frozenset(_ORDERING.split())
"""Of these words each form of ``ORDERS`` has one: without any, there is nothing to look for."""
TELLING = frozenset(_TELLING.split())
"""The same for ``ANYWHERE``."""

BESIDE = (
    r"\W*(?:(?:write|draft|show|tell|explain|replace|add|use|modify|augment|enhance|give|list|create|compose"
    r"|generate|describe|substitute|misspell|group|integrate|translate|imagine|pretend|repeat|print|output|say"
    r"|include|append|insert)\b|(?:how (?:do|can|should) (?:i|you)|what (?:is|are)|who (?:is|was|wrote)"
    r"|can you|could you)\b.*\?)"
)
"""What stands beside such a sentence and belongs to it: another order, or a question."""
