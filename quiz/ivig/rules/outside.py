"""Outside the scope: muscle illness, immunoglobulin under the skin, other illness, under 18."""

from quiz.ivig import hazards as h
from quiz.ivig import softer
from quiz.ivig import sources as s
from quiz.ivig.questions.anything import any_symptom, symptoms
from quiz.ivig.questions.before import waits
from quiz.ivig.questions.drip import outside, who
from quiz.ivig.questions.drip_trouble import drip_trouble
from quiz.ivig.questions.flu_like import temperature
from quiz.ivig.questions.head import headache, headache_course
from quiz.ivig.questions.outside import child, dose_site, illness, muscle_signs, odd
from quiz.ivig.questions.risks import risks
from quiz.model import Rule, Urgency

RULES = (
    Rule(
        id="muscle-bulbar",
        when=muscle_signs.is_("bulbar"),
        urgency=Urgency.EMERGENCY,
        because="Trouble with swallowing, speaking or breathing can mean that the muscles fail.",
        hazards=(h.MUSCLE_FAILS,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="low-defences-fever",
        # Shaking or fever that came back has no number, so it counts as a fever.
        when=(illness.is_("immunity") | (who.is_("other-illness") & risks.is_("defence")))
        & (temperature.at_least("settled") | drip_trouble.is_("shook-again")),
        urgency=Urgency.EMERGENCY,
        because="A fever with a weak defence against germs can turn bad within hours.",
        hazards=(
            h.FEVER,
            h.SEPSIS,
        ),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="low-platelets-headache",
        when=illness.is_("platelets")
        & (headache.at_least("moderate") | (symptoms.is_("headache") & headache_course.is_("lasting", "stays"))),
        urgency=Urgency.EMERGENCY,
        because="A bad headache with low platelets can be a bleed in the head.",
        hazards=(h.LOW_PLATELETS,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="child-floppy",
        when=child.is_("floppy") | odd.is_("not-clear"),
        urgency=Urgency.EMERGENCY,
        because="A child who is floppy, hard to wake or does not know you needs help at once.",
        hazards=(h.CHILD,),
        sources=(
            s.CHILD_PAGES,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="muscle-droopy",
        when=muscle_signs.is_("droopy"),
        urgency=Urgency.TODAY,
        call="night",
        because="A new droopy eyelid or double sight can mean that the muscle illness is getting worse.",
        ask="Is the muscle illness getting worse?",
        hazards=(h.MUSCLE_FAILS,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="dose-site-bad",
        when=dose_site.is_("bad"),
        urgency=Urgency.TODAY,
        call="night",
        because="A place that is hot, hard, growing or open can be infected.",
        ask="Could this place be infected?",
        hazards=(h.DOSE_SITE,),
        sources=(s.ASCIA,),
    ),
    Rule(
        id="dose-site-away",
        when=dose_site.is_("away"),
        urgency=Urgency.TODAY,
        call="night",
        because="Hives away from the place where the dose goes in can be an allergy.",
        ask="Could this be an allergy?",
        hazards=(
            h.DOSE_SITE,
            h.HIVES,
        ),
        sources=(s.HIZENTRA,),
    ),
    Rule(
        id="child-unwell",
        when=child.is_("sick", "not-drinking") | odd.is_("clear"),
        urgency=Urgency.TODAY,
        call="night",
        because="A child who keeps being sick, will not drink or behaves oddly needs a call now.",
        ask="Does the child need to be seen now?",
        hazards=(h.CHILD,),
        sources=(
            s.CHILD_PAGES,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="not-made-for-you",
        when=who.is_("other-illness", "child") & (any_symptom | waits("weaker", "cold")),
        urgency=Urgency.TODAY,
        call="night",
        because="This checker was not made for you, so your team must hear of this today.",
        ask="What should be done about this today?",
        floor=True,
        hazards=(h.UNKNOWN,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="dose-site-mild",
        when=dose_site.is_("mild"),
        urgency=Urgency.SOON,
        because="A red or itchy place is common under the skin, and your nurse should know before the next dose.",
        ask="Is this the usual reaction?",
        hazards=(h.DOSE_SITE,),
        sources=(s.ASCIA,),
    ),
    Rule(
        id="outside-with-symptom",
        when=who.is_("muscle", "under-skin") & any_symptom,
        urgency=Urgency.SOON,
        because="This checker was not made for you, so your team should hear of what you feel.",
        ask="What should be done about this?",
        floor=True,
        hazards=(h.UNKNOWN,),
        sources=(s.OWN_MARGIN,),
        softer=softer.NOT_MADE_FOR,
    ),
    Rule(
        id="outside-the-scope",
        when=outside,
        urgency=Urgency.SOON,
        because="This checker was not made for you, so let your team judge.",
        ask="What should be done about this?",
        floor=True,
        hazards=(h.UNKNOWN,),
        sources=(s.OWN_MARGIN,),
        softer=softer.NOT_MADE_FOR,
    ),
)
