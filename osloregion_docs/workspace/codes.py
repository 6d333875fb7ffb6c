"""The codes of what can be wrong in the shape of the values."""

from osloregion_docs.diagnostics import Code

CODES = (
    Code(
        "MOD101",
        "every value that is needed is given",
        """A value that every entry of this kind needs is left out. Add the line; the hint shows the key.""",
    ),
    Code(
        "MOD102",
        "every key is known",
        """The key is not one that is read here, so its value would be lost. It may be misspelt, or belong one step further in or out.""",
    ),
    Code(
        "MOD103",
        "a value can be read as what it is meant to be",
        """A year, a date, a timeframe, an amount or a number cannot be read as written. The message says which forms there are.

Dates are written 2018-06-12; amounts `6.64 mill. kr`; timeframes `løpende`, `2018`, `2017–19`, `2018-H1`, `2018-Q3`.""",
    ),
    Code(
        "MOD104",
        "a choice is one of those there are",
        """The value is one of a short list of words, and this is none of them. The hint lists them.""",
    ),
    Code(
        "MOD105",
        "an id is small letters, digits and hyphens",
        """An id (also the name of a measure's or chapter's file) is written with a to z, 0 to 9 and single hyphens: `gods-og-logistikk`. Write ae, o and a for æ, ø and å. It is never printed.""",
    ),
    Code(
        "MOD106",
        "a key that is written has a value",
        """A key stands with nothing after its colon. Write the value, or delete the line.""",
    ),
    Code(
        "MOD107",
        "lists and values stand where they belong",
        """A list stands where a single value is wanted, or the other way round. A list has one line for each entry, each beginning with a hyphen, or stands in brackets: `[a, b]`.""",
    ),
    Code(
        "MOD108",
        "a year can be read",
        """programme.yaml is missing or cannot be read, so the year cannot be put together.""",
    ),
    Code(
        "MOD109",
        "a meeting has its file",
        """A folder in meetings/ holds cases, but no meeting.yaml that says whose meeting it is, so its cases belong to none.
Copy one from another meeting, or move the cases to where they belong.""",
    ),
)
