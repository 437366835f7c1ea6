"""First and second derivatives by central differences so fine that their error is far below 40 digits."""

from mpmath import isnan, mp, mpf, nan, nstr

# Of a step 1e-150 the error of a central difference is of the order of 1e-300; the second difference of a function
# near 1e-300 in such steps costs 900 digits.
DIGITS = 1500
STEP = mpf(10) ** -150


def derivatives(f, point):
    """f, [∂f/∂x …] and [∂²f/∂x², ∂²f/∂x∂y, ∂²f/∂y² …] at a point of one or two coordinates."""
    with mp.workdps(DIGITS):
        at = [mpf(a) for a in point]
        step = STEP * min([mpf(1)] + [abs(a) for a in at if a != 0])

        def moved(*signs):
            return real(f, [a + sign * step for a, sign in zip(at, signs)])

        middle = moved(*[0 for _ in at])
        if len(at) == 1:
            up, down = moved(1), moved(-1)
            return middle, [(up - down) / (2 * step)], [(up - 2 * middle + down) / step**2]
        right, left, up, down = moved(1, 0), moved(-1, 0), moved(0, 1), moved(0, -1)
        corners = moved(1, 1) - moved(1, -1) - moved(-1, 1) + moved(-1, -1)
        first = [(right - left) / (2 * step), (up - down) / (2 * step)]
        second = [(right - 2 * middle + left) / step**2, corners / (4 * step**2), (up - 2 * middle + down) / step**2]
        return middle, first, second


def real(f, at):
    """The value; nan where it is not real."""
    value = f(*at)
    return nan if mp.im(value) != 0 else mp.re(value)


def digits(number):
    """40 digits; what is too small or too large for any double as 0 or an infinity."""
    if isnan(number):
        return "nan"
    if abs(number) > mpf(10) ** 310:
        return "inf" if number > 0 else "-inf"
    return "0" if abs(number) < mpf(10) ** -330 else nstr(number, 40, min_fixed=-5, max_fixed=20)


def line(formula, point, f, first, second):
    groups = [map(repr, point), [digits(f)], map(digits, first), map(digits, second)]
    return [formula, *map(" ".join, groups)]
