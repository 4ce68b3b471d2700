"""The same each time: a spell that comes with every drip, and one that has changed."""

from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions.flu_like import aches, tired
from quiz.ivig.questions.nerves import weakness
from quiz.ivig.questions.same import part, pattern, same, unlike
from quiz.ivig.questions.time import in_window
from quiz.model import Rule, Urgency

RULES = (
    Rule(
        id="usual-loss-unlike",
        when=weakness.at_least("usual-loss") & unlike,
        urgency=Urgency.TODAY,
        call="morning",
        because="A task that gets hard outside the pattern you know needs a check today.",
        ask="This is not the usual dip: does it need a check today?",
        hazards=(h.NEW_WEAKNESS, h.WEARING_OFF),
        sources=(s.EARLY_FLUCTUATION, s.OWN_MARGIN),
    ),
    Rule(
        id="usual-loss",
        when=weakness.at_least("usual-loss") & same.is_("before-known", "before-untold") & pattern,
        urgency=Urgency.SOON,
        because="A task that gets hard before each drip is a reason to look at your plan.",
        ask="Does this change the plan for the drip?",
        hazards=(h.WEARING_OFF,),
        sources=(s.CIDP_GUIDELINE, s.MMN_INTERVAL, s.OWN_MARGIN),
        softer="Version 0.3.2 said to call today for anything that cannot be done any more.",
    ),
    Rule(
        id="untold-before",
        when=same.is_("before-untold") & pattern,
        urgency=Urgency.SOON,
        because="Your team can only plan for this dip if they know of it.",
        ask="Can the plan allow for this dip?",
        hazards=(h.KNOWN_PATTERN, h.WEARING_OFF),
        sources=(s.CIDP_GUIDELINE, s.OWN_MARGIN),
        softer="Version 0.3.2 said to call today for two such things.",
    ),
    Rule(
        id="pattern-changed",
        when=same.is_("changed")
        & in_window
        & (tired.is_("ordinary") | aches.is_("both-sides") | weakness.at_least("same-tasks")),
        urgency=Urgency.SOON,
        because="A pattern you know has changed, and your team should hear why.",
        ask="Why is it not as it was with other drips?",
        hazards=(h.PATTERN_CHANGED,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="known-after",
        when=same.is_("after") & in_window & part,
        urgency=Urgency.EXPECTED,
        because="You know this spell, and it lifts within 3 days as usual.",
        hazards=(h.KNOWN_PATTERN,),
        sources=(s.AFTER_REACTION, s.OWN_MARGIN),
        softer="Version 0.3.2 said to contact the team within 3 days for marked tiredness or usual nerve pain.",
    ),
    Rule(
        id="known-before",
        when=same.is_("before-known") & pattern,
        urgency=Urgency.EXPECTED,
        because="You and your team know this dip before the drip.",
        hazards=(h.KNOWN_PATTERN, h.WEARING_OFF),
        sources=(s.CIDP_GUIDELINE, s.OWN_MARGIN),
        softer="Version 0.3.2 said to contact the team within 3 days, and to call today for two such things.",
    ),
)
