"""The stories of an issue beside their views, in the issue's own order."""

from collections.abc import Iterator
from itertools import islice

from magazine.core.issue import Form, Issue, Story
from magazine.render.storyview import StoryView
from magazine.render.view import IssueView


def stories_in_order(issue: Issue, view: IssueView) -> Iterator[tuple[Story, StoryView]]:
    """Yield each story with its view as the issue has them; on a page the short ones come last."""
    sections, lines = iter(view.sections), iter(view.back.lines)
    for section in issue.sections:
        forms = [story.form for story in section.stories]
        has_page = any(form is not Form.LINE for form in forms)
        views = iter(next(sections).stories if has_page else ())
        shown = {
            form: list(islice(lines if form is Form.LINE else views, forms.count(form))) for form in Form
        }
        yield from ((story, shown[story.form].pop(0)) for story in section.stories)
