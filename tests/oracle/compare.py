"""Compare two files of assessments, line by line: `python3 -m oracle.compare ENGINE.jsonl ORACLE.jsonl`.

Every value is demanded to be equal, but those the oracle lists in `inexact`, which may lie anywhere from the inner to
the outer result. Sums are demanded to be the sums of what the same file shows. Options: `--skip a,b` leaves out values
whose last name is given, `--limit N` prints at most N differences (all are counted).
"""
import argparse
import json
import sys
from collections import Counter
from fractions import Fraction

SUMS_BROKEN = "is not the sum of what is shown"


def flat(report):
    """A report as `{place: value}`; ranges are pairs of texts."""
    out = {}
    for kind in ("categories", "fields"):
        out[kind + "/ids"] = [c["id"] for c in report[kind]]
        for c in report[kind]:
            _category(c, "%s/%s" % (kind, c["id"]), out)
    out["requirements/ids"] = [r["id"] for r in report["requirements"]]
    for r in report["requirements"]:
        out["requirements/%s/status" % r["id"]] = r["status"]
    route = report.get("route")
    out["materials/ids"] = [m["id"] for m in report["materials"]]
    for m in report["materials"]:
        out["materials/%s/state" % m["id"]] = m["state"]
    missing = report["missing_materials"] if "missing_materials" in report else report["missing"]["materials"]
    out["missing_materials"] = [m["id"] if isinstance(m, dict) else m for m in missing]
    out["route"] = route.get("channel") if isinstance(route, dict) else route
    return out


def _range(score):
    return None if score is None else (score["low"], score["high"])


def _unweighted(holder, place, out):
    rest = holder.get("unweighted")
    out[place + "/unweighted"] = rest is not None
    if rest is not None:
        out[place + "/unweighted/max"] = rest["max"]
        out[place + "/unweighted/score"] = _range(rest["score"])


def _category(c, place, out):
    for key in ("eligible", "fit"):
        out["%s/%s" % (place, key)] = c[key]
    for key in ("blocked_by", "unknown"):
        out["%s/%s" % (place, key)] = [x["id"] if isinstance(x, dict) else x for x in c[key]]
    out[place + "/score"] = _range(c["score"])
    line = c.get("line")
    out[place + "/line"] = line is not None
    if line is not None:
        out[place + "/line/total"] = line["total"]
        out[place + "/line/status"] = line["status"]
        out[place + "/line/floors/ids"] = len(line["floors"])
        for i, floor in enumerate(line["floors"]):
            out["%s/line/floors/%d/status" % (place, i)] = floor["status"]
    out[place + "/dimensions/ids"] = [d["id"] for d in c["dimensions"]]
    for d in c["dimensions"]:
        at = "%s/dimensions/%s" % (place, d["id"])
        out[at + "/weight"] = d["weight"]
        out[at + "/score"] = _range(d["score"])
        _unweighted(d, at, out)
        _indicators(d, at, out)


def _indicators(holder, place, out):
    out[place + "/indicators/ids"] = [i["id"] for i in holder["indicators"]]
    for i in holder["indicators"]:
        at = "%s/indicators/%s" % (place, i["id"])
        out[at + "/max"] = i["max"]
        out[at + "/score"] = _range(i["score"])
        out[at + "/share"] = _range(i.get("share"))
        _unweighted(i, at, out)
        if i.get("indicators"):
            _indicators(i, at, out)


def sum_of_shown(holder, parts):
    """The sum of the points shown below something, as `(low, high)`: of what has points, and of a rest together."""
    shown = [p["score"] for p in parts if p["score"] is not None]
    if holder.get("unweighted"):
        shown.append(holder["unweighted"]["score"])
    return tuple(sum(Fraction(s[end]) for s in shown) for end in ("low", "high"))


def broken_sums(report, options_open=False):
    """Places whose points are not the sum of the points below them. Where the option that weights go by is open, they
    may be narrower."""
    def check(holder, parts, place):
        if holder.get("score") is None or not parts:
            return
        low, high = (Fraction(holder["score"][end]) for end in ("low", "high"))
        least, most = sum_of_shown(holder, parts)
        if not least <= low <= high <= most or not (options_open or (low, high) == (least, most)):
            yield place

    def down(holder, place):
        parts = holder.get("indicators") or []
        yield from check(holder, parts, place)
        for p in parts:
            yield from down(p, "%s/indicators/%s" % (place, p["id"]))

    for kind in ("categories", "fields"):
        for c in report[kind]:
            place = "%s/%s" % (kind, c["id"])
            yield from check(c, c["dimensions"], place)
            for d in c["dimensions"]:
                yield from down(d, "%s/dimensions/%s" % (place, d["id"]))


def loose_places(report):
    """`{place: (outer, inner)}` of the values that may differ."""
    out = {}
    for entry in report["inexact"]:
        outer, inner = entry["outer"], entry["inner"]
        if isinstance(outer, dict):
            outer, inner = _range(outer), _range(inner)
        out[entry["where"]] = (outer, inner)
    return out


def between(value, outer, inner):
    """Whether a value lies from the inner to the outer result."""
    if isinstance(outer, tuple):
        if value is None:
            return False
        low, high = Fraction(value[0]), Fraction(value[1])
        return Fraction(outer[0]) <= low <= Fraction(inner[0]) and Fraction(inner[1]) <= high <= Fraction(outer[1])
    if isinstance(outer, list):
        a, b, v = set(outer), set(inner), set(value)
        return a & b <= v <= a | b
    return value in (outer, inner)


def compare_pair(engine, oracle, skip=()):
    """`(differences, equal, sandwiched)` of two reports."""
    if "error" in oracle or "error" in engine or "categories" not in engine:
        return [("error", engine.get("error", list(engine)[:3]), oracle.get("error"))], 0, 0
    ours, loose = flat(oracle), loose_places(oracle)
    try:
        theirs, broken = flat(engine), list(broken_sums(engine, oracle["options_open"]))
    except (KeyError, TypeError, AttributeError, ValueError) as fault:
        return [("shape", "%s: %s" % (type(fault).__name__, fault), "")], 0, 0
    wrong, equal, sandwiched = [], 0, 0
    for place in list(ours) + [p for p in theirs if p not in ours]:
        if place.rsplit("/", 1)[-1] in skip:
            continue
        if place not in theirs:
            wrong.append((place, "absent", ours[place]))
            continue
        if place not in ours:
            wrong.append((place, theirs[place], "absent"))
            continue
        value = theirs[place]
        if place in loose:
            if between(value, *loose[place]):
                sandwiched += 1
            else:
                wrong.append((place, value, "inner %s, outer %s" % (loose[place][1], loose[place][0])))
        elif value == ours[place]:
            equal += 1
        else:
            wrong.append((place, value, ours[place]))
    wrong += [(place, SUMS_BROKEN, "") for place in broken]
    return wrong, equal, sandwiched


def _kind(place):
    """The kind of a place, for the tally."""
    parts = place.split("/")
    return ("line/" if "line" in parts and parts[-1] != "line" else "") + parts[-1] + " of " + parts[0]


def main(arguments=None):
    """Compare two files; 1 on any difference."""
    parser = argparse.ArgumentParser(description="Compare two files of assessments, line by line.")
    parser.add_argument("engine")
    parser.add_argument("oracle")
    parser.add_argument("--skip", default="", help="last names of values to leave out, with commas")
    parser.add_argument("--limit", type=int, default=200, help="how many differences to print")
    given = parser.parse_args(arguments)
    skip, limit = tuple(given.skip.split(",")), given.limit
    with open(given.engine, encoding="utf-8") as a, open(given.oracle, encoding="utf-8") as b:
        engine = [line for line in a if line.strip()]
        oracle = [line for line in b if line.strip()]
    pairs = equal = sandwiched = differing = found = 0
    tally = Counter()
    for number, (e, o) in enumerate(zip(engine, oracle), 1):
        pairs += 1
        wrong, same, loose = compare_pair(json.loads(e), json.loads(o), skip)
        equal, sandwiched, differing = equal + same, sandwiched + loose, differing + bool(wrong)
        for place, theirs, ours in wrong:
            found += 1
            tally[_kind(place)] += 1
            if found <= limit:
                print("pair %d: %s: engine %s, oracle %s" % (number, place, theirs, ours))
    if len(engine) != len(oracle):
        found += 1
        print("engine has %d lines, oracle %d" % (len(engine), len(oracle)))
    for kind, n in tally.most_common():
        print("%6d differences in %s" % (n, kind))
    print("%d pairs compared, %d with a difference, %d values equal, %d sandwiched, %d differences"
          % (pairs, differing, equal, sandwiched, found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
