"""What a topics or syllabus file may hold: the gate between YAML and the taxonomy."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from magazine.core.topics import Group, Topic, TopicKind

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
# A cue of punctuation alone could never be found.
Cue = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"\w", max_length=200)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TopicEntry(_Entry):
    """One topic, as written."""

    id: Id
    name: Text
    name_hi: Text | None = None
    kind: TopicKind = TopicKind.SUBJECT
    order: int = 1000
    gs: tuple[Text, ...] = ()
    exams: tuple[Text, ...] = ()
    syllabus: tuple[Text, ...] = ()
    aliases: tuple[Text, ...] = ()
    keywords: tuple[Cue, ...] = ()
    keywords_hi: tuple[Cue, ...] = ()
    hints: tuple[Cue, ...] = ()
    hints_hi: tuple[Cue, ...] = ()
    negative: tuple[Cue, ...] = ()
    negative_hi: tuple[Cue, ...] = ()
    group: Id | None = None
    """The group that a topic of the user joins."""

    def topic(self) -> Topic:
        """Return the topic; without a Hindi name it goes by the same one."""
        return Topic(
            id=self.id,
            name=self.name,
            name_hi=self.name_hi or self.name,
            kind=self.kind,
            order=self.order,
            gs=self.gs,
            exams=self.exams,
            syllabus=self.syllabus,
            aliases=self.aliases,
            keywords=self.keywords + self.keywords_hi,
            hints=self.hints + self.hints_hi,
            negative=self.negative + self.negative_hi,
        )


class GroupEntry(_Entry):
    """One group, as written."""

    id: Id
    name: Text
    name_hi: Text | None = None
    aliases: tuple[Text, ...] = ()
    topics: tuple[Id, ...] = ()

    def group(self) -> Group:
        """Return the group; without a Hindi name it goes by the same one."""
        return Group(
            id=self.id,
            name=self.name,
            name_hi=self.name_hi or self.name,
            topics=self.topics,
            aliases=self.aliases,
        )


class TopicsFile(_Entry):
    """A topics.yaml: the bundled one, or the user's."""

    version: Literal[1] = 1
    groups: tuple[GroupEntry, ...] = ()
    topics: tuple[TopicEntry, ...] = ()


class SyllabusFile(_Entry):
    """syllabus.yaml: the codes in the order of the papers."""

    version: Literal[1] = 1
    codes: dict[Text, Text] = Field(default_factory=dict)
    codes_hi: dict[Text, Text] = Field(default_factory=dict)
