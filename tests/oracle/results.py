"""Both results of an assessment, and where they differ."""
from .assessment import Assessor
from .conditions import INNER, OUTER
from .rulebook import Book
from .submission import Env


def differences(outer, inner, where=""):
    """The places where the two results differ, as `{where, outer, inner}`; ends of a range stay together."""
    if isinstance(outer, dict) and set(outer) != {"low", "high"}:
        for key in outer:
            if outer[key] != inner[key]:
                yield from differences(outer[key], inner[key], "%s/%s" % (where, key) if where else key)
    elif isinstance(outer, list) and outer and isinstance(outer[0], dict):
        for i, (a, b) in enumerate(zip(outer, inner)):
            if a != b:
                yield from differences(a, b, "%s/%s" % (where, a.get("id", i)))
    elif outer != inner:
        yield {"where": where, "outer": outer, "inner": inner}


def assess(book, submission):
    """The compared parts of an assessment."""
    env = Env(book, submission)
    report = Assessor(env, OUTER).report()
    report["inexact"] = list(differences(report, Assessor(env, INNER).report())) if env.loose else []
    return report


def assess_data(rulebook, submission):
    """The same from plain data."""
    return assess(Book(rulebook), submission)
