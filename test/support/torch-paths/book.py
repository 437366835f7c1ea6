"""The book's update rules in 30-digit arithmetic, each coordinate on its own. Settings are the exact values of doubles."""

from decimal import Decimal, getcontext

getcontext().prec = 30


def descent(s):
    return lambda x, g, t: x - s["lr"] * g


def momentum(s):
    v = Decimal(0)

    def move(x, g, t):
        nonlocal v
        v = s["momentum"] * v - s["lr"] * g
        return x + v

    return move


def nesterov(s):
    v = Decimal(0)

    def move(x, g, t):
        nonlocal v
        x = x + s["momentum"] * s["momentum"] * v - (1 + s["momentum"]) * s["lr"] * g
        v = s["momentum"] * v - s["lr"] * g
        return x

    return move


def adagrad(s):
    h = Decimal(0)

    def move(x, g, t):
        nonlocal h
        h = h + g * g
        return x - s["lr"] * g / (h.sqrt() + s["eps"])

    return move


def rmsprop(s):
    h = Decimal(0)

    def move(x, g, t):
        nonlocal h
        h = s["rho"] * h + (1 - s["rho"]) * g * g
        return x - s["lr"] * g / (h.sqrt() + s["eps"])

    return move


def adam(s):
    m = v = Decimal(0)

    def move(x, g, t):
        nonlocal m, v
        rate = s["lr"] * (1 - s["beta2"] ** t).sqrt() / (1 - s["beta1"] ** t)
        m = m + (1 - s["beta1"]) * (g - m)
        v = v + (1 - s["beta2"]) * (g * g - v)
        return x - rate * m / (v.sqrt() + s["eps"])

    return move


rules = {
    "descent": descent,
    "momentum": momentum,
    "nesterov": nesterov,
    "adagrad": adagrad,
    "rmsprop": rmsprop,
    "adam": adam,
}


def path(name, settings, problem, steps):
    """Points 1 … steps."""
    exact = {key: Decimal(value) for key, value in settings.items()}
    x = [Decimal(coordinate) for coordinate in problem.start]
    moves = [rules[name](exact) for _ in x]
    points = []
    for t in range(1, steps + 1):
        g = problem.gradient(x, Decimal.exp)
        x = [move(xi, gi, t) for move, xi, gi in zip(moves, x, g)]
        points.append(x)
    return points
