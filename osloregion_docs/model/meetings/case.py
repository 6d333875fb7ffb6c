"""One case of a meeting: its papers, proposals, votes and decision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, model_validator

from osloregion_docs.language import Language
from osloregion_docs.model.base import Day, Flag, Model, Name, Slug, Whole
from osloregion_docs.model.content import Content
from osloregion_docs.model.meetings.attachment import Attachment
from osloregion_docs.model.organ import Decision
from osloregion_docs.model.text import Text

CaseKind = Literal[
    "approval", "decision", "consultation", "election", "discussion", "orientation", "reference", "other"
]

Phrase = Literal["noted", "approved", "notice-approved", "minutes-approved", "postponed", "withdrawn"]
"""A decision in the fixed words of the document's language: noted is "Saken tas til orientering"."""


class Recommendation(Model):
    """A recommendation by another organ (innstilling)."""

    by: Decision
    """Which organ, in which case, on which day."""
    text: Text | None = None
    """The recommendation, where it differs from what is proposed here."""
    supporters: tuple[Name, ...] = ()
    """Who supported it, where the recommendation was divided (delt innstilling)."""
    subsidiary: Text | None = None
    """What they recommend if that is rejected (subsidiært)."""


class Votes(Model):
    """The votes for one side: the count, and parties or persons. A number alone is the count."""

    count: Whole = Field(ge=0)
    parties: tuple[Name, ...] = ()
    names: tuple[Name, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_count(cls, value: object) -> object:
        return {"count": value} if isinstance(value, str | int) else value

    @model_validator(mode="after")
    def _names_are_counted(self) -> Votes:
        if len(self.names) > self.count:
            raise ValueError(
                f"{len(self.names)} names are given for {self.count} votes: correct the count or the names"
            )
        return self


class Voting(Model):
    """How a proposal was voted on (votering): unanimous, or the votes in favour and against."""

    unanimous: Flag = False
    in_favour: Votes | None = None
    against: Votes | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_word(cls, value: object) -> object:
        return {"unanimous": True} if value == "unanimous" else value

    @model_validator(mode="after")
    def _check_result(self) -> Voting:
        if self.unanimous and self.against and self.against.count:
            raise ValueError("a vote with someone against is not unanimous: delete one of the two")
        if not self.unanimous and not (self.in_favour and self.against):
            raise ValueError("a vote has a result: write unanimous, or in_favour and against with how many")
        return self


class Proposal(Model):
    """A proposed decision (forslag til vedtak)."""

    id: Slug
    by: Name
    """Who proposes it: the secretariat, a member, a party."""
    text: Text | None = None
    """What is proposed; left out where it is under the case's heading Forslag til vedtak."""
    amends: Slug | None = None
    """The proposal that it amends (endringsforslag)."""
    subsidiary_to: Slug | None = None
    """The proposal that it replaces if that one is rejected (subsidiært forslag)."""
    vote: Voting | None = None
    """The vote on it, if any."""


class Remark(Model):
    """A statement for the minutes (protokolltilførsel)."""

    by: Name
    text: Text


class CaseText(Model):
    """The running text of a case, one part for each of its headings. A part that is left out is not printed."""

    summary: Content = ()
    """Sammendrag."""
    background: Content = ()
    """Bakgrunn."""
    facts: Content = ()
    """Saksopplysninger: the facts, without opinions."""
    assessment: Content = ()
    """Vurdering."""
    conclusion: Content = ()
    """Konklusjon."""
    proposal: Content = ()
    """Forslag til vedtak: the proposal of the secretariat or the organ's leader."""
    decision: Content = ()
    """Vedtak: the adopted text, where it is not one of the proposals unchanged."""

    def parts(self) -> Mapping[str, Content]:
        """Return each part that has text, by name, in the order of the model."""
        return {name: content for name, content in self if content}


class Case(Model):
    """One case (sak) of a meeting."""

    id: Slug = Field(examples=["medlemskontingent"])
    """The file's name. Never shown, never reused."""
    title: Text
    kind: CaseKind
    """Approval (godkjenning), decision (vedtakssak), consultation reply (høringsuttalelse), election (valg), discussion
    (drøfting), orientation (orientering), reference (referatsak) or other (Eventuelt)."""
    number: str | None = Field(default=None, min_length=1, max_length=40, examples=["4/17"])
    """Its number in the organ's series, as printed; left out while it has none, or for a case without a number."""
    archive: str | None = Field(default=None, min_length=1, max_length=40, examples=["12/3349"])
    """Its number in the archive (arkivsaksnummer)."""
    classification: str | None = Field(default=None, min_length=1, max_length=40, examples=["014"])
    """Its class in the archive (arkivkode)."""
    officer: Name | None = None
    """The officer who prepared it (saksbehandler)."""
    language: Language | None = None
    """The language it is written in, where that is not the meeting's; its paper and extract are only in it."""
    organ: Slug | None = None
    """The organ that treats it, where two meet in one event; by default the meeting's organ."""
    papers: Literal["written", "oral", "later"] | None = None
    """Whether papers are written, the case is presented orally, or papers follow later."""
    papers_by: Day | None = None
    """The day by which later papers are available."""
    attachments: tuple[Attachment, ...] = ()
    follows: tuple[Decision, ...] = ()
    """Earlier cases it follows up (oppfølging av sak)."""
    recommendations: tuple[Recommendation, ...] = ()
    proposes: Phrase | None = None
    """The proposal as a fixed phrase, instead of a text under Forslag til vedtak."""
    proposals: tuple[Proposal, ...] = ()
    adopted: tuple[Slug, ...] = ()
    """The adopted proposals, by id. Any other adopted text is under the heading Vedtak."""
    decides: Phrase | None = None
    """The decision as a fixed phrase, instead of a text under Vedtak."""
    remarks: tuple[Remark, ...] = ()
    exempt: Flag = False
    """Whether it is exempt from publicity (unntatt offentlighet)."""
    legal_basis: str | None = Field(
        default=None, min_length=1, max_length=400, examples=["offentleglova § 13, jf. forvaltningsloven § 13"]
    )
    """The legal basis of the exemption (hjemmel)."""
    public_title: Text | None = None
    """The title of an exempt case in the public edition; by default its kind."""
    content: CaseText = Field(default_factory=CaseText)
    """The text below the front matter, by heading."""

    @property
    def is_decided(self) -> bool:
        """Whether a proposal was adopted, or a decision is written out."""
        return bool(self.adopted or self.decides or self.content.decision)

    @property
    def is_proposed(self) -> bool:
        """Whether anything is proposed, as text or as a fixed phrase."""
        return bool(self.proposals or self.proposes or self.content.proposal)

    @model_validator(mode="after")
    def _fits_together(self) -> Case:
        if self.papers_by and self.papers != "later":
            raise ValueError("papers_by is given, but papers are not to follow: write papers: later, or delete it")
        if self.legal_basis and not self.exempt:
            raise ValueError("a legal basis is given, but the case is public: write exempt: true, or delete it")
        if self.public_title and not self.exempt:
            raise ValueError("a public title is given, but the case is public: write exempt: true, or delete it")
        if self.proposes and self.content.proposal:
            raise ValueError("proposes is given, and Forslag til vedtak has a text: keep one of the two")
        if self.decides and self.content.decision:
            raise ValueError("decides is given, and Vedtak has a text: keep one of the two")
        return self
