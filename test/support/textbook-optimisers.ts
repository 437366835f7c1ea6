/**
 * The methods written down once more, straight from their formulas with plain loops: for comparison with the runs that
 * are generated from the rule texts. Shares no code with them.
 */

export type Gradient = (x: readonly number[]) => number[]
export type Settings = Readonly<Record<string, number>>
type Path = number[][]

const of = (settings: Settings, name: string) => {
  const value = settings[name]
  if (value === undefined) throw new Error(`the test gives no ${name}`)
  return value
}
const zeros = (x: readonly number[]) => x.map(() => 0)
const at = (numbers: readonly number[], i: number) => numbers[i] ?? Number.NaN

function descent(gradient: Gradient, start: readonly number[], steps: number, settings: Settings): Path {
  const path = [[...start]]
  let x = [...start]
  for (let t = 1; t <= steps; t++) {
    const g = gradient(x)
    x = x.map((xi, i) => xi - of(settings, 'lr') * at(g, i))
    path.push(x)
  }
  return path
}

function bookMomentum(gradient: Gradient, start: readonly number[], steps: number, settings: Settings): Path {
  const path = [[...start]]
  let x = [...start]
  let v = zeros(x)
  for (let t = 1; t <= steps; t++) {
    const g = gradient(x)
    v = v.map((vi, i) => of(settings, 'momentum') * vi - of(settings, 'lr') * at(g, i))
    x = x.map((xi, i) => xi + at(v, i))
    path.push(x)
  }
  return path
}

/** As the library does it: the buffer begins as the first gradient. */
function libraryMomentum(gradient: Gradient, start: readonly number[], steps: number, settings: Settings): Path {
  const path = [[...start]]
  let x = [...start]
  let buf: number[] | undefined
  for (let t = 1; t <= steps; t++) {
    const g = gradient(x)
    buf = buf ? buf.map((bi, i) => of(settings, 'momentum') * bi + at(g, i)) : [...g]
    const pushed = buf
    x = x.map((xi, i) => xi - of(settings, 'lr') * at(pushed, i))
    path.push(x)
  }
  return path
}

function bookAdagrad(gradient: Gradient, start: readonly number[], steps: number, settings: Settings): Path {
  const path = [[...start]]
  let x = [...start]
  let h = zeros(x)
  for (let t = 1; t <= steps; t++) {
    const g = gradient(x)
    h = h.map((hi, i) => hi + at(g, i) * at(g, i))
    x = x.map((xi, i) => xi - (of(settings, 'lr') * at(g, i)) / (Math.sqrt(at(h, i)) + of(settings, 'eps')))
    path.push(x)
  }
  return path
}

function libraryAdagrad(gradient: Gradient, start: readonly number[], steps: number, settings: Settings): Path {
  const path = [[...start]]
  let x = [...start]
  let h = zeros(x)
  for (let t = 1; t <= steps; t++) {
    const g = gradient(x)
    const rate = of(settings, 'lr') / (1 + (t - 1) * of(settings, 'lr_decay'))
    h = h.map((hi, i) => hi + at(g, i) * at(g, i))
    x = x.map((xi, i) => xi - (rate * at(g, i)) / (Math.sqrt(at(h, i)) + of(settings, 'eps')))
    path.push(x)
  }
  return path
}

/** The book's: corrected learning rate, ε beside the uncorrected √v. */
function bookAdam(gradient: Gradient, start: readonly number[], steps: number, settings: Settings): Path {
  const [lr, b1, b2, eps] = [of(settings, 'lr'), of(settings, 'beta1'), of(settings, 'beta2'), of(settings, 'eps')]
  const path = [[...start]]
  let x = [...start]
  let m = zeros(x)
  let v = zeros(x)
  for (let t = 1; t <= steps; t++) {
    const g = gradient(x)
    const rate = (lr * Math.sqrt(1 - b2 ** t)) / (1 - b1 ** t)
    m = m.map((mi, i) => mi + (1 - b1) * (at(g, i) - mi))
    v = v.map((vi, i) => vi + (1 - b2) * (at(g, i) ** 2 - vi))
    x = x.map((xi, i) => xi - (rate * at(m, i)) / (Math.sqrt(at(v, i)) + eps))
    path.push(x)
  }
  return path
}

/** The library's: both means corrected, ε beside the corrected root. Kingma and Ba's Algorithm 1, literally. */
function libraryAdam(gradient: Gradient, start: readonly number[], steps: number, settings: Settings): Path {
  const [lr, b1, b2, eps] = [of(settings, 'lr'), of(settings, 'beta1'), of(settings, 'beta2'), of(settings, 'eps')]
  const path = [[...start]]
  let x = [...start]
  let m = zeros(x)
  let v = zeros(x)
  for (let t = 1; t <= steps; t++) {
    const g = gradient(x)
    m = m.map((mi, i) => b1 * mi + (1 - b1) * at(g, i))
    v = v.map((vi, i) => b2 * vi + (1 - b2) * at(g, i) ** 2)
    const mHat = m.map((mi) => mi / (1 - b1 ** t))
    const vHat = v.map((vi) => vi / (1 - b2 ** t))
    x = x.map((xi, i) => xi - (lr * at(mHat, i)) / (Math.sqrt(at(vHat, i)) + eps))
    path.push(x)
  }
  return path
}

/** By method and convention: every point of a run, the start first. */
export const textbook: Readonly<Record<string, typeof descent>> = {
  'descent book': descent,
  'descent library': descent,
  'momentum book': bookMomentum,
  'momentum library': libraryMomentum,
  'adagrad book': bookAdagrad,
  'adagrad library': libraryAdagrad,
  'adam book': bookAdam,
  'adam library': libraryAdam
}
