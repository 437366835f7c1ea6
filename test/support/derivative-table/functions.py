"""Every function of the formula language at ordinary, tiny, huge and delicate arguments.

`rows`: the call as it is typed, its value with mpmath, its points. A new function needs a row here, with points where
a careless derivative goes wrong: near the ends of its domain, near 0, and far out.
"""

from mpmath import mp, mpf

from differences import derivatives, line

ordinary = [-7.3, -2.6, -0.81, 0.37, 1.35, 5.4]
tiny = [-1e-300, -1e-160, 1e-100, 1e-16, 1e-8]
huge = [-1e300, -1e160, 1e16, 1e100, 1e154, 1e300]
everywhere = ordinary + tiny + huge
steps = [-1e8, -800.0, -710.0, -700.0, -360.0, -40.0, 40.0, 200.0, 354.0, 700.0, 710.0, 800.0, 1e8]
angles = [*ordinary, *tiny, 1.5707963267948966, 3.141592653589793, 22.0, 1e8, 1e16, 1e300, -1e22]
inside = [
    -0.9999999999999999, -0.99999999, -0.9, -0.37, -1e-8, 1e-300, 1e-100, 1e-16, 0.5, 0.81, 0.999,
    0.9999999999999999,
]
outside = [-1e300, -1e160, -1e100, -7.3, -1.00000001, 1.0000000000000002, 1.0001, 1.35, 2.6, 1e8, 1e100, 1e154, 1e300]
above = [a for a in outside if a > 0]
positive = [
    1e-300, 1e-160, 1e-100, 1e-8, 0.37, 0.9999999999999999, 1.0000000000000002, 1.35, 5.4, 1e8, 1e100, 1e160,
    1e300,
]
signs = [(a, b) for a in (-1.7, 0.6) for b in (-0.45, 2.3)]
lengths = [
    *signs, (3e200, 4e200), (3e-200, -4e-200), (-1e-100, 1e-280), (1e150, 1e-100), (1e-300, 1.0),
    (1.6e308, -1.6e308),
]


def sinc(a):
    return mp.sin(a) / a if a != 0 else mpf(1)


def whole(a):
    """To the nearest whole number; halves do not occur."""
    return mp.floor(a + mpf(1) / 2)


rows = [
    ("sin(x)", mp.sin, angles),
    ("cos(x)", mp.cos, angles),
    ("tan(x)", mp.tan, angles),
    ("sec(x)", mp.sec, angles),
    ("csc(x)", mp.csc, angles),
    ("cot(x)", mp.cot, angles),
    ("asin(x)", mp.asin, inside),
    ("acos(x)", mp.acos, inside),
    ("atan(x)", mp.atan, everywhere),
    ("asec(x)", lambda a: mp.acos(1 / a), outside),
    ("acsc(x)", lambda a: mp.asin(1 / a), outside),
    ("acot(x)", lambda a: mp.atan(1 / a), everywhere),
    (
        "atan2(x, y)",
        mp.atan2,
        [*lengths, (0.0, 2.0), (3.0, 0.0), (-3.0, 0.0), (1e-300, -1.0), (1e300, -1e300), (0.0, 1e-308)],
    ),
    ("sinc(x)", sinc, [*angles, 0.0, 0.9, 1.0000001, 1.9999, 2.0001, 2.9999, 3.0001, -4.5]),
    ("sinh(x)", mp.sinh, [*ordinary, *tiny, *steps]),
    ("cosh(x)", mp.cosh, [*ordinary, *tiny, *steps]),
    ("tanh(x)", mp.tanh, [*ordinary, *tiny, *steps]),
    ("sech(x)", mp.sech, [*ordinary, *tiny, *steps]),
    ("csch(x)", mp.csch, [*ordinary, *tiny, *steps]),
    ("coth(x)", mp.coth, [*ordinary, *tiny, *steps]),
    ("asinh(x)", mp.asinh, everywhere),
    ("acosh(x)", mp.acosh, above),
    ("atanh(x)", mp.atanh, inside),
    ("asech(x)", lambda a: mp.acosh(1 / a), [a for a in inside if a > 0] + [5e-324, 1e-310]),
    ("acsch(x)", lambda a: mp.asinh(1 / a), everywhere + [1e-310]),
    ("acoth(x)", lambda a: mp.atanh(1 / a), outside),
    ("exp(x)", mp.exp, [*ordinary, *tiny, *steps]),
    ("expm1(x)", mp.expm1, [*ordinary, *tiny, *steps]),
    ("log(x)", mp.log, positive),
    (
        "log(x, y)",
        lambda a, b: mp.log(a) / mp.log(b),
        [
            (a, b)
            for a in (1e-300, 0.37, 5.4, 1e300)
            for b in (1e-300, 0.9, 1.0000000000000002, 1.00000001, 2.0, 10.0, 1e300)
        ],
    ),
    ("log2(x)", lambda a: mp.log(a) / mp.log(2), positive),
    ("log10(x)", lambda a: mp.log(a) / mp.log(10), positive),
    (
        "log1p(x)",
        lambda a: mp.log(1 + a),
        [-0.9999999999999999, -0.99999999, -0.37, *tiny, 0.6, 5.4, 1e16, 1e160, 1e300],
    ),
    (
        "x^y",
        mp.power,
        [
            (0.37, 2.6), (5.4, -1.3), (1e-300, 0.5), (1e300, 0.5), (1e300, -0.9), (1e-200, 1.6), (1e-310, 1e-05),
            (2.0, 1000.0), (0.5, 1070.0), (1.0000000000000002, 1e15), (1.00000001, -1e9), (7.0, 0.0), (7.0, 1.0),
            (-2.0, 3.0), (-2.0, 20.0), (3.5, 1e-300), (1e-200, 0.0), (1e-200, 1.0),
        ],
    ),
    ("x^20", lambda a: a**20, [-2.0, -1.1, 0.0, 0.37, 1e15]),
    ("x^-17", lambda a: a**-17, [-2.0, -1.1, 0.37, 1e15]),
    ("x^0.5", lambda a: mp.sqrt(a), positive),
    ("x^-1.5", lambda a: mp.power(a, mpf(-3) / 2), positive),
    ("sqrt(x)", mp.sqrt, positive),
    ("cbrt(x)", lambda a: mp.sign(a) * mp.cbrt(abs(a)), everywhere),
    ("hypot(x, y)", lambda a, b: mp.sqrt(a * a + b * b), [*lengths, (0.0, 2.0), (-3.0, 0.0), (5e-324, 5e-324)]),
    ("hypot(x, y, 3)", lambda a, b: mp.sqrt(a * a + b * b + 9), signs),
    ("sigmoid(x)", lambda a: 1 / (1 + mp.exp(-a)), [*ordinary, *tiny, *steps]),
    ("softplus(x)", lambda a: mp.log(1 + mp.exp(a)), [*ordinary, *tiny, *steps]),
    (
        "logaddexp(x, y)",
        lambda a, b: mp.log(mp.exp(a) + mp.exp(b)),
        [*signs, (800.0, 750.0), (-800.0, -803.0), (1000.0, -1000.0), (0.1, -1e17)],
    ),
    (
        "erf(x)",
        mp.erf,
        [
            *ordinary, *tiny, -26.0, -6.0, 0.84375, 0.9, 1.25, 2.0, 2.857, 3.5, 5.99, 20.0, 25.3, 27.1, 1e8, 1e200,
        ],
    ),
    ("gauss(x)", lambda a: mp.exp(-a * a), [*ordinary, *tiny, -26.0, 0.9, 2.0, 20.0, 26.3, 27.1, 1e8, 1e200, 1e300]),
    ("abs(x)", abs, everywhere),
    ("sign(x)", mp.sign, everywhere),
    ("relu(x)", lambda a: max(a, mpf(0)), everywhere),
    ("min(x, y)", min, [*signs, (1e300, -1e300)]),
    ("max(x, y)", max, [*signs, (1e300, -1e300)]),
    ("max(x, y, 1)", lambda a, b: max(a, b, mpf(1)), signs),
    ("floor(x)", mp.floor, ordinary),
    ("ceil(x)", mp.ceil, ordinary),
    ("round(x)", whole, ordinary),
    (
        "mod(x, y)",
        lambda a, b: a - b * mp.floor(a / b),
        [*signs, (7.3, 0.1), (-7.3, 2.5), (0.8999999999999999, 0.3), (5.699999999999999, 1.9), (1e15, 0.7)],
    ),
]


def lines():
    for formula, f, points in rows:
        for point in points:
            at = point if isinstance(point, tuple) else (point,)
            yield line(formula, at, *derivatives(f, at))
