"""Passages as auditors write them, all invented."""

STRENGTHS = (
    (
        "The worker kept seeing her at the youth club when she would not open the door at "
        "home. By the third visit she was talking about who collects her from school."
    ),
    (
        "Police, the school nurse and the football coach were all in the room. Their three "
        "accounts were put side by side and the meeting left with one plan."
    ),
    (
        "He drew the map of unsafe places himself. It is on the front of his plan and the "
        "night team has used it twice."
    ),
    (
        "Grandmother was asked what changes when he is about to go missing. Her answer, a "
        "second phone, is now in the trigger plan."
    ),
    ("The manager rang the carer the same evening and moved the review forward by two weeks."),
    (
        "Good chronology: six short entries show how the pattern built up from late buses to "
        "nights away, without blaming her for any of it."
    ),
)

IMPROVEMENTS = (
    ("The plan says “keep safe” and “engage”. Nobody could tell from it what happens on Friday."),
    (
        "Minutes reached school after nineteen days. In that time he was moved to another "
        "form group, next to the boy he had named."
    ),
    ("Supervision lists tasks from the month before. The risk had moved online; nobody asked."),
    (
        "The interview was held in the kitchen with mother present. He said nothing and the "
        "form says there are no worries."
    ),
    "Two episodes in one week were joined into one record, so neither has a return time.",
    ("The assessment is clear about her mother's drinking and silent about the men in the car."),
)

VOICES = (
    "“I told them about the flat and then nobody said it again. So I stopped.”",
    "Quieter at home since the move. Sleeps. Still checks the window before going out.",
    "He likes that one person now asks. He does not like that it is in a school office.",
    "She wants to know who reads what she says. No one has told her.",
    "“It's not them making me. I owe them.” His words are in the plan; the debt is not.",
)

RATIONALES = (
    (
        "The one weak answer is about minutes. What people did for him in the first two days "
        "was quick, joined up and right, and it kept him at home."
    ),
    (
        "The median hides that the safety plan was never shared with the night team. On the "
        "only night it was needed nobody had it."
    ),
    ("Practice before March was poor and is in another audit; this period is clearly better."),
)
