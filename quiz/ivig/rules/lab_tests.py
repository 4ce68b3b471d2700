"""Test results: antibodies from the donors, white cells, salt and the blood count."""

from quiz.conditions import at_least
from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.blood import paleness
from quiz.ivig.questions.everyday import sleepy_or_drowsy
from quiz.ivig.questions.flu_like import temperature, tired
from quiz.ivig.questions.kidneys import urine
from quiz.ivig.questions.lab_tests import tests
from quiz.ivig.questions.spells import spell
from quiz.ivig.questions.stomach import sick
from quiz.model import Rule, Urgency

RULES = (
    Rule(
        id="white-cells-fever",
        when=tests.is_("white-cells-fever") | (tests.is_("white-cells") & temperature.at_least("settled")),
        urgency=Urgency.EMERGENCY,
        because="A fever with low white cells can be a bad infection.",
        hazards=(h.LOW_WHITE_CELLS, h.FEVER, h.SEPSIS),
        sources=(s.WHITE_CELLS, s.OWN_MARGIN),
    ),
    Rule(
        id="blood-results-with-sign",
        when=tests.is_("salt")
        & at_least(
            1,
            sleepy_or_drowsy,
            sick.at_least("repeated"),
            symptoms.is_("stairs"),
            spell.is_("faint", "fit", "wheeze"),
        ),
        urgency=Urgency.EMERGENCY,
        because="A result like this with such a sign needs help at once.",
        hazards=(h.BLOOD_RESULTS, h.CONFUSION),
        sources=(s.LOW_SODIUM, s.TRUE_LOW_SODIUM, s.OWN_MARGIN),
    ),
    Rule(
        id="blood-results",
        when=tests.is_("salt"),
        urgency=Urgency.TODAY,
        call="night",
        because="Such a result may or may not be real, and only a doctor can tell.",
        ask="Is this result real, or an effect of the drip?",
        hazards=(h.BLOOD_RESULTS,),
        sources=(s.LOW_SODIUM, s.TRUE_LOW_SODIUM),
    ),
    Rule(
        id="white-cells-chills",
        when=tests.is_("white-cells") & temperature.at_least("under-38"),
        urgency=Urgency.TODAY,
        call="night",
        because="Chills with low white cells can be the start of an infection.",
        ask="Could this be an infection, as the defences are low?",
        hazards=(h.LOW_WHITE_CELLS, h.FEVERISH),
        sources=(s.WHITE_CELLS, s.OWN_MARGIN),
    ),
    Rule(
        id="antibody-test-with-sign",
        when=tests.is_("antibodies")
        & at_least(1, tired.is_("marked"), urine.is_("dark"), paleness.is_("yellow", "pale")),
        urgency=Urgency.TODAY,
        call="night",
        because="With such a test, this can mean that red blood cells break down.",
        ask="Could red blood cells be breaking down?",
        hazards=(h.ANTIBODY_TEST, h.DARK_URINE, h.TIREDNESS),
        sources=(s.GAMUNEX, s.OWN_MARGIN),
    ),
    Rule(
        id="white-cells",
        when=tests.is_("white-cells"),
        urgency=Urgency.SOON,
        because="White cells often dip after a drip and recover within 2 weeks.",
        ask="When is the next blood test?",
        hazards=(h.LOW_WHITE_CELLS,),
        sources=(s.WHITE_CELLS,),
    ),
    Rule(
        id="antibody-test",
        when=tests.is_("antibodies"),
        urgency=Urgency.SOON,
        because="Donors' antibodies in the drip can turn tests positive for 6 weeks or more.",
        ask="Could the drip have turned this test positive?",
        hazards=(h.ANTIBODY_TEST,),
        sources=(s.PASSIVE_ANTIBODIES, s.PASSIVE_ANTIBODIES_STUDY),
    ),
)
