"""JSON lines in, JSON lines out: `{"define", "rulebook"}` names a rulebook, `{"rulebook", "submission"}` is assessed."""
import json
import sys
from decimal import Decimal
from fractions import Fraction

from .rulebook import Book
from .results import assess


def exact(text):
    """A JSON number with all its written digits."""
    return Fraction(Decimal(text))


def main():
    """Read standard input, write standard output."""
    books = {}
    for line in sys.stdin:
        if not line.strip():
            continue
        data = json.loads(line, parse_float=exact)
        try:
            if "define" in data:
                books.pop(data["define"], None)  # a later one replaces an earlier one, also if it cannot be read
                books[data["define"]] = Book(data["rulebook"])
                continue
            book = data["rulebook"]
            book = books[book] if isinstance(book, str) else Book(book)
            result = assess(book, data["submission"])
        except Exception as fault:  # a pair that cannot be judged is reported, the others go on
            result = {"error": "%s: %s" % (type(fault).__name__, fault)}
            if "define" in data:
                sys.stderr.write("rulebook %s: %s\n" % (data["define"], result["error"]))
                continue
        sys.stdout.write(json.dumps(result, ensure_ascii=False, separators=(",", ":")) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
