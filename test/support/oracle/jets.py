"""Numbers with two first derivatives and the mixed second one (hyper-dual numbers), in as many digits as mp has.

Beside each goes how far rounding of doubles may move it, in units of one rounding: every operation adds its own result
and passes on what its operands bring, so that a program that computes in doubles is allowed no more than the formula
itself makes inevitable. `parts`: the sizes of all values on the way.
"""

from mpmath import mp, mpf


class Undefined(Exception):
    """The formula has no value here, or none that is real."""


class Jet:
    def __init__(self, v, p=0, q=0, pq=0, errors=None, parts=()):
        self.numbers = [mpf(v), mpf(p), mpf(q), mpf(pq)]
        self.errors = errors or [mpf(0)] * 4
        self.parts = parts


def made(numbers, errors, *of):
    errors = [error + abs(number) for number, error in zip(numbers, errors)]
    parts = tuple(part for one in of for part in one.parts) + (abs(numbers[0]),)
    return Jet(*numbers, errors=errors, parts=parts)


def add(a, b, sign=1):
    numbers = [x + sign * y for x, y in zip(a.numbers, b.numbers)]
    errors = [x + y for x, y in zip(a.errors, b.errors)]
    # Derivatives that cancel are added up with others before they do.
    for i in (1, 2, 3):
        errors[i] += abs(a.numbers[i]) + abs(b.numbers[i])
    return made(numbers, errors, a, b)


def times(pairs):
    """Σ x·y with the error of each factor: (x, its error, y, its error)."""
    value = sum((x * y for x, _, y, _ in pairs), mpf(0))
    error = sum((abs(x) * f + abs(y) * e + abs(x * y) for x, e, y, f in pairs), mpf(0))
    return value, error


def multiply(a, b):
    def of(*places):
        return times([(a.numbers[i], a.errors[i], b.numbers[k], b.errors[k]) for i, k in places])

    all_ = [of((0, 0)), of((1, 0), (0, 1)), of((2, 0), (0, 2)), of((3, 0), (0, 3), (1, 2), (2, 1))]
    return made([value for value, _ in all_], [error for _, error in all_], a, b)


def apply(function, a, condition=1, inner=False):
    """`function`: v → (g, g′, g″, g‴) at v. `condition`: roundings within g itself. `inner`: what g″ makes of v′ is a part, too."""
    v, p, q, pq = a.numbers
    ev, ep, eq, epq = a.errors
    g, g1, g2, g3 = function(v)
    numbers = [g, g1 * p, g1 * q, g1 * pq + g2 * p * q]
    errors = [
        abs(g1) * ev + condition * abs(g),
        abs(g1) * (ep + condition * abs(p)) + abs(g2 * p) * ev,
        abs(g1) * (eq + condition * abs(q)) + abs(g2 * q) * ev,
        abs(g1) * (epq + condition * abs(pq))
        + abs(g2) * (abs(pq) * ev + abs(p) * eq + abs(q) * ep + condition * abs(p * q))
        + abs(g3 * p * q) * ev,
    ]
    result = made(numbers, errors, a)
    if inner:
        result.parts += (abs(g2 * p), abs(g2 * q))
    return result


def need(condition):
    if not condition:
        raise Undefined()


def power(n):
    n = mpf(n)

    def at(v):
        need(v != 0)
        need(v > 0 or n == int(n))
        return v**n, n * v ** (n - 1), n * (n - 1) * v ** (n - 2), n * (n - 1) * (n - 2) * v ** (n - 3)

    return at


def tangent(v):
    t = mp.tan(v)
    s = 1 + t * t
    return t, s, 2 * t * s, 2 * s * (1 + 3 * t * t)


def hyperbolic_tangent(v):
    t, s = mp.tanh(v), mp.sech(v) ** 2
    return t, s, -2 * t * s, -2 * s * (1 - 3 * t * t)


def arcsine(v):
    need(abs(v) < 1)
    w = 1 - v * v
    return mp.asin(v), 1 / mp.sqrt(w), v / w**1.5, (1 + 2 * v * v) / w**2.5


def arctangent(v):
    w = 1 + v * v
    return mp.atan(v), 1 / w, -2 * v / w**2, (6 * v * v - 2) / w**3


def area_sine(v):
    w = mp.sqrt(1 + v * v)
    return mp.asinh(v), 1 / w, -v / w**3, (2 * v * v - 1) / w**5


def logarithm(v):
    need(v > 0)
    return mp.log(v), 1 / v, -1 / v**2, 2 / v**3


def logarithm_1p(v):
    need(v > -1)
    return mp.log1p(v), 1 / (1 + v), -1 / (1 + v) ** 2, 2 / (1 + v) ** 3


def logistic(v):
    s, c = 1 / (1 + mp.exp(-v)), 1 / (1 + mp.exp(v))
    return s, s * c, s * c * (c - s), s * c * ((c - s) ** 2 - 2 * s * c)


def softplus(v):
    s, c = 1 / (1 + mp.exp(-v)), 1 / (1 + mp.exp(v))
    return mp.log1p(mp.exp(-abs(v))) + max(v, 0), s, s * c, s * c * (c - s)


def cube_root(v):
    need(v != 0)
    root = mp.sign(v) * mp.cbrt(abs(v))
    return root, root / (3 * v), -2 * root / (9 * v * v), 10 * root / (27 * v**3)


def exponential(v):
    need(v < mpf(10) ** 6)
    e = mp.exp(v)
    return e, e, e, e


def cosh(v):
    need(abs(v) < mpf(10) ** 6)
    c, s = mp.cosh(v), mp.sinh(v)
    return c, s, c, s


def sinh(v):
    need(abs(v) < mpf(10) ** 6)
    c, s = mp.cosh(v), mp.sinh(v)
    return s, c, s, c


def guarded(of, far):
    def at(v):
        need(abs(v) < far)
        return of(v)

    return at


functions = {
    "sin": lambda v: (mp.sin(v), mp.cos(v), -mp.sin(v), -mp.cos(v)),
    "cos": lambda v: (mp.cos(v), -mp.sin(v), -mp.cos(v), mp.sin(v)),
    "tan": tangent,
    "asin": arcsine,
    "atan": arctangent,
    "sinh": sinh,
    "cosh": cosh,
    "tanh": guarded(hyperbolic_tangent, 10**6),
    "asinh": area_sine,
    "exp": exponential,
    "log": logarithm,
    "log1p": logarithm_1p,
    "sqrt": lambda v: power(mpf(1) / 2)(v),
    "cbrt": cube_root,
    "sigmoid": guarded(logistic, 10**6),
    "softplus": guarded(softplus, 10**6),
}
