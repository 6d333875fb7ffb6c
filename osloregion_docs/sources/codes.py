"""The codes of what can be wrong in a source before its meaning is asked for."""

from osloregion_docs.diagnostics import Code, Severity

CODES = (
    Code(
        "SRC001",
        "the file is YAML",
        """A source cannot be read as YAML: an indent does not fit, a quote or bracket is not closed, or a colon is missing.

Look at the line named and the one above it. Text that holds a colon followed by a space, or that begins with one of
`[ { & * ! | > % @ "` and the like, must stand in quotes.""",
    ),
    Code(
        "SRC002",
        "a key stands once",
        """The same key stands twice in one block. YAML programs keep the last one and say nothing, so a value is lost.

Delete one of the two, or join their values.""",
    ),
    Code(
        "SRC003",
        "indents are spaces",
        """A line is indented with a tab, which YAML does not allow. Use two spaces for each step.""",
    ),
    Code(
        "SRC004",
        "the file is UTF-8",
        """The file was saved in an old encoding (often Windows-1252 or Latin-1), so æ, ø and å cannot be told for certain.

Open it in the editor, choose "Save with encoding", and take UTF-8.""",
    ),
    Code(
        "SRC005",
        "a word that other programs read as something else",
        """`no`, `yes`, `on`, `off`, `null` and `~` mean a truth value or nothing to many YAML programs. Here every
value is read as the text that is written, so nothing is lost; but put it in quotes, so that all programs agree.
(For the same reason `1.10` stays 1.10 here and `2018-06-12` stays a date as written.)""",
        Severity.WARNING,
    ),
    Code(
        "SRC006",
        "the file begins with a byte order mark",
        """An editor has put an invisible mark at the start of the file. It is passed over. Choose "UTF-8" and not
"UTF-8 with BOM" when saving, so that other programs do not stumble.""",
        Severity.NOTE,
    ),
    Code(
        "SRC007",
        "lines end the Windows way",
        """Lines end with CR LF. They are read as they should, but a file whose line endings change shows as changed from
end to end when versions are compared. Choose LF in the editor.""",
        Severity.NOTE,
    ),
    Code(
        "SRC008",
        "plain YAML only",
        """Anchors (`&name`), aliases (`*name`) and tags (`!name`) are not read: they make a file hard to follow, and a small
file can blow up to a huge one. Write the value out. A text that begins with `&`, `*` or `!` stands in quotes.""",
    ),
    Code(
        "SRC009",
        "text holds no control characters",
        """A character that cannot be printed stands in the text, often brought along by copying from Word (a vertical tab is
Word's manual line break). No format can carry it, so it is named rather than dropped. Delete it.""",
    ),
    Code(
        "SRC010",
        "sources are of human size",
        """A file is larger than 2 MiB, a list or mapping lies more than 40 deep, or a number is absurdly long. No text that
people write comes near that, so the file is not read at all.""",
    ),
    Code(
        "SRC011",
        "a Markdown file opens with its front matter",
        """A measure or chapter begins with a block of typed values between two lines of three hyphens (`---`). The first or
the last of them is missing.""",
    ),
    Code(
        "SRC012",
        "running text is paragraphs, lists, headings, bold, italic and links",
        """The text uses something of Markdown that the documents have no place for, such as a picture, a table, a quotation
or a block of code; or a heading where there is none to be (a measure has no headings; a chapter has ## and ###).""",
    ),
    Code(
        "SRC013",
        "a placeholder is an address between braces",
        """In a chapter, two opening braces begin a placeholder: `{{ budget/income }}`, or with a form
`{{ budget/reserve | spelled }}`. What stands between the braces is an address and nothing else: it is never run.
In a measure's text braces are plain text.""",
    ),
    Code(
        "SRC014",
        "a value has one source",
        """The same part of the year is given both in programme.yaml and in a file of its own. Keep one of the two.""",
    ),
    Code(
        "SRC015",
        "every file of a year is one that is read",
        """A file lies in the year's folder where none is expected, so nobody would read it; or a link leads out of the
workspace, and is not followed.""",
        Severity.WARNING,
    ),
    Code(
        "SRC016",
        "a case's text stands under the headings there are",
        """The text of a case is parted by headings that begin with `## `: Sammendrag, Bakgrunn, Saksopplysninger, Vurdering,
Konklusjon, Forslag til vedtak and Vedtak, each at most once, in nynorsk and English as well. So a case paper can be set in
the order that the organ wants, and minutes find the decision. Headings of your own begin with `### `, inside a part.""",
    ),
    Code(
        "SRC017",
        "a table of members is rows under headings",
        """members.csv has a header row, and below it a row for each member: `id;name;kind;inhabitants;as_of`, or in Norwegian
`id;navn;type;innbyggere;per`. Cells are parted by semicolons or commas; one that holds the sign itself stands in quotation
marks. A spreadsheet program saves such a file as "CSV UTF-8".""",
    ),
)
