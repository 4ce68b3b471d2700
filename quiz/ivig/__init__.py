"""Everything that is about IVIg: sources, hazards, questions and rules, joined into one guide."""

from quiz.ivig.care import CARE
from quiz.ivig.hazards import HAZARDS
from quiz.ivig.questions import QUESTIONS
from quiz.ivig.questions.anything import badly, nurse
from quiz.ivig.questions.before import ready, waits
from quiz.ivig.questions.drip import drip, for_another, who
from quiz.ivig.questions.everyday import everyday
from quiz.ivig.questions.flu_like import aches, tired
from quiz.ivig.questions.head import headache_course
from quiz.ivig.rules import RULES, TOPICS
from quiz.model import NONE, Guide, Note

GUIDE = Guide(
    version="0.4.0",
    dated="2026-11-29",
    questions=QUESTIONS,
    rules=RULES,
    notes=(
        Note(
            id="tell-your-nurse",
            when=nurse.is_("yes"),
            before_numbers=True,
            heading="Tell your nurse now: press the call button",
        ),
        Note(id="stop-and-call", when=nurse.is_("no"), heading="Follow your stop-and-call plan now"),
        Note(id="self-harm", when=everyday.is_("harm")),
        Note(id="outside-muscle", when=who.is_("muscle")),
        Note(id="outside-under-skin", when=who.is_("under-skin")),
        Note(id="outside-other-illness", when=who.is_("other-illness")),
        Note(id="outside-child", when=who.is_("child")),
        Note(id="before-weaker", when=waits("weaker", "delayed", "stopping")),
        Note(id="before-ill", when=waits("infection", "dry", "cold") | ready.is_("ill")),
        Note(id="before-tell", when=waits("pregnant", "iga", "clot", "kidney", "medicines", "new-start", "migraine")),
        Note(id="before-plans", when=waits("operation", "live-vaccine", "other-vaccine", "daily-life")),
        Note(id="before-fears", when=waits("needles", "needles-stop", "frightened")),
        Note(
            id="before-first-drip",
            when=drip.is_("not-yet"),
            instead="Get ready for your first drip",
            named="a first drip",
        ),
    ),
    hazards=HAZARDS,
    for_another=for_another,
    topics=TOPICS,
    baseline={
        "red-flags": [NONE],
        "who": ["me"],
        "drip": ["last-24-hours"],
        "same": ["new"],
        headache_course.id: ["easing"],
        tired.id: ["ordinary"],
        aches.id: ["both-sides"],
        badly.id: ["steady"],
    },
    care=CARE,
)
