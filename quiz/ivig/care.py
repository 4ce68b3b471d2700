"""Self-care by topic, the weightier and the more usual first; `content/advice/care-<id>.md` has the words.

They are for whoever is not to call today, so a tick in the list of symptoms is enough where its follow-up question
has no mild answer about anything else.
"""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.everyday import everyday
from quiz.ivig.questions.fluid import reading
from quiz.model import Care

CARE = (
    Care(id="headache", when=symptoms.is_("headache")),
    Care(id="fever", when=symptoms.is_("fever")),
    Care(id="skin", when=symptoms.is_("skin")),
    Care(id="weakness", when=symptoms.is_("weakness")),
    Care(id="nerve-pain", when=symptoms.is_("nerve-pain")),
    Care(id="dizzy", when=symptoms.is_("dizzy")),
    Care(id="flutter", when=symptoms.is_("heart")),
    Care(id="sick", when=symptoms.is_("sick")),
    Care(id="pressure", when=reading.is_("raised", "slight")),
    Care(id="low", when=reading.is_("low")),
    Care(id="swelling", when=symptoms.is_("swelling")),
    Care(id="heavy", when=symptoms.is_("heavy")),
    Care(id="urine", when=symptoms.is_("urine")),
    Care(id="back", when=symptoms.is_("back")),
    Care(id="aches", when=symptoms.is_("aches")),
    Care(id="cold", when=symptoms.is_("cold")),
    Care(id="tired", when=symptoms.is_("tired")),
    Care(id="ears", when=symptoms.is_("ears")),
    Care(id="tummy", when=symptoms.is_("tummy")),
    Care(id="needle", when=symptoms.is_("needle")),
    Care(id="fingers", when=symptoms.is_("limb")),
    Care(id="mood", when=everyday.is_("low", "jittery", "sleepy")),
    Care(id="tests", when=symptoms.is_("tests")),
    Care(id="drip", when=symptoms.is_("drip-trouble")),
    Care(id="mouth", when=everyday.is_("mouth")),
    Care(id="period", when=everyday.is_("period", "period-heavier")),
    Care(id="changes", when=everyday.is_("sweats", "hair", "hair-lasting")),
)
