/**
 * Code that several methods need, in Python: backtracking, line search with strong Wolfe conditions, shifted Hessian.
 * The sources of the formulas are given in `core/optimise/algorithms`: `backtracking.ts`, `wolfe.ts`, `descent.ts`,
 * `modified-hessian.ts`.
 */
export const parts = {
  backtracked: `def backtracked(x, p, slope, alpha, shrink, c1):
    last = np.inf
    while 0 < alpha < last:
        new = x + alpha*p
        if np.array_equal(new, x):
            return None
        if np.isfinite(f(new)) and f(new) <= f(x) + c1*alpha*slope:
            return new
        last, alpha = alpha, alpha*shrink
    return None`,

  norm: `def norm(v):
    # np.linalg.norm squares, which makes 0 of small numbers
    return np.hypot.reduce(np.abs(v))`,

  cubic: `def cubic_minimum(a, b):
    (a_at, a_value, a_slope), (b_at, b_value, b_slope) = a, b
    d1 = a_slope + b_slope - 3*(a_value - b_value)/(a_at - b_at)
    d2 = np.sign(b_at - a_at)*np.sqrt(d1*d1 - a_slope*b_slope)
    return b_at - (b_at - a_at)*(b_slope + d2 - d1)/(b_slope - a_slope + 2*d2)`,

  wolfe: `def wolfe_length(x, p, slope, alpha, c1, c2):
    def phi(alpha):
        new = x + alpha*p
        value, g = f(new), gradient(new)
        is_defined = np.isfinite(value) and np.all(np.isfinite(g))
        return np.float64(alpha), value if is_defined else np.nan, np.dot(g, p)

    def is_too_high(point):
        return not point[1] <= f(x) + c1*point[0]*slope

    def is_flat(point):
        return abs(point[2]) <= -c2*slope

    def between(low, high, trial):
        width = high[0] - low[0]
        if np.isnan(high[1]):
            return low[0] + 0.3*width
        share = 0.5 if trial % 3 == 2 else (cubic_minimum(low, high) - low[0])/width
        return low[0] + width*(0.5 if np.isnan(share) else min(max(share, 0.05), 0.95))

    def lowest(point):
        return 0.0 if np.array_equal(x + point[0]*p, x) else point[0]

    def zoom(low, high):
        home = max(1, norm(x))/norm(p)
        trial = counted = 0
        while counted < 60:
            alpha = between(low, high, trial)
            if alpha == low[0] or alpha == high[0]:
                break
            trial = trial + 1
            if low[0] > 0 or not alpha > home:
                counted = counted + 1
            here = phi(alpha)
            if is_too_high(here) or here[1] >= low[1]:
                if np.array_equal(x + alpha*p, x):
                    break
                high = here
                continue
            if is_flat(here):
                return alpha
            if here[2]*(high[0] - low[0]) >= 0:
                high = low
            low = here
        return lowest(low)

    before = np.float64(0), f(x), slope
    for trial in range(25):
        here = phi(alpha)
        if is_too_high(here) or (trial > 0 and here[1] >= before[1]):
            return zoom(before, here)
        if is_flat(here):
            return alpha
        if here[2] >= 0:
            return zoom(here, before)
        wanted, most = cubic_minimum(before, here), 4*alpha
        before = here
        alpha = min(max(wanted, 1.1*alpha), most) if wanted > alpha else most
    return lowest(before)`,

  search: `class LineSearch:
    def __init__(self, reach, c1, c2):
        self.reach, self.c1, self.c2 = reach, c1, c2
        self.alpha, self.slope = 0.0, 0.0

    def first(self, p, slope):
        guess = self.alpha*min(10, self.slope/slope)
        if np.isfinite(guess) and guess > 0:
            return guess
        return max(self.reach/norm(p), 5e-324)

    def move(self, x, p, slope, first):
        self.alpha, self.slope = wolfe_length(x, p, slope, first, self.c1, self.c2), slope
        return None if self.alpha == 0 else x + self.alpha*p`,

  hessian: `def is_definite(B):
    try:
        L = np.linalg.cholesky(B)
    except np.linalg.LinAlgError:
        return False
    return np.all(np.diag(L)**2 > 1e-14*np.diag(B))


def modified_hessian(x, delta):
    B = hessian(x)
    if not np.all(np.isfinite(B)):
        return None
    if is_definite(B):
        return B
    values = np.linalg.eigvalsh(B)
    largest = np.max(np.abs(values))
    tau = max(abs(values[0]), delta*largest) - values[0] if largest > 0 else 1.0
    for _ in range(60):
        shifted = B + tau*np.eye(x.size)
        if is_definite(shifted):
            return shifted
        tau = 2*tau
    return None`
} as const
