"""Running text as WordprocessingML, in the styles that the template gives its names."""

from __future__ import annotations

from markupsafe import Markup

from osloregion_docs.documents.document import Anchored, Blocks
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.model.content import Heading, Insert, ListBlock, Paragraph, Run
from osloregion_docs.ooxml import markup
from osloregion_docs.ooxml.numbering import Numbering
from osloregion_docs.ooxml.styles import StyleSheet

_NAMES = {"text": "Body Text", "bullet": "List Bullet", "number": "List Number", "continue": "List Continue"}
_DEEPEST = 9


class TextWriter:
    """Writes the values of one document; gathers the links, bookmarks and lists that they need on the way."""

    def __init__(self, styles: StyleSheet, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._bookmarks = 0
        self._looks: dict[tuple[bool, bool, bool], str] = {}
        self._relationships: dict[str, str] = {}

    @property
    def links(self) -> list[tuple[str, str]]:
        """The links to the web that were written: relationship id and address."""
        return [(id_, address) for address, id_ in self._relationships.items()]

    def printed(self, value: object) -> object:
        """A value as markup that is safe to put into a part.

        Raises:
            RenderingFailed: the template prints what is no text, or a text that no Word file can hold.
        """
        if isinstance(value, str):
            try:
                return Markup(markup.inline(value))
            except markup.IllegalCharacter as error:
                raise RenderingFailed(str(error), "delete the character in the source") from error
        if isinstance(value, bool) or value is None:
            raise RenderingFailed(f"the template prints {value!r}, which is no text")
        if isinstance(value, int):
            return Markup(str(value))
        if isinstance(value, Blocks):
            return Markup("".join(self._block(block) for block in value.items))
        if isinstance(value, Anchored):
            return Markup(self._bookmarked(value))
        raise RenderingFailed(f"the template prints a {type(value).__name__}, which is no text")

    def _bookmarked(self, value: Anchored) -> str:
        self._bookmarks += 1
        return markup.bookmarked(markup.run(value.text), markup.bookmark_name(value.anchor), self._bookmarks)

    def _block(self, block: Paragraph | ListBlock | Heading | Insert) -> str:
        if isinstance(block, ListBlock):
            return self._list(block, 0, "")
        if isinstance(block, Heading):
            return markup.paragraph(self._style(f"heading {block.level}"), self._runs(block.runs))
        if isinstance(block, Paragraph):
            return markup.paragraph(self._style(_NAMES["text"]), self._runs(block.runs))
        raise RenderingFailed("a placeholder was left in the text")

    def _list(self, block: ListBlock, level: int, outer: str) -> str:
        """A list and the lists inside it; numbered ones count from one each time, bullets share one list."""
        if level >= _DEEPEST:
            raise RenderingFailed("a list is more than nine levels deep, and Word has nine", "make it flatter")
        name = _NAMES["number" if block.ordered else "bullet"]
        place = self._styles.list_place(self._style(name))
        list_id = place[0] if place else ""
        if block.ordered and list_id:
            list_id = self._numbering.restarted(list_id)
        return "".join(self._item(item, name, list_id, level) for item in block.items)

    def _item(self, item: tuple[Paragraph | ListBlock | Heading | Insert, ...], name: str, list_id: str, level: int) -> str:
        written, first = [], True
        for block in item:
            if isinstance(block, ListBlock):
                written.append(self._list(block, level + 1, list_id))
            elif isinstance(block, Paragraph) and first:
                number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>' if list_id else ""
                written.append(markup.paragraph(self._style(name), self._runs(block.runs), number))
            elif isinstance(block, Paragraph):
                place = self._numbering.level(list_id, level)
                indent = f'<w:ind w:left="{place.indent}"/>' if place else ""
                written.append(markup.paragraph(self._style(_NAMES["continue"]), self._runs(block.runs), indent))
            first = False
        return "".join(written)

    def _runs(self, runs: tuple[Run, ...]) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        if not run.link:
            return markup.run(run.text, self._look(run)) if not (run.strong and run.emphasis) else self._both(run)
        written = markup.run(run.text, self._style("Hyperlink"))
        if run.link.startswith("#"):
            return markup.link_inside(run.link[1:], written)
        relationship = self._relationships.setdefault(run.link, f"rIdLink{len(self._relationships) + 1}")
        return markup.link_outside(relationship, written)

    def _look(self, run: Run) -> str:
        if run.strong:
            return self._style("Strong")
        return self._style("Emphasis") if run.emphasis else ""

    def _both(self, run: Run) -> str:
        """Strong and emphasised: the style for the one, the formatting of the other."""
        return markup.run(run.text, self._style("Strong")).replace("</w:rPr>", "<w:i/><w:iCs/></w:rPr>", 1)

    def _style(self, name: str) -> str:
        style = self._styles.id_of(name)
        if style is None:
            raise RenderingFailed(f'the template has no style "{name}"', "add the style in Word, or begin from the default template")
        return style
