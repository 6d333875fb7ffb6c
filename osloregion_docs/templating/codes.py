"""The codes of what can be wrong in a template."""

from osloregion_docs.diagnostics import Code, Severity

CODES = (
    Code(
        "TPL501",
        "a placeholder names a value that the document has",
        """The template asks for a name that documents of this kind do not have. Nothing would be printed there.

Look at the hint for the nearest name, or run `osloregion-docs list --fields KIND` for all of them.""",
    ),
    Code(
        "TPL502",
        "a loop runs over a list",
        """A loop (`for x in …`) can only go through a list, such as chapters or measures; this is a single value.
The other way round, a list cannot be printed as one value: loop over it.""",
    ),
    Code(
        "TPL503",
        "a filter is one of those there are",
        """After a bar a filter may change how a value is printed. There are: upper, lower, capitalize, trim, join, length, first,
last.""",
    ),
    Code(
        "TPL504",
        "tags are whole and close what they open",
        """A tag is not closed (`}}` or `%}` is missing in its paragraph, in `main.md` in its line), an `endfor` or `endif`
is missing or stands alone, or what stands between the braces cannot be read. Text could vanish from every document.""",
    ),
    Code(
        "TPL505",
        "quotes inside a tag are straight",
        """Some programs turn straight quotes into curly ones while one types. Inside a tag of a Word template they are
read as straight ones; in `main.md` the tag cannot be read (TPL504). Undoing right after typing the quote (in Word with
Ctrl+Z) keeps it straight.""",
        Severity.WARNING,
    ),
    Code(
        "TPL506",
        "a tag has one look",
        """The letters of one tag are formatted differently, so Word keeps it in pieces. The formatting of its first letter is
what the value gets. Mark the whole tag, from brace to brace, and format it at once.""",
        Severity.WARNING,
    ),
    Code(
        "TPL507",
        "a tag that removes its paragraph stands alone in it",
        """In a Word template a letter in the tag says what it takes away with it: `{%p … %}` and `{{p … }}` the whole
paragraph, `{%tr … %}` the table row, `{%tc … %}` the cell. Other text in there would vanish from every document. Put the
tag in a paragraph, row or cell of its own. (In `main.md` tags have no such letters, and take no text away.)""",
    ),
    Code(
        "TPL508",
        "a value is printed in the way that fits it",
        """Plain text is printed with `{{ … }}`. Running text, and a picture, stands alone in its paragraph: in a Word template as
`{{p … }}`, in `main.md` as `{{ … }}` with an empty line above and below. (Headers, footers and notes have no pictures.) A title that links lead to is `{{r … }}` in a Word template;
in `main.md` its text is printed, and its name put behind the class of the heading: `{.class #{{ title.anchor }}}`. Another
way would break the document.""",
    ),
    Code(
        "TPL509",
        "a template only shows values",
        """Templates may print values, loop, and choose with if. Calls, assignments, macros and includes are not for them: a
template comes from outside, and what it could run would run here.""",
    ),
    Code(
        "TPL510",
        "a template is a file that can be trusted",
        """The file cannot be opened as a Word file (or, for `main.md`, is not UTF-8 text), is far too large, declares a document
type, or draws something in from outside: a linked picture or an attached template, in `main.md` any picture, and a link
to anything but a web address, a mail address or a heading.""",
    ),
    Code(
        "TPL511",
        "a loop ends where it began",
        """A loop or a choice begins in one place (a table cell, a row, the text) and ends in another, so that it would tear the
document apart. Let both ends stand in the same cell, the same table, or both in the text.""",
    ),
    Code(
        "TPL512",
        "a template has the styles that running text is written in",
        """Running text (`{{p … }}`) is written in the styles Body Text, List Bullet, List Number and List Continue. They can look
as you like, but must be there: mark a paragraph, give it the style, and save; Word then keeps the style in the file even
if the paragraph is deleted. (Bold, italic and links use Strong, Emphasis and Hyperlink where the template has them.)""",
    ),
    Code(
        "TPL513",
        "the Markdown of a template is whole",
        """Pandoc cannot read the Markdown of `main.md`, or has to guess: a block that begins with `:::` is not closed by another
`:::`, the lines between the first two `---` are not YAML, or a link is defined twice. The message is Pandoc's own.""",
    ),
    Code(
        "TPL514",
        "a page template is one that Pandoc can read",
        """`templates/shared/page.html` and its neighbours are Pandoc templates: `$name$` prints a value, `$if(name)$ … $endif$`
chooses, `$for(name)$ … $endfor$` repeats, and `$$` is a dollar sign. Something of that is not closed or misspelt. Nor may
a page draw in other files, as `${ name() }` would: all of it stands in one file.""",
    ),
)
