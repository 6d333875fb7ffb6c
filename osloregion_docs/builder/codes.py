"""The codes of what can keep a document from being written."""

from osloregion_docs.diagnostics import Code, Severity

CODES = (
    Code(
        "OUT901",
        "a document can be made",
        """The template and the values do not make a whole document, so nothing was written; what stood in the output folder
before still stands there. The message says what is in the way. Of a file that is sent along as it is, it says that it is
larger than 50 MiB, or cannot be read.""",
    ),
    Code(
        "OUT902",
        "a document edited by hand is not overwritten",
        """The file in the output folder is not the one that was built: somebody has edited it, or put another file there.
Building would wipe that out, so it was left alone.

Take the changes into the sources, or save the file under another name; then build again. `--force` overwrites it.""",
    ),
    Code(
        "OUT903",
        "a document can be written",
        """The file could not be written: it is open in another program, the folder is write-protected, or the disk is full.
What stood there before still stands there, whole.""",
    ),
    Code(
        "OUT904",
        "the contents have page numbers",
        """The table of contents has its entries and links, but no page numbers yet. Word fills them in: it asks when the file is
opened, or mark the contents and press F9. With LibreOffice on the machine they are filled in when building.""",
        Severity.NOTE,
    ),
    Code(
        "OUT905",
        "the formats of a document say the same",
        """The file was built from an earlier text of the document, and was not among what was asked for now, or could not be made.
It stands as it was. The start page and the web page do not lead to it.

Build it again with `--format`, or delete it.""",
        Severity.NOTE,
    ),
    Code(
        "OUT906",
        "a document that is no longer made does not stand in the folder",
        """The file was built earlier, and the sources do not give such a document any more: a case was deleted, renamed, or is
exempt from publicity now, or an attachment is not named any more. The start page does not lead to it, but whoever has its
address can open it.

Delete it, if it is not to be read any longer; and where the folder is published, publish it again.""",
    ),
)
