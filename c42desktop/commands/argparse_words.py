"""What argparse says by itself, for the translators: it looks for its texts in our catalogue (cli.py)."""

from c42desktop.i18n import marked

WORDS = (
    marked("usage: "),
    marked("positional arguments"),
    marked("options"),
    marked("show this help message and exit"),
    marked("%(prog)s: error: %(message)s\n"),
    marked("argument %(argument_name)s: %(message)s"),
    marked("expected one argument"),
    marked("expected at least one argument"),
    marked("not allowed with argument %s"),
    marked("one of the arguments %s is required"),
    marked("the following arguments are required: %s"),
    marked("unrecognized arguments: %s"),
    marked("ambiguous option: %(option)s could match %(matches)s"),
    marked("invalid choice: %(value)r (choose from %(choices)s)"),
)
