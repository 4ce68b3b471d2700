"""Nerves: pain turned up, old weakness creeping back, and new weakness."""

from quiz.conditions import at_least
from quiz.ivig import hazards as h
from quiz.ivig import softer
from quiz.ivig import sources as s
from quiz.ivig.periods import first_day, first_two_weeks, second_day, third_day
from quiz.ivig.questions.drip import outside, who
from quiz.ivig.questions.nerves import nerve_pain, weakness
from quiz.ivig.questions.same import same, strict, unlike
from quiz.ivig.questions.time import in_window, past_window, started
from quiz.model import Rule, Urgency

RULES = (
    Rule(
        id="nerve-pain-sudden",
        when=nerve_pain.at_least("sudden"),
        urgency=Urgency.EMERGENCY,
        because="Sudden pain or numbness on one side can be a stroke or a blocked artery.",
        hazards=(h.NERVE_PAIN, h.STROKE),
        sources=(s.ARTICLE, s.NHS_STROKE),
    ),
    Rule(
        id="weakness-fast",
        when=weakness.at_least("fast"),
        urgency=Urgency.EMERGENCY,
        because="Weakness that grows within a day can reach the muscles you breathe with.",
        hazards=(h.NEW_WEAKNESS,),
        sources=(s.ARTICLE, s.ACUTE_NEUROPATHY),
    ),
    Rule(
        id="weakness-over-days",
        when=weakness.at_least("over-days"),
        urgency=Urgency.TODAY,
        call="night",
        because="Much more weakness over days needs a check now, day or night.",
        ask="Who can check this now?",
        hazards=(h.NEW_WEAKNESS,),
        sources=(s.ACUTE_NEUROPATHY, s.OWN_MARGIN),
    ),
    Rule(
        id="weakness-lost-task",
        when=weakness.at_least("lost-task"),
        urgency=Urgency.TODAY,
        call="night",
        because="More falls, or not being able to do what you could before, are not a usual effect of IVIg.",
        ask="This worked before, and now it does not: who can check it?",
        hazards=(h.NEW_WEAKNESS, h.WEARING_OFF),
        sources=(s.ARTICLE, s.ACUTE_NEUROPATHY),
    ),
    Rule(
        id="weakness-soon-after-dose",
        when=weakness.at_least("creeping")
        & at_least(
            1,
            first_day,
            second_day,
            third_day,
            started.is_("first-days"),
            first_two_weeks & same.is_("changed", "new", "few", "after"),
        ),
        urgency=Urgency.TODAY,
        call="morning",
        because="Weakness that comes back soon after a dose may have another cause and needs a check.",
        ask="Why is it back so soon after the drip?",
        hazards=(h.WEARING_OFF, h.NEW_WEAKNESS),
        sources=(s.WEARING_OFF, s.OWN_MARGIN),
        softer=softer.KNOWN_DIP,
    ),
    Rule(
        id="nerve-pain-with-weakness",
        when=nerve_pain.at_least("usual") & weakness.at_least("creeping") & unlike,
        urgency=Urgency.TODAY,
        call="morning",
        because="More nerve pain together with weakness needs a check today.",
        ask="Do these two belong together?",
        hazards=(h.NERVE_PAIN, h.NEW_WEAKNESS),
        sources=(s.ARTICLE, s.OWN_MARGIN),
        softer=softer.KNOWN_DIP,
    ),
    Rule(
        id="nerve-pain-new-place",
        when=nerve_pain.at_least("new-place"),
        urgency=Urgency.TODAY,
        call="morning",
        because="Pain or numbness in a new place can mean that a nerve has new damage.",
        ask="Could a nerve have new damage?",
        hazards=(h.NERVE_PAIN, h.NEW_WEAKNESS),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="weakness-creeping",
        when=weakness.at_least("creeping") & unlike & who.is_("me", "carer"),
        urgency=Urgency.SOON,
        because="Old weakness that creeps back may mean that the dose is wearing off.",
        ask="Is the dose wearing off?",
        hazards=(h.WEARING_OFF,),
        sources=(s.WEARING_OFF, s.OWN_MARGIN),
        softer=softer.KNOWN_DIP,
    ),
    # Doses wear off in nerve illness; for others the text must not say so.
    Rule(
        id="weakness-creeping-outside",
        when=weakness.at_least("creeping") & outside,
        urgency=Urgency.SOON,
        because="Old weakness that creeps back needs a word with your team.",
        ask="What could the cause be?",
        hazards=(h.NEW_WEAKNESS,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="nerve-pain-usual",
        when=nerve_pain.at_least("usual") & strict,
        urgency=Urgency.SOON,
        because="Your team should know that your usual nerve pain is stronger.",
        ask="What will help the nerve pain?",
        hazards=(h.NERVE_PAIN,),
        sources=(s.ARTICLE, s.OWN_MARGIN),
        softer=softer.KNOWN_SPELL,
    ),
    Rule(
        id="weak-same-tasks-past-3-days",
        when=weakness.at_least("same-tasks") & past_window & unlike,
        urgency=Urgency.SOON,
        because="A weak feeling from IVIg mostly goes within 3 days.",
        ask="Should this have gone by now?",
        hazards=(h.TIREDNESS, h.FLU_STAYS),
        sources=(s.ARTICLE, s.STIEHM),
        softer=softer.KNOWN_DIP,
    ),
    Rule(
        id="weak-same-tasks",
        when=weakness.at_least("same-tasks") & in_window,
        urgency=Urgency.EXPECTED,
        because="Feeling weak but able to do all your usual tasks is common in the first 3 days.",
        hazards=(h.TIREDNESS,),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
)
