"""Random formulas: as a user types them, and as what they are worth."""

from mpmath import mpf

import jets


class Formula:
    def __init__(self, text, at):
        self.text = text
        #: names → jets → the jet of the formula
        self.at = at


def number(eighths):
    return Formula(repr(eighths / 8).removesuffix(".0"), lambda scope: jets.Jet(mpf(eighths) / 8))


def name(letter):
    return Formula(letter, lambda scope: scope[letter])


def added(a, b, sign):
    return Formula(f"({a.text} {'+' if sign > 0 else '-'} {b.text})", lambda s: jets.add(a.at(s), b.at(s), sign))


def product(a, b):
    return Formula(f"({a.text}*{b.text})", lambda s: jets.multiply(a.at(s), b.at(s)))


def quotient(a, b):
    return Formula(f"({a.text}/{b.text})", lambda s: jets.multiply(a.at(s), jets.apply(jets.power(-1), b.at(s))))


def power(a, exponent, text=None):
    size = abs(exponent) if exponent == int(exponent) else 1
    written = text or (f"{exponent:g}" if exponent > 0 else f"({exponent:g})")
    return Formula(f"{a.text}^{written}", lambda s: jets.apply(jets.power(exponent), a.at(s), max(1, size)))


def call(function, a):
    return Formula(f"{function}({a.text})", lambda s: jets.apply(jets.functions[function], a.at(s), 4, inner=True))


exponents = [2, 2, 3, 4, 5, 17, -1, -2, -3, 0.5, 1.5]


def leaf(random, names):
    return name(random.choice(names)) if random.random() < 0.7 else number(random.randint(1, 40))


def formula(random, names, depth=4, functions=tuple(jets.functions)):
    """A formula over `names`, its operations nested at most `depth` deep."""
    if depth == 0 or random.random() < 0.12:
        return leaf(random, names)

    def inner():
        return formula(random, names, depth - 1, functions)

    kind = random.random()
    if kind < 0.25:
        return added(inner(), inner(), random.choice([1, -1]))
    if kind < 0.45:
        return product(inner(), inner())
    if kind < 0.6:
        return quotient(inner(), inner())
    if kind < 0.72:
        return power(bracketed(inner()), random.choice(exponents))
    return call(random.choice(functions), inner())


def bracketed(a):
    return Formula(f"({a.text})", a.at)
