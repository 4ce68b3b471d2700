"""What is asked, in reading order: a module for each topic, under the name of its rules.

Options and hints name no person, so that they fit whoever answers; a question that says "you" has a
second wording for someone who answers for another.
"""

from quiz.ivig.questions import (
    allergy,
    anything,
    blood,
    clots,
    drip,
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
    red_flags,
    risks,
    special,
    stomach,
    time,
)

__all__ = ["QUESTIONS"]

QUESTIONS = (
    red_flags.red_flags,
    drip.who,
    drip.drip,
    anything.ill_now,
    anything.nurse,
    anything.symptoms,
    head.headache,
    head.head_signs,
    head.dizziness,
    flu_like.temperature,
    flu_like.tired,
    flu_like.aches,
    flu_like.back,
    flu_like.cough,
    stomach.sick,
    stomach.tummy,
    allergy.skin,
    needle.needle,
    everyday.everyday,
    heart.heart,
    fluid.pressure,
    fluid.swelling,
    kidneys.urine,
    blood.blood,
    clots.limb,
    nerves.nerve_pain,
    nerves.weakness,
    special.sugar,
    special.next_drip,
    lab_tests.tests,
    drip_trouble.drip_trouble,
    anything.passed,
    anything.badly,
    time.yesterday,
    time.started,
    risks.risks,
)
