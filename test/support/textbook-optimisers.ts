/**
 * The methods written down once more, straight from their formulas with plain loops: for comparison with the runs that
 * are generated from the rule texts. Shares no code with them.
 */

export type Gradient = (x: readonly number[]) => number[]
export type Settings = Readonly<Record<string, number>>
/** Every point of a run, the start first. */
export type Textbook = (gradient: Gradient, start: readonly number[], steps: number, settings: Settings) => number[][]

/** How one coordinate moves: from x with gradient g at step t to the new x. What it remembers is its own. */
type Move = (x: number, g: number, t: number) => number

const of = (settings: Settings, name: string) => {
  const value = settings[name]
  if (value === undefined) throw new Error(`the test gives no ${name}`)
  return value
}

/** The run whose coordinates move on their own, each with a memory of its own. */
const textbookOf =
  (setOut: (get: (name: string) => number) => Move): Textbook =>
  (gradient, start, steps, settings) => {
    const moves = start.map(() => setOut((name) => of(settings, name)))
    const path = [[...start]]
    let x = [...start]
    for (let t = 1; t <= steps; t++) {
      const g = gradient(x)
      x = x.map((xi, i) => moves[i]?.(xi, g[i] ?? Number.NaN, t) ?? Number.NaN)
      path.push(x)
    }
    return path
  }

const descent = textbookOf((get) => (x, g) => x - get('lr') * g)

const bookMomentum = textbookOf((get) => {
  let v = 0
  return (x, g) => {
    v = get('momentum') * v - get('lr') * g
    return x + v
  }
})

/** As the library does it: the buffer begins as the first gradient. */
const libraryMomentum = textbookOf((get) => {
  let buf: number | undefined
  return (x, g) => {
    buf = buf === undefined ? g : get('momentum') * buf + g
    return x - get('lr') * buf
  }
})

/** The old velocity moves the point, and only then is the new one made. */
const bookNesterov = textbookOf((get) => {
  let v = 0
  return (x, g) => {
    const moved = x + get('momentum') * get('momentum') * v - (1 + get('momentum')) * get('lr') * g
    v = get('momentum') * v - get('lr') * g
    return moved
  }
})

const libraryNesterov = textbookOf((get) => {
  let buf: number | undefined
  return (x, g) => {
    buf = buf === undefined ? g : get('momentum') * buf + g
    return x - get('lr') * (g + get('momentum') * buf)
  }
})

const bookAdagrad = textbookOf((get) => {
  let h = 0
  return (x, g) => {
    h += g * g
    return x - (get('lr') * g) / (Math.sqrt(h) + get('eps'))
  }
})

const libraryAdagrad = textbookOf((get) => {
  let h = 0
  return (x, g, t) => {
    h += g * g
    const rate = get('lr') / (1 + (t - 1) * get('lr_decay'))
    return x - (rate * g) / (Math.sqrt(h) + get('eps'))
  }
})

const bookRmsprop = textbookOf((get) => {
  let h = 0
  return (x, g) => {
    h *= get('rho')
    h += (1 - get('rho')) * g * g
    return x - (get('lr') * g) / (Math.sqrt(h) + get('eps'))
  }
})

/** With momentum 0 the library divides at once; the buffer then holds just this step. */
const libraryRmsprop = textbookOf((get) => {
  let h = 0
  let buf = 0
  return (x, g) => {
    h = get('rho') * h + (1 - get('rho')) * g * g
    const scaled = g / (Math.sqrt(h) + get('eps'))
    if (get('momentum') === 0) return x - get('lr') * scaled
    buf = get('momentum') * buf + scaled
    return x - get('lr') * buf
  }
})

const libraryAdadelta = textbookOf((get) => {
  let s = 0
  let a = 0
  return (x, g) => {
    s = get('rho') * s + (1 - get('rho')) * g * g
    const delta = (Math.sqrt(a + get('eps')) / Math.sqrt(s + get('eps'))) * g
    a = get('rho') * a + (1 - get('rho')) * delta * delta
    return x - get('lr') * delta
  }
})

/** The book's: corrected learning rate, ε beside the uncorrected √v. */
const bookAdam = textbookOf((get) => {
  const [lr, b1, b2] = [get('lr'), get('beta1'), get('beta2')]
  let m = 0
  let v = 0
  return (x, g, t) => {
    m += (1 - b1) * (g - m)
    v += (1 - b2) * (g * g - v)
    const rate = (lr * Math.sqrt(1 - b2 ** t)) / (1 - b1 ** t)
    return x - (rate * m) / (Math.sqrt(v) + get('eps'))
  }
})

/** The two means of Kingma and Ba, corrected for having begun at 0. */
function correctedMeans(b1: number, b2: number) {
  let m = 0
  let v = 0
  return (g: number, t: number): readonly [number, number] => {
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g ** 2
    return [m / (1 - b1 ** t), v / (1 - b2 ** t)]
  }
}

/** The library's: both means corrected, ε beside the corrected root. Kingma and Ba's Algorithm 1, literally. */
const libraryAdam = textbookOf((get) => {
  const means = correctedMeans(get('beta1'), get('beta2'))
  return (x, g, t) => {
    const [mHat, vHat] = means(g, t)
    return x - (get('lr') * mHat) / (Math.sqrt(vHat) + get('eps'))
  }
})

const libraryAdamw = textbookOf((get) => {
  const means = correctedMeans(get('beta1'), get('beta2'))
  return (x, g, t) => {
    const [mHat, vHat] = means(g, t)
    return x - get('lr') * get('weight_decay') * x - (get('lr') * mHat) / (Math.sqrt(vHat) + get('eps'))
  }
})

const libraryAdamax = textbookOf((get) => {
  const [b1, b2] = [get('beta1'), get('beta2')]
  let m = 0
  let u = 0
  return (x, g, t) => {
    m = b1 * m + (1 - b1) * g
    u = Math.max(b2 * u, Math.abs(g) + get('eps'))
    return x - (get('lr') / (1 - b1 ** t)) * (m / u)
  }
})

/** Dozat's: the mean of the next step is foretold from its momentum. */
const libraryNadam = textbookOf((get) => {
  const [b1, b2] = [get('beta1'), get('beta2')]
  const momentumAt = (t: number) => b1 * (1 - 0.5 * 0.96 ** (t * get('momentum_decay')))
  let m = 0
  let v = 0
  return (x, g, t) => {
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g * g
    let product = 1
    for (let k = 1; k <= t; k++) product *= momentumAt(k)
    const next = momentumAt(t + 1)
    const mean = (next * m) / (1 - product * next) + ((1 - momentumAt(t)) * g) / (1 - product)
    return x - (get('lr') * mean) / (Math.sqrt(v / (1 - b2 ** t)) + get('eps'))
  }
})

/** Liu et al.'s Algorithm 2, with ε as the library has it. */
const libraryRadam = textbookOf((get) => {
  const [lr, b1, b2] = [get('lr'), get('beta1'), get('beta2')]
  const longest = 2 / (1 - b2) - 1
  let m = 0
  let v = 0
  return (x, g, t) => {
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g * g
    const mHat = m / (1 - b1 ** t)
    const length = longest - (2 * t * b2 ** t) / (1 - b2 ** t)
    if (length <= 5) return x - lr * mHat
    const r = Math.sqrt(((length - 4) * (length - 2) * longest) / ((longest - 4) * (longest - 2) * length))
    return x - (lr * mHat * r * Math.sqrt(1 - b2 ** t)) / (Math.sqrt(v) + get('eps'))
  }
})

/** By method and convention. */
export const textbook: Readonly<Record<string, Textbook>> = {
  'descent book': descent,
  'descent library': descent,
  'momentum book': bookMomentum,
  'momentum library': libraryMomentum,
  'nesterov book': bookNesterov,
  'nesterov library': libraryNesterov,
  'adagrad book': bookAdagrad,
  'adagrad library': libraryAdagrad,
  'rmsprop book': bookRmsprop,
  'rmsprop library': libraryRmsprop,
  'adadelta library': libraryAdadelta,
  'adam book': bookAdam,
  'adam library': libraryAdam,
  'adamw library': libraryAdamw,
  'adamax library': libraryAdamax,
  'nadam library': libraryNadam,
  'radam library': libraryRadam
}
