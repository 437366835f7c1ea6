"""Functions with a hole, a jump, a pole or a vertical tangent, and what they do on both sides of it.

Limits are read off from 10^-24 to 10^-36 from the place, with 250 digits: what closes in like a power has settled there,
what grows like one has grown, and what swings does neither.
"""

from mpmath import inf, mp, mpf, nan

places = ["0", "0.3", "1", "0.7", "1.1", "2.35", "pi/2", "pi", "sqrt(2)", "4.4"]


def number(random):
    return random.choice(["2", "3", "0.5", "1.7", "10", "0.1", "7"])


def smooth(random):
    k = random.choice(["2", "3", "0.5", "1.7", "7"])
    return random.choice(["sin({k}*x)", "cos(x + {k})", "exp(x/{k})", "x^2/{k}", "log(x + 5 + {k})", "{k}*x", "{k}"]).format(k=k)


quotients = [
    "(x^2 - {a}^2)/(x - {a})",
    "(x^3 - {a}^3)/(x - {a})",
    "(sin(x) - sin({a}))/(x - {a})",
    "(exp(x) - exp({a}))/(x - {a})",
    "(sqrt(x + 5) - sqrt({a} + 5))/(x - {a})",
    "({k}*x - {k}*{a})/(x - {a})",
    "(x - {a})/({k}*x - {k}*{a})",
    "sin({k}*(x - {a}))/(x - {a})",
    "tan(x - {a})/({k}*(x - {a}))",
    "(exp({k}*(x - {a})) - 1)/(x - {a})",
    "log(1 + (x - {a})/{k})/(x - {a})",
    "(1 - cos(x - {a}))/(x - {a})^2",
    "(x - {a} - sin(x - {a}))/(x - {a})^3",
    "(1 + x - {a})^(1/(x - {a}))",
    "cos(x - {a})^(1/(x - {a})^2)",
    "exp(-1/(x - {a})^2)",
    "(x - {a})^2*sin(1/(x - {a}))",
    "(x - {a})*cos(0.01/(x - {a}))",
]
jumps = [
    "abs(x - {a})/(x - {a})",
    "sin(x - {a})/abs(x - {a})",
    "atan({k}/(x - {a}))",
    "tanh(1/(x - {a}))",
    "1/(1 + exp(1/(x - {a})))",
    "1/(1 + 2^(1/(x - {a})))",
    "exp(-1/abs(x - {a}))*sign(x - {a}) + sign(x - {a})",
]
endless = [
    "1/(x - {a})",
    "{k}/(x - {a})^2",
    "1/sin(x - {a})",
    "exp(x)/(x - {a})^3",
    "log(abs(x - {a}))",
    "1/sqrt(abs(x - {a}))",
    "exp(1/(x - {a}))",
]
swings = ["sin(1/(x - {a}))", "cos({k}/(x - {a}))", "cos(0.001/(x - {a}))"]
vertical = ["cbrt(x - {a})", "sqrt(abs(x - {a}))", "abs(x - {a})", "abs({k}*x - {k}*{a})", "(x - {a})*log(abs(x - {a}))"]

scope = {
    name: getattr(mp, name) for name in ["sin", "cos", "tan", "exp", "log", "sqrt", "atan", "tanh", "sign"]
} | {"abs": abs, "cbrt": lambda v: mp.sign(v) * mp.cbrt(abs(v))}


def made(text):
    """The formula as a function; its decimals are exact."""
    import re

    python = re.sub(r"(?<![\w.])(\d+\.?\d*)", r"mpf('\1')", text).replace("^", "**").replace("pi", "(+mp.pi)")
    return lambda x: eval(python, {**scope, "x": x, "mpf": mpf, "mp": mp})


#: Powers of ten, in no step with each other: what swings is caught at different phases.
nearness = [mpf(power) for power in ("24", "25.3", "26.1", "27.7", "29.2", "30.4", "33.1", "36")]


def limit(values):
    """Of numbers ever nearer to the place."""
    last = values[-1]
    apart = [abs(value - last) for value in values[:-1]]
    if all(each <= mpf(10) ** -7 * (1 + abs(last)) for each in apart) and apart[-1] <= mpf(10) ** -10 * (1 + abs(last)):
        return last
    grows = all(abs(b) > abs(a) and a * b > 0 for a, b in zip(values, values[1:]))
    return inf * mp.sign(last) if grows and abs(last) > 50 else nan


def side(f, a, direction):
    """The limit of f and that of its slope; where that has none, that of its quotients."""
    distances = [direction * mpf(10) ** -power for power in nearness]
    value = limit([f(a + d) for d in distances])
    little = mpf(10) ** -60
    slope = limit([(f(a + d * (1 + little)) - f(a + d * (1 - little))) / (2 * d * little) for d in distances])
    if mp.isnan(slope) and mp.isfinite(value):
        slope = limit([(f(a + d) - value) / d for d in distances[:4]])
    return value, slope


def lines(random, count, digits):
    written = 0
    while written < count:
        kind = random.choice([quotients] * 4 + [jumps] * 2 + [endless] * 2 + [swings, vertical])
        a = random.choice(places) if random.random() < 0.7 else repr(round(random.uniform(0.1, 4.5), random.randint(1, 4)))
        core = random.choice(kind).format(a=a if a[0] != "s" and "/" not in a else f"({a})", k=number(random))
        text = core if random.random() < 0.5 else f"{core} + {smooth(random)}"
        mp.dps = 250
        place = made(a)(mpf(0))
        try:
            f = made(text)
            found = side(f, place, -1) + side(f, place, 1)
        except (ZeroDivisionError, OverflowError, ValueError, TypeError):
            continue
        if any(mp.im(number) != 0 for number in found if not mp.isinf(number) and not mp.isnan(number)):
            continue
        print("\t".join([text, repr(float(place)), " ".join(digits(mp.re(number)) for number in found)]))
        written += 1
