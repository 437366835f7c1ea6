#!/usr/bin/python3
"""What random formulas are worth, far beyond the digits of doubles, for the checks of test/truth.

    apt-get install python3-mpmath
    /usr/bin/python3 test/support/oracle/oracle.py KIND SEED COUNT

A line a case, and the same lines for the same seed. Nothing here knows the program. The tables beside, which are for
where there is no mpmath, are its answers to seed 1: `for kind in derivatives far-out limits; do …  $kind 1 150 > $kind.tsv`.

derivatives, far-out: formula, point (x, y or only x), then six numbers or three – f, its first derivatives, its second
ones (x, y, xx, xy, yy; or x, xx) – and behind them how far rounding may move each, in units of the last place of a double.
limits: formula, place, the limits of f left and right with those of its slopes: left, its slope, right, its slope; `nan` for none.
"""

import random
import sys

from mpmath import inf, isinf, isnan, mp, mpf, nan, nstr

sys.dont_write_bytecode = True

import formulas
import jets
import singular

largest = mpf(2) ** 1023
smallest = mpf(2) ** -1021


def digits(number):
    if isnan(number) or isinf(number):
        return {"+inf": "inf"}.get(str(number), str(number))
    return "0" if abs(number) < mpf(10) ** -330 else nstr(number, 20, min_fixed=-5, max_fixed=20)


def worth(formula, names, point):
    """f and its derivatives with their errors; the values on the way."""
    pairs = [(p, q) for i, p in enumerate(names) for q in names[i:]]
    found = []
    for p, q in pairs:
        scope = {n: jets.Jet(at, n == p, n == q, parts=()) for n, at in zip(names, point)}
        found.append(((p, q), formula.at(scope)))
    first = {p: (jet.numbers[1], jet.errors[1]) for (p, _), jet in found}
    first |= {q: (jet.numbers[2], jet.errors[2]) for (_, q), jet in found}
    jet = found[0][1]
    all_ = [(jet.numbers[0], jet.errors[0])] + [first[n] for n in names]
    return all_ + [(one.numbers[3], one.errors[3]) for _, one in found], jet.parts


def agreed(formula, names, point, precisions):
    """The same where twice the digits say the same; else None."""
    found = []
    for precision in precisions:
        mp.dps = precision
        found.append(worth(formula, names, [mpf(a) for a in point]))
    (one, _), (other, parts) = found
    for (a, e), (b, _) in zip(one, other):
        if abs(a - b) > mpf(10) ** -25 * abs(b) + mpf(10) ** -340:
            return None
    return other, parts


def line(formula, point, all_):
    numbers = [digits(number) for number, _ in all_]
    errors = [nstr(error, 4) for _, error in all_]
    return "\t".join([formula.text, " ".join(map(repr, point)), " ".join(numbers), " ".join(errors)])


def smooth(kind, count):
    """Lines of ordinary points, or of points far out."""
    written = 0
    while written < count:
        isFar = kind == "far-out"
        names = ["x"] if isFar else ["x", "y"]
        formula = far(random) if isFar else formulas.formula(random, names)
        point = [distance(random)] if isFar else [random.randint(-300000, 300000) / 1e5 for _ in names]
        if len(formula.text) < 6:
            continue
        try:
            found = agreed(formula, names, point, (400, 900) if isFar else (60, 90))
        except (jets.Undefined, ZeroDivisionError, OverflowError, ValueError):
            continue
        if found is None or not all(smallest < part < largest for part in found[1] if part != 0):
            continue
        value, error = found[0][0]
        # Of what rounding leaves no digits of, there is nothing to be checked.
        if not error * mpf(2) ** -52 <= mpf(10) ** -3 * abs(value):
            continue
        print(line(formula, point, found[0]))
        written += 1


def distance(random):
    size = 10 ** (random.uniform(0.3, 3) if random.random() < 0.7 else random.uniform(3, 30))
    return random.choice([1, -1]) * float(f"{size:.3g}")


usual = ("exp", "exp", "cosh", "sinh", "tanh", "log", "sqrt", "atan", "sigmoid", "softplus", "asinh", "log1p", "cbrt")


def far(random):
    """Quotients, products and functions of what grows and of what dies away."""
    x = formulas.name("x")

    def growing():
        kind = random.randint(0, 6)
        if kind == 0:
            return formulas.power(x, random.choice([2, 3, 4]))
        if kind == 1:
            return formulas.added(formulas.number(8 * random.randint(1, 3)), formulas.power(x, 2), 1)
        if kind == 2:
            return formulas.call("exp", random.choice([x, formulas.product(formulas.number(-8), x)]))
        if kind == 3:
            return formulas.added(formulas.number(8), formulas.call("exp", random.choice([x, opposite(x)])), 1)
        if kind == 4:
            return formulas.call(random.choice(["cosh", "sinh"]), x)
        if kind == 5:
            return formulas.added(formulas.call("exp", x), formulas.call("exp", opposite(x)), random.choice([1, -1]))
        return formulas.call(random.choice(usual), x)

    kind = random.randint(0, 5)
    if kind == 0:
        return formulas.quotient(growing(), growing())
    if kind == 1:
        return formulas.quotient(growing(), formulas.power(formulas.bracketed(growing()), random.choice([2, 3])))
    if kind == 2:
        return formulas.call(random.choice(["log", "sqrt", "atan", "tanh", "asinh", "log1p"]), growing())
    if kind == 3:
        return formulas.quotient(formulas.added(growing(), growing(), -1), formulas.added(growing(), growing(), 1))
    if kind == 4:
        return formulas.product(growing(), formulas.power(formulas.bracketed(growing()), random.choice([-1, -2])))
    return formulas.formula(random, ["x"], 3, usual)


def opposite(a):
    return formulas.Formula(f"(-{a.text})", lambda s: jets.add(jets.Jet(0), a.at(s), -1))


if __name__ == "__main__":
    kind, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    random.seed(seed)
    if kind == "limits":
        singular.lines(random, count, digits)
    else:
        smooth(kind, count)
