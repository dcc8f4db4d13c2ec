"""A small audit tool as a file, and any tool at all."""

SMALL = '''format = 1
id = "small-tool"
version = 2
status = "draft"
title = "A small tool"
purpose = """
Short, but it has one
of everything.

And a second paragraph.
"""

[[documents]]
id = "letter"
title = "A letter"

[[themes]]
id = "visits"
title = "Visits"
about = "Whether the child was seen."

[[themes.questions]]
id = "V1"
wording = "When was the child seen, and by whom?"
kind = "facts"
guidance = "Look at the visits."

[[themes.questions.parts]]
id = "planned"
label = "Planned"
kind = "moment"

[[themes.questions.parts]]
id = "seen"
label = "Seen"
kind = "moment"
not_before = "planned"

[[themes.questions.parts]]
id = "day"
label = "Recorded"
kind = "date"

[[themes.questions.parts]]
id = "all"
label = "All visits"
kind = "events"

[[themes.questions.parts.columns]]
id = "asked"
label = "Asked for"
kind = "moment"
from_list = ["supervision.held"]

[[themes.questions.parts.columns]]
id = "made"
label = "Made"
kind = "moment"
not_before = "asked"

[[themes.questions.parts.columns]]
id = "by"
label = "By"
kind = "choice"
options = [{ id = "us", label = "Us" }, { id = "them", label = "Them" }]

[[themes.questions.parts]]
id = "visits"
label = "Visits"
kind = "count"

[[themes.questions.parts]]
id = "who"
label = "Who?"
kind = "choices"
options = [{ id = "worker", label = "Worker" }, { id = "manager", label = "Manager" }]

[[themes.questions.sources]]
document = "letter"
place = "Paragraph 1"
finding = "Visits were late."

[[themes.questions]]
id = "V2"
wording = "How well is the child known?"
kind = "grade"
critical = true
guidance = "Read all visits."
evidence_for = ["1", "4"]
applies_when = [{ answer = "V1.who", any_of = ["worker"] }, { case = "age", at_least = 4 }]
applies_note = "Asked where a worker visited."
sources = []

[themes.questions.descriptors]
outstanding = "Vividly."
good = "Clearly."
requires_improvement = "Partly."
inadequate = "Not at all."

[[themes.questions]]
id = "V3"
wording = "Is the child safe now?"
kind = "safety"
guidance = "From all you read."
sources = []

[[clocks]]
id = "seen-in-time"
title = "Seen in time"
theme = "visits"
start = "V1.planned"
stop = "V1.seen"
limit = 24
unit = "hours"
standard = "Within a day"
source = "Local"
not_counted_when = [{ answer = "V1.visits", at_least = 3 }]

[[clocks]]
id = "each-visit"
title = "Each visit"
theme = "visits"
start = "V1.all.asked"
stop = "V1.all.made"
limit = 24
unit = "hours"
standard = "Within one day"
source = "Local"
not_counted_when = [{ answer = "V1.all.by", any_of = ["them"] }]

[[clocks]]
id = "gaps"
title = "Gaps"
theme = "visits"
start = "V1.all.made"
stop = "V1.all.made"
until = "V1.day"
limit = 4
unit = "weeks"
standard = "Every four weeks"
source = "Local"
'''
