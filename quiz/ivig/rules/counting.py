"""Counting: more than one problem at once, and worse than yesterday."""

from quiz.conditions import AnyOf, TwoClusters
from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions import QUESTIONS
from quiz.ivig.questions.drip_trouble import drip_trouble as slip
from quiz.ivig.questions.lab_tests import tests
from quiz.ivig.questions.nerves import weakness
from quiz.ivig.questions.time import worse
from quiz.ivig.rules import (
    allergy,
    anything,
    before,
    blood,
    clots,
    drip_trouble,
    everyday,
    flu_like,
    fluid,
    head,
    heart,
    kidneys,
    lab_tests,
    needle,
    nerves,
    outside,
    same,
    special,
    stomach,
)
from quiz.model import Rule, Urgency

COUNTED_TOPICS = (
    head,
    flu_like,
    stomach,
    allergy,
    needle,
    everyday,
    heart,
    clots,
    fluid,
    kidneys,
    blood,
    nerves,
    same,
    special,
    lab_tests,
    drip_trouble,
    outside,
    anything,
)
COUNTED_RULES = tuple(rule for topic in COUNTED_TOPICS for rule in topic.RULES)
# Of what is true before a drip, only growing weaker can be worse than yesterday.
WAITING_RULES = tuple(rule for rule in before.RULES if any(leaf.question == weakness.id for leaf in rule.when.leaves()))
# A pattern that has changed is one problem with the parts that it has, and those count by their own rules.
NO_PAIR = "pattern-changed"
CLUSTERS = {
    (question.id, option.id): option.cluster or question.cluster
    for question in QUESTIONS
    for option in question.options
}
# Nobody can say whether a test result or a slip is worse than yesterday.
SYMPTOMS = {
    (question.id, option.id)
    for question in QUESTIONS
    if question not in (tests, slip)
    for option in question.options
    if option.reports
}

URGENCY_PHRASES = {
    Urgency.TODAY: "needs a call today",
    Urgency.SOON: "needs a call within 3 days",
    Urgency.EXPECTED: "is common after IVIg",
}


def cluster_and_question(rule: Rule) -> tuple[str, str]:
    """Return the cluster and question of the first answer in a rule's condition that has a cluster, else blanks."""
    found = ((CLUSTERS[leaf.question, leaf.options[0]], leaf.question) for leaf in rule.when.leaves())
    return next((pair for pair in found if pair[0]), ("", ""))


def any_of(urgency: Urgency) -> AnyOf:
    """Return the condition that some symptom has this urgency; having none, a test or a slip is no symptom."""
    rules = [rule for rule in (*COUNTED_RULES, *WAITING_RULES) if rule.urgency is urgency]
    symptoms = tuple(
        rule.when
        for rule in rules
        if any((leaf.question, option) in SYMPTOMS for leaf in rule.when.leaves() for option in leaf.options)
    )
    return AnyOf(symptoms, f"any problem that {URGENCY_PHRASES[urgency]}")


def two_clusters(urgency: Urgency) -> TwoClusters:
    """Return the condition that symptoms of two different clusters have this urgency.

    One answer counts once: a scale whose milder steps belong to another cluster makes no pair with itself.
    """
    grouped = (
        (rule.when, *cluster_and_question(rule))
        for rule in COUNTED_RULES
        if rule.urgency is urgency and rule.id != NO_PAIR
    )
    counted = tuple((when, cluster, question) for when, cluster, question in grouped if cluster)
    return TwoClusters(counted, f"2 problems of different kinds where each {URGENCY_PHRASES[urgency]}")


RULES = (
    Rule(
        id="two-problems-today",
        when=two_clusters(Urgency.TODAY),
        urgency=Urgency.TODAY,
        call="night",
        because="You have 2 problems that each need a call: call now, do not wait.",
        ask="Do these belong together?",
        hazards=(h.UNKNOWN,),
        sources=(s.UKONS, s.OWN_MARGIN),
    ),
    Rule(
        id="worse-today",
        when=worse & any_of(Urgency.TODAY),
        urgency=Urgency.TODAY,
        call="night",
        because="It is getting worse: call now, do not wait.",
        ask="It gets worse: who can check it now?",
        hazards=(h.UNKNOWN,),
        sources=(s.UKONS, s.OWN_MARGIN),
    ),
    Rule(
        id="two-problems-soon",
        when=two_clusters(Urgency.SOON),
        urgency=Urgency.TODAY,
        call="night",
        because="You have 2 problems of different kinds, and together they need a call today.",
        ask="Do these belong together?",
        said_by=("two-problems-today",),
        hazards=(h.UNKNOWN,),
        sources=(s.UKONS,),
    ),
    Rule(
        id="worse-soon",
        when=worse & any_of(Urgency.SOON),
        urgency=Urgency.TODAY,
        call="night",
        because="It is getting worse, so it needs a call today.",
        ask="It gets worse: does it need a check today?",
        said_by=("worse-today",),
        hazards=(h.UNKNOWN, h.FLU_STAYS),
        sources=(s.ARTICLE, s.UKONS),
    ),
    Rule(
        id="worse-expected",
        when=worse & any_of(Urgency.EXPECTED),
        urgency=Urgency.SOON,
        because="A usual effect gets better day by day, and yours is getting worse.",
        ask="It gets worse: does it need a check?",
        said_by=("worse-today", "worse-soon"),
        hazards=(h.FLU_STAYS,),
        sources=(s.ARTICLE, s.UKONS),
    ),
)
