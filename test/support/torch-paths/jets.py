"""Numbers of 60 digits that carry their first and second derivatives along, by the product and the chain rule."""

from decimal import Decimal, getcontext

getcontext().prec = 60


class Jet:
    def __init__(self, value, gradient, hessian):
        self.value, self.gradient, self.hessian = value, gradient, hessian

    def chain(self, value, first, second):
        """u(self), by u, u′ and u″ there."""
        g = self.gradient
        n = range(len(g))
        return Jet(
            value,
            [first * gi for gi in g],
            [[first * self.hessian[i][j] + second * g[i] * g[j] for j in n] for i in n],
        )

    def __add__(self, other):
        other = like(self, other)
        n = range(len(self.gradient))
        return Jet(
            self.value + other.value,
            [a + b for a, b in zip(self.gradient, other.gradient)],
            [[self.hessian[i][j] + other.hessian[i][j] for j in n] for i in n],
        )

    def __mul__(self, other):
        other = like(self, other)
        (a, da, dda), (b, db, ddb) = [(u.value, u.gradient, u.hessian) for u in (self, other)]
        n = range(len(da))
        return Jet(
            a * b,
            [a * db[i] + b * da[i] for i in n],
            [[a * ddb[i][j] + b * dda[i][j] + da[i] * db[j] + da[j] * db[i] for j in n] for i in n],
        )

    def __pow__(self, power):
        """Whole and at least 2."""
        x = self.value
        lower = x ** (power - 2) if power > 2 else Decimal(1)
        return self.chain(x * x * lower, power * x * lower, power * (power - 1) * lower)

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -like(self, other)

    def __truediv__(self, other):
        x = like(self, other)
        return self * x.chain(1 / x.value, -1 / x.value**2, 2 / x.value**3)

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return -self + other


def like(jet, other):
    if isinstance(other, Jet):
        return other
    n = len(jet.gradient)
    return Jet(Decimal(other), [Decimal(0)] * n, [[Decimal(0)] * n for _ in range(n)])


def exp(jet):
    e = jet.value.exp()
    return jet.chain(e, e, e)


def log(jet):
    """Raises decimal.InvalidOperation where there is no logarithm."""
    return jet.chain(jet.value.ln(), 1 / jet.value, -1 / jet.value**2)


def sqrt(jet):
    root = jet.value.sqrt()
    return jet.chain(root, 1 / (2 * root), -1 / (4 * root**3))


def variables(point):
    n = range(len(point))
    zeros = [[Decimal(0)] * len(point) for _ in n]
    return [Jet(x, [Decimal(int(i == j)) for j in n], zeros) for i, x in enumerate(point)]
