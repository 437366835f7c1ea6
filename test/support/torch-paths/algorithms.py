"""The methods with code of their own in 60 digits, from Nocedal & Wright 2006, Numerical Optimization, 2nd ed.

Written to be obvious, and by other formulas than the program's where there are any: B of BFGS is kept and solved with
instead of its inverse, L-BFGS multiplies its matrix out, Newton's step is made of eigenvectors, the edge of a trust
region is found by bisection, a cubic by its coefficients. What the book leaves open is as the comments of the program say:
how far the first trial goes, how an interval is cut.

Each takes what `at` says of a point – f, ∇f and ∇²f, or None where f is not defined –, the settings, the start and a
number of steps, and gives the points after each step.
"""

from decimal import Decimal


def dot(a, b):
    return sum((x * y for x, y in zip(a, b)), Decimal(0))


def norm(a):
    return dot(a, a).sqrt()


def scaled(k, a):
    return [k * x for x in a]


def plus(a, b):
    return [x + y for x, y in zip(a, b)]


def minus(a, b):
    return [x - y for x, y in zip(a, b)]


def times(M, a):
    return [dot(row, a) for row in M]


def outer(a, b):
    return [[x * y for y in b] for x in a]


def combined(A, k, B):
    return [[x + k * y for x, y in zip(a, b)] for a, b in zip(A, B)]


def product(A, B):
    columns = list(zip(*B))
    return [[dot(row, column) for column in columns] for row in A]


def unit(n):
    return [[Decimal(int(i == j)) for j in range(n)] for i in range(n)]


def solved(M, b):
    """x with Mx = b, by elimination with the largest pivot."""
    n = len(b)
    rows = [list(row) + [bi] for row, bi in zip(M, b)]
    for k in range(n):
        best = max(range(k, n), key=lambda i: abs(rows[i][k]))
        rows[k], rows[best] = rows[best], rows[k]
        for i in range(n):
            if i != k:
                share = rows[i][k] / rows[k][k]
                rows[i] = [a - share * b for a, b in zip(rows[i], rows[k])]
    return [rows[k][n] / rows[k][k] for k in range(n)]


def eigen(M):
    """Eigenvalues, and eigenvectors as rows, by Jacobi's rotations."""
    n = len(M)
    A, Q = [list(row) for row in M], unit(n)
    for _ in range(30):
        for p in range(n):
            for q in range(p + 1, n):
                if abs(A[p][q]) <= Decimal("1e-57") * (abs(A[p][p]) + abs(A[q][q])):
                    continue
                half = (A[q][q] - A[p][p]) / (2 * A[p][q])
                t = (1 if half >= 0 else -1) / (abs(half) + (half * half + 1).sqrt())
                c = 1 / (t * t + 1).sqrt()
                R = unit(n)
                R[p][p], R[q][q], R[p][q], R[q][p] = c, c, t * c, -t * c
                A = product(product(list(zip(*R)), A), R)
                Q = product(list(zip(*R)), Q)
    return [A[i][i] for i in range(n)], Q


# Lines


def is_enough(start, c1, alpha, there):
    """The condition of Armijo, (3.4)."""
    value, slope = start
    return there is not None and there[0] <= value + c1 * alpha * slope


def backtracked(at, x, p, alpha, s):
    """Algorithm 3.1."""
    value, gradient, _ = at(x)
    start = value, dot(gradient, p)
    while not is_enough(start, s["c1"], alpha, at(plus(x, scaled(alpha, p)))):
        alpha *= s["shrink"]
    return plus(x, scaled(alpha, p))


def lowest_of_cubic(low, high):
    """Where c₀ + c₁t + c₂t² + c₃t³ with the values and slopes of both has its minimum; None where it has none."""
    (a, fa, sa), (b, fb, sb) = low, high
    h = b - a
    u, w = (fb - fa - sa * h) / h**2, (sb - sa) / h
    c3 = (w - 2 * u) / h
    c2 = u - c3 * h
    root = c2 * c2 - 3 * c3 * sa
    if root < 0 or c2 + root.sqrt() == 0:
        return None
    return a - sa / (c2 + root.sqrt())


def wolfe(at, x, p, first, s):
    """Algorithms 3.5 and 3.6. The length."""

    def look(alpha):
        there = at(plus(x, scaled(alpha, p)))
        return there and (alpha, there[0], dot(there[1], p))

    def is_low(place):
        return place is not None and is_enough(origin[1:], s["c1"], place[0], place[1:])

    def is_flat(place):
        return abs(place[2]) <= s["c2"] * abs(origin[2])

    def cut(low, high, alpha_high, trial):
        width = alpha_high - low[0]
        if high is None:
            return low[0] + Decimal("0.3") * width
        lowest = lowest_of_cubic(low, high)
        if trial % 3 == 2 or lowest is None:
            return low[0] + width / 2
        share = (lowest - low[0]) / width
        return low[0] + width * min(max(share, Decimal("0.05")), Decimal("0.95"))

    def zoom(low, high, alpha_high):
        trial = 0
        while True:
            alpha = cut(low, high, alpha_high, trial)
            here = look(alpha)
            if not is_low(here) or here[1] >= low[1]:
                high, alpha_high = here, alpha
            else:
                if is_flat(here):
                    return alpha
                if here[2] * (alpha_high - low[0]) >= 0:
                    high, alpha_high = low, low[0]
                low = here
            trial += 1

    origin = look(Decimal(0))
    before, alpha, trial = origin, first, 0
    while True:
        here = look(alpha)
        if not is_low(here) or (trial > 0 and here[1] >= before[1]):
            return zoom(before, here, alpha)
        if is_flat(here):
            return alpha
        if here[2] >= 0:
            return zoom(here, before, before[0])
        lowest = lowest_of_cubic(before, here)
        far = lowest is None or lowest <= alpha
        alpha, before = 4 * alpha if far else min(max(lowest, Decimal("1.1") * alpha), 4 * alpha), here
        trial += 1


def first_length(s, p, slope, last):
    """A distance in the first step; then so that f falls as much as before, (3.60), at most ten times as far."""
    if last is None:
        return s["reach"] / norm(p)
    return last[0] * min(Decimal(10), last[1] / slope)


# Methods


def armijo(at, s, x, steps):
    for _ in range(steps):
        x = backtracked(at, x, scaled(-1, at(x)[1]), s["initial"], s)
        yield x


def steepest(at, s, x, steps):
    last = None
    for _ in range(steps):
        p = scaled(-1, at(x)[1])
        slope = -dot(p, p)
        last = wolfe(at, x, p, first_length(s, p, slope, last), s), slope
        x = plus(x, scaled(last[0], p))
        yield x


def conjugate(at, s, x, steps):
    """Algorithm 5.4 with (5.45): Polak and Ribière's β, and 0 where that is negative."""
    last = p = g = None
    for _ in range(steps):
        old, g = g, at(x)[1]
        beta = max(Decimal(0), dot(g, minus(g, old)) / dot(old, old)) if old else Decimal(0)
        p = plus(scaled(-1, g), scaled(beta, p)) if old else scaled(-1, g)
        if dot(g, p) >= 0:
            p = scaled(-1, g)
        slope = dot(g, p)
        last = wolfe(at, x, p, first_length(s, p, slope, last), s), slope
        x = plus(x, scaled(last[0], p))
        yield x


def bfgs(at, s, x, steps):
    """Algorithm 6.1 by the matrix B itself, (6.19), the first one the inverse of (6.20)."""
    B = None
    for _ in range(steps):
        g = at(x)[1]
        p = scaled(-1, g) if B is None else solved(B, scaled(-1, g))
        alpha = wolfe(at, x, p, s["reach"] / norm(p) if B is None else Decimal(1), s)
        step = scaled(alpha, p)
        x = plus(x, step)
        y = minus(at(x)[1], g)
        if B is None:
            B = [scaled(dot(y, y) / dot(y, step), row) for row in unit(len(x))]
        Bs = times(B, step)
        B = combined(combined(B, -1 / dot(step, Bs), outer(Bs, Bs)), 1 / dot(y, step), outer(y, y))
        yield x


def lbfgs(at, s, x, steps):
    """(7.16) with (7.20), multiplied out."""
    pairs = []
    for _ in range(steps):
        g = at(x)[1]
        p = scaled(-1, g)
        if pairs:
            step, y = pairs[-1]
            H = [scaled(dot(step, y) / dot(y, y), row) for row in unit(len(x))]
            for step, y in pairs:
                V = combined(unit(len(x)), -1 / dot(y, step), outer(y, step))
                H = combined(product(product(list(zip(*V)), H), V), 1 / dot(y, step), outer(step, step))
            p = scaled(-1, times(H, g))
        alpha = wolfe(at, x, p, Decimal(1) if pairs else s["reach"] / norm(p), s)
        step = scaled(alpha, p)
        x = plus(x, step)
        pairs = (pairs + [(step, minus(at(x)[1], g))])[-int(s["memory"]) :]
        yield x


def definite(hessian, delta):
    """The eigenvalues and eigenvectors, shifted so that the least is positive: section 3.4, (3.43)."""
    values, vectors = eigen(hessian)
    least, size = min(values), max(abs(value) for value in values)
    shift = Decimal(0) if least > 0 else max(abs(least), delta * size) - least
    return [value + shift for value in values], vectors


def newton_step(values, vectors, g):
    p = [Decimal(0)] * len(g)
    for value, vector in zip(values, vectors):
        p = minus(p, scaled(dot(vector, g) / value, vector))
    return p


def newton(at, s, x, steps):
    """Algorithm 3.2."""
    for _ in range(steps):
        _value, g, hessian = at(x)
        x = backtracked(at, x, newton_step(*definite(hessian, s["delta"]), g), Decimal(1), s)
        yield x


def trust_region(at, s, x, steps):
    """Algorithm 4.1 with the dogleg (4.16); a step that is not taken is no step of the path."""
    radius = min(s["radius"], s["radius_max"])
    for _ in range(steps):
        value, g, hessian = at(x)
        values, vectors = definite(hessian, s["delta"])
        curved = lambda p: sum(k * dot(vector, p) ** 2 for k, vector in zip(values, vectors))
        full = newton_step(values, vectors, g)
        cauchy = scaled(-dot(g, g) / curved(g), g)

        def along(tau):
            if tau <= 1:
                return scaled(tau, cauchy)
            return plus(cauchy, scaled(tau - 1, minus(full, cauchy)))

        while True:
            p = full
            if norm(full) > radius:
                inside, outside = Decimal(0), Decimal(2)
                for _halving in range(190):
                    middle = (inside + outside) / 2
                    if norm(along(middle)) <= radius:
                        inside = middle
                    else:
                        outside = middle
                p = along(inside)
            there = at(plus(x, p))
            ratio = Decimal(-1)
            if there is not None:
                ratio = (value - there[0]) / (-dot(g, p) - curved(p) / 2)
            size = norm(p)
            if ratio < Decimal("0.25"):
                radius = size / 4
            elif ratio > Decimal("0.75") and norm(full) > radius:
                radius = min(2 * radius, s["radius_max"])
            if ratio > s["eta"]:
                break
        x = plus(x, p)
        yield x


methods = {
    "armijo": armijo,
    "wolfe": steepest,
    "conjugate": conjugate,
    "bfgs": bfgs,
    "lbfgs": lbfgs,
    "newton": newton,
    "trust-region": trust_region,
}
