"""Everyday: sleep, mood, sweats, hair, taste, periods and mouth."""

from quiz.conditions import named
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.head import head_signs
from quiz.ivig.questions.options import reported, under
from quiz.model import Question

everyday = Question(
    id="everyday",
    kind="several",
    text="What has changed?",
    about="the everyday change",
    ask_if=symptoms.is_("everyday"),
    screen="stomach-skin-blood",
    options=(
        *under(
            "Sleep and mind",
            reported(
                "harm",
                "Thoughts of self-harm, or seeing or hearing things that are not there",
                named="thoughts of self-harm, or seeing or hearing things that are not there (hallucinations)",
            ),
            reported(
                "muddled",
                "Muddled, talking nonsense, or hard to wake",
                named="muddled thoughts, talking nonsense or being hard to wake (confusion)",
            ),
            reported(
                "cannot-cope",
                "So low or anxious that it is hard to cope",
                named="a mood so low or anxious that it is hard to cope",
            ),
            reported(
                "sleepless",
                "No sleep at all for 2 nights, or so restless that it is out of character",
                named="no sleep at all for 2 nights, or restlessness that is out of character",
                cluster="flu-like",
            ),
            reported("low", "Low, tearful or anxious", named="a low, tearful or anxious mood"),
            reported(
                "jittery",
                "Poor sleep, jittery or \N{LEFT DOUBLE QUOTATION MARK}hyper\N{RIGHT DOUBLE QUOTATION MARK}",
                named="poor sleep, or feeling jittery",
                cluster="flu-like",
            ),
            reported(
                "sleepy",
                "Sleeping more, foggy or vivid dreams, but easy to wake and clear when awake",
                named="more sleep than usual, but easy to wake and clear when awake",
                cluster="flu-like",
            ),
        ),
        *under(
            "Body",
            reported(
                "sweats",
                "Sweats or hot flushes, with a normal temperature",
                named="sweats or hot flushes at a normal temperature",
                cluster="flu-like",
            ),
            reported(
                "hair",
                "Thinner hair, itchy scalp, odd taste or smell, or less hunger, for 2 weeks at most",
                named="thinner hair, an itchy scalp, odd taste or smell, or less hunger (2 weeks at most)",
            ),
            reported(
                "hair-lasting",
                "Thinner hair, or a change of taste or hunger, for longer than 2 weeks. Or weight that falls",
                named="thinner hair, odd taste or less hunger (longer than 2 weeks), or weight that falls",
            ),
        ),
        *under(
            "Mouth",
            reported(
                "mouth-with-signs",
                "Mouth ulcers with a rash, sore eyes, blisters or a fever",
                named="mouth ulcers with a rash, sore eyes, blisters or a fever",
            ),
            reported(
                "mouth-drinking",
                "Mouth ulcers, and drinking is hard",
                named="mouth ulcers that make drinking hard",
            ),
            reported(
                "mouth",
                "A few mouth ulcers, no rash, and drinking is fine",
                named="a few mouth ulcers without a rash, drinking fine",
            ),
        ),
        *under(
            "Periods",
            reported(
                "period-pad",
                "A period that fills a pad in an hour",
                named="a period that fills a pad or more in an hour",
            ),
            reported("period-heavier", "A heavier period, but less than a pad in an hour", named="a heavier period"),
            reported("period", "A period that is early or late", named="an early or late period"),
        ),
        *under(
            "Or",
            reported(
                "another",
                "Another everyday change, or not sure",
                named="another everyday change",
            ),
        ),
    ),
)
# With another sign of harm nobody can tell a long sleep from drowsiness.
sleepy_or_drowsy = named("drowsiness, or more sleep than usual", head_signs.is_("drowsy") | everyday.is_("sleepy"))
