import type { Algorithm } from '../methods/method'
import { filled } from './lines'
import { parts } from './parts'

/**
 * Optimisers with code of their own, in Python: the same steps as in `core/optimise/algorithms`, where the sources of
 * the formulas are given, written to be read. Each `update` returns the next point, or None where it finds no descent.
 * Tests compare them with the program.
 */
interface Text {
  /** The functions and classes it needs, in this order, and whether it needs second derivatives. */
  readonly needs: readonly (keyof typeof parts)[]
  readonly base?: 'LineSearch'
  readonly hessian?: true
  /** It uses values of f only, and may stay at the same point for several steps. */
  readonly isGradientFree?: true
  readonly body: string
}

const search = ['norm', 'cubic', 'wolfe', 'search'] as const

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
            if not np.dot(g, p) < -1e-6*norm(g)*norm(p):
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
        if not ys > 1e-14*norm(y)*norm(s):
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
            if np.dot(y, s) > 1e-14*norm(y)*norm(s):
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
    needs: ['backtracked', 'hessian'],
    hessian: true,
    body: `    def __init__(self, c1, shrink, delta):
        self.c1, self.shrink, self.delta = c1, shrink, delta

    def update(self, x, g):
        if not np.any(g):
            return x
        B = modified_hessian(x, self.delta)
        p = -g if B is None else -np.linalg.solve(B, g)
        if not np.dot(g, p) < 0:
            p = -g
        return backtracked(x, p, np.dot(g, p), 1.0, self.shrink, self.c1)`
  },

  'trust-region': {
    needs: ['norm', 'hessian'],
    hessian: true,
    body: `    def __init__(self, radius, radius_max, eta, delta):
        self.radius, self.radius_max = min(radius, radius_max), radius_max
        self.eta, self.delta = eta, delta

    def update(self, x, g):
        if not np.any(g):
            return x
        B = modified_hessian(x, self.delta)
        for _ in range(1100):
            p = self.step(B, g)
            new, length = x + p, norm(p)
            fall = f(x) - f(new) if np.isfinite(f(new)) else np.nan
            ratio = fall/(-np.dot(g, p) - (0 if B is None else np.dot(p, B @ p)/2))
            if not ratio >= 0.25:
                self.radius = length/4
            elif ratio > 0.75 and length >= self.radius*(1 - 1e-10):
                self.radius = min(2*self.radius, self.radius_max)
            if fall >= 0 and ratio > self.eta:
                return new
            if np.array_equal(new, x):
                break
        return None

    def step(self, B, g):
        unit = g/norm(g)
        if B is None:
            return -self.radius*unit
        newton = -np.linalg.solve(B, g)
        if norm(newton) <= self.radius:
            return newton
        reach = norm(g)/np.dot(unit, B @ unit)
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
    isGradientFree: true,
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

/**
 * The class of a method and the code it needs, each block by itself; whether that needs `hessian`, and whether the
 * method uses values of f only. Null if the method has no Python code.
 */
export function algorithmBlocks(
  method: Algorithm,
  name: string,
  about: string
): {
  readonly blocks: readonly (readonly string[])[]
  readonly hessian: boolean
  readonly isGradientFree: boolean
} | null {
  const text = texts[method.id]
  if (!text) return null
  const heading = `class ${name}${text.base ? `(${text.base})` : ''}:`
  const docstring = [`    """${about}`, '', ...filled(method.source, '    '), '    """', '']
  return {
    blocks: [...text.needs.map((part) => parts[part].split('\n')), [heading, ...docstring, ...text.body.split('\n')]],
    hessian: text.hessian === true,
    isGradientFree: text.isGradientFree === true
  }
}

/** Whether the method of this id uses second derivatives. */
export const asksForHessian = (id: string): boolean => texts[id]?.hessian === true
