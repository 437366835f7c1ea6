import type { Algorithm } from '../methods/method'
import { filled } from './lines'

/**
 * The methods with code of their own in Python: the same steps as in `core/optimise/algorithms`, where the sources of the
 * formulas stand, written to be read. Each `update` returns the next point, or None where it finds no way down. Tests run
 * them beside the program.
 */
interface Text {
  /** Functions and classes it needs, in this order, and whether it asks for second derivatives. */
  readonly needs: readonly (keyof typeof parts)[]
  readonly base?: 'LineSearch'
  readonly hessian?: true
  readonly body: string
}

const parts = {
  backtracked: `def backtracked(x, p, slope, alpha, shrink, c1):
    while alpha > 0:
        new = x + alpha*p
        if np.array_equal(new, x):
            return None
        if np.isfinite(f(new)) and f(new) <= f(x) + c1*alpha*slope:
            return new
        alpha = alpha*shrink
    return None`,

  cubic: `def cubic_minimum(a, b):
    (a_at, a_value, a_slope), (b_at, b_value, b_slope) = a, b
    d1 = a_slope + b_slope - 3*(a_value - b_value)/(a_at - b_at)
    d2 = np.sign(b_at - a_at)*np.sqrt(d1*d1 - a_slope*b_slope)
    return b_at - (b_at - a_at)*(b_slope + d2 - d1)/(b_slope - a_slope + 2*d2)`,

  wolfe: `def wolfe_length(x, p, slope, alpha, c1, c2):
    def look(alpha):
        new = x + alpha*p
        value, g = f(new), gradient(new)
        is_defined = np.isfinite(value) and np.all(np.isfinite(g))
        return np.float64(alpha), value if is_defined else np.nan, np.dot(g, p)

    def is_too_high(place):
        return not place[1] <= f(x) + c1*place[0]*slope

    def is_flat(place):
        return abs(place[2]) <= -c2*slope

    def between(low, high, trial):
        width = high[0] - low[0]
        if np.isnan(high[1]):
            return low[0] + 0.3*width
        share = 0.5 if trial % 3 == 2 else (cubic_minimum(low, high) - low[0])/width
        return low[0] + width*(0.5 if np.isnan(share) else min(max(share, 0.05), 0.95))

    def zoom(low, high):
        for trial in range(60):
            alpha = between(low, high, trial)
            if alpha == low[0] or alpha == high[0]:
                break
            here = look(alpha)
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
        return low[0]

    before = np.float64(0), f(x), slope
    for trial in range(25):
        here = look(alpha)
        if is_too_high(here) or (trial > 0 and here[1] >= before[1]):
            return zoom(before, here)
        if is_flat(here):
            return alpha
        if here[2] >= 0:
            return zoom(here, before)
        wanted, most = cubic_minimum(before, here), 4*alpha
        before = here
        alpha = min(max(wanted, 1.1*alpha), most) if wanted > alpha else most
    return before[0]`,

  search: `class LineSearch:
    def __init__(self, reach, c1, c2):
        self.reach, self.c1, self.c2 = reach, c1, c2
        self.alpha, self.slope = 0.0, 0.0

    def first(self, p, slope):
        guess = self.alpha*min(10, self.slope/slope)
        return guess if np.isfinite(guess) and guess > 0 else self.reach/np.linalg.norm(p)

    def move(self, x, p, slope, first):
        self.alpha, self.slope = wolfe_length(x, p, slope, first, self.c1, self.c2), slope
        new = x + self.alpha*p
        return None if np.array_equal(new, x) else new`,

  bowl: `def bowl(x, delta):
    B = hessian(x)
    if not np.all(np.isfinite(B)):
        return None
    values = np.linalg.eigvalsh(B)
    if values[0] > 0:
        return B
    largest = np.max(np.abs(values))
    tau = max(abs(values[0]), delta*largest) - values[0] if largest > 0 else 1.0
    return B + tau*np.eye(x.size)`
} as const

const search = ['cubic', 'wolfe', 'search'] as const

const texts: Readonly<Record<string, Text>> = {
  armijo: {
    needs: ['backtracked'],
    body: `    def __init__(self, initial, shrink, c1):
        self.initial, self.shrink, self.c1 = initial, shrink, c1

    def update(self, x, g):
        if not np.any(g):
            return x
        p = -g
        return backtracked(x, p, np.dot(g, p), self.initial, self.shrink, self.c1)`
  },

  wolfe: {
    needs: search,
    base: 'LineSearch',
    body: `    def update(self, x, g):
        if not np.any(g):
            return x
        p = -g
        slope = np.dot(g, p)
        return self.move(x, p, slope, self.first(p, slope))`
  },

  conjugate: {
    needs: search,
    base: 'LineSearch',
    body: `    p, g = None, None

    def update(self, x, g):
        if not np.any(g):
            return x
        p = -g
        if self.p is not None:
            beta = max(0.0, (np.dot(g, g) - np.dot(g, self.g))/np.dot(self.g, self.g))
            p = beta*self.p - g
            if not np.dot(g, p) < 0:
                p = -g
        self.p, self.g = p, g
        slope = np.dot(g, p)
        return self.move(x, p, slope, self.first(p, slope))`
  },

  bfgs: {
    needs: search,
    base: 'LineSearch',
    body: `    H = None

    def update(self, x, g):
        if not np.any(g):
            return x
        p = -g if self.H is None else -self.H @ g
        if not np.dot(g, p) < 0:
            self.H, p = None, -g
        slope = np.dot(g, p)
        new = self.move(x, p, slope, 1.0 if self.H is not None else self.first(p, slope))
        if new is not None:
            self.learn(new - x, gradient(new) - g)
        return new

    def learn(self, s, y):
        ys = np.dot(y, s)
        if not ys > 1e-14*np.linalg.norm(y)*np.linalg.norm(s):
            return
        if self.H is None:
            self.H = ys/np.dot(y, y)*np.eye(s.size)
        E = np.eye(s.size) - np.outer(s, y)/ys
        self.H = E @ self.H @ E.T + np.outer(s, s)/ys`
  },

  lbfgs: {
    needs: search,
    base: 'LineSearch',
    body: `    def __init__(self, memory, reach, c1, c2):
        super().__init__(reach, c1, c2)
        self.memory, self.pairs = memory, []

    def update(self, x, g):
        if not np.any(g):
            return x
        p = self.direction(g)
        if not np.dot(g, p) < 0:
            self.pairs, p = [], -g
        slope = np.dot(g, p)
        new = self.move(x, p, slope, 1.0 if self.pairs else self.first(p, slope))
        if new is not None:
            s, y = new - x, gradient(new) - g
            if np.dot(y, s) > 1e-14*np.linalg.norm(y)*np.linalg.norm(s):
                self.pairs = (self.pairs + [(s, y)])[-self.memory:]
        return new

    def direction(self, g):
        q, shares = g, []
        for s, y in reversed(self.pairs):
            a = np.dot(s, q)/np.dot(y, s)
            q = q - a*y
            shares.append(a)
        if self.pairs:
            s, y = self.pairs[-1]
            q = np.dot(y, s)/np.dot(y, y)*q
        for (s, y), a in zip(self.pairs, reversed(shares)):
            q = q + (a - np.dot(y, q)/np.dot(y, s))*s
        return -q`
  },

  newton: {
    needs: ['backtracked', 'bowl'],
    hessian: true,
    body: `    def __init__(self, c1, shrink, delta):
        self.c1, self.shrink, self.delta = c1, shrink, delta

    def update(self, x, g):
        if not np.any(g):
            return x
        B = bowl(x, self.delta)
        p = -g if B is None else -np.linalg.solve(B, g)
        if not np.dot(g, p) < 0:
            p = -g
        return backtracked(x, p, np.dot(g, p), 1.0, self.shrink, self.c1)`
  },

  'trust-region': {
    needs: ['bowl'],
    hessian: true,
    body: `    def __init__(self, radius, radius_max, eta, delta):
        self.radius, self.radius_max = min(radius, radius_max), radius_max
        self.eta, self.delta = eta, delta

    def update(self, x, g):
        if not np.any(g):
            return x
        B = bowl(x, self.delta)
        for _ in range(1100):
            p = self.step(B, g)
            new, length = x + p, np.linalg.norm(p)
            fall = f(x) - f(new)
            ratio = fall/(-np.dot(g, p) - (0 if B is None else np.dot(p, B @ p)/2))
            if not ratio >= 0.25:
                self.radius = length/4
            elif ratio > 0.75 and length >= self.radius*(1 - 1e-10):
                self.radius = min(2*self.radius, self.radius_max)
            if np.isfinite(f(new)) and fall >= 0 and ratio > self.eta:
                return new
            if np.array_equal(new, x):
                break
        return None

    def step(self, B, g):
        unit = g/np.linalg.norm(g)
        if B is None:
            return -self.radius*unit
        newton = -np.linalg.solve(B, g)
        if np.linalg.norm(newton) <= self.radius:
            return newton
        reach = np.linalg.norm(g)/np.dot(unit, B @ unit)
        if not reach < self.radius:
            return -self.radius*unit
        cauchy = -reach*unit
        leg = newton - cauchy
        a, b, c = np.dot(leg, leg), np.dot(cauchy, leg), np.dot(cauchy, cauchy) - self.radius**2
        root = np.sqrt(max(0, b*b - a*c))
        theta = -c/(b + root) if b > 0 else (root - b)/a
        return cauchy + (min(max(theta, 0), 1) if np.isfinite(theta) else 0)*leg`
  },

  'nelder-mead': {
    needs: [],
    body: `    def __init__(self, size):
        self.size, self.corners = size, None

    def value(self, x):
        return f(x) if np.isfinite(f(x)) else np.inf

    def update(self, x, g):
        if self.corners is None:
            self.corners = sorted([x] + [x + self.size*e for e in np.eye(x.size)], key=self.value)
        *rest, worst = self.corners
        centre = sum(rest)/len(rest)
        best, second, last = self.value(rest[0]), self.value(rest[-1]), self.value(worst)
        reflected = centre + (centre - worst)
        at = self.value(reflected)
        if at < best:
            expanded = centre + 2*(centre - worst)
            new = expanded if self.value(expanded) < at else reflected
        elif at < second:
            new = reflected
        elif at < last:
            contracted = centre + 0.5*(centre - worst)
            new = contracted if self.value(contracted) <= at else None
        else:
            contracted = centre - 0.5*(centre - worst)
            new = contracted if self.value(contracted) < last else None
        if new is None:
            rest = [rest[0]] + [rest[0] + 0.5*(c - rest[0]) for c in self.corners[1:]]
        self.corners = sorted(rest if new is None else rest + [new], key=self.value)
        return self.corners[0]`
  }
}

/** The class of a method and what it needs, each block by itself, and whether that asks for `hessian`; null where there is none. */
export function algorithmBlocks(
  method: Algorithm,
  name: string,
  about: string
): { readonly blocks: readonly (readonly string[])[]; readonly hessian: boolean } | null {
  const text = texts[method.id]
  if (!text) return null
  const heading = `class ${name}${text.base ? `(${text.base})` : ''}:`
  const docstring = [`    """${about}`, '', ...filled(method.source, '    '), '    """', '']
  return {
    blocks: [...text.needs.map((part) => parts[part].split('\n')), [heading, ...docstring, ...text.body.split('\n')]],
    hessian: text.hessian === true
  }
}

/** Whether the method of this id works with second derivatives. */
export const asksForHessian = (id: string): boolean => texts[id]?.hessian === true
