/**
 * A canvas that paints nothing and remembers everything: what was inked on it, where, and what of it is to be seen. Its
 * letters are as wide as those of a usual face, or a little wider.
 */

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Something inked: the corners it runs through, in pixels of its canvas, and the box beyond which nothing of it is seen. */
export interface Ink {
  readonly colour: string
  readonly text: string | null
  /** Lengths of strokes and gaps along a line, and how its ends look; none of what is filled or written. */
  readonly dash: readonly number[]
  readonly cap: string
  readonly corners: readonly (readonly [number, number])[]
  readonly seen: Box
}

const everything: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }
const shared = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom)
})
export const isIn = ([x, y]: readonly [number, number], { left, top, right, bottom }: Box): boolean =>
  x >= left && x <= right && y >= top && y <= bottom

/** Whether anything of it is to be seen on a canvas of this size: some pixel of its lines lies where it is not cut off. */
export function isSeen({ corners, seen }: Ink, canvas: Box): boolean {
  const window = shared(seen, canvas)
  return corners.some((corner, index) => {
    const [x, y] = corners[index + 1] ?? corner
    const parts = Math.min(400, Math.max(1, Math.ceil(Math.hypot(x - corner[0], y - corner[1]) / 3)))
    return Array.from({ length: parts + 1 }, (_, part) => part / parts).some((share) =>
      isIn([corner[0] + share * (x - corner[0]), corner[1] + share * (y - corner[1])], window)
    )
  })
}

type Transform = readonly [number, number, number, number, number, number]

interface State {
  transform: Transform
  seen: Box
  fillStyle: string
  strokeStyle: string
  font: string
  textAlign: string
  textBaseline: string
  lineWidth: number
  lineCap: string
  dash: readonly number[]
}

const asBegun = (): State => ({
  transform: [1, 0, 0, 1, 0, 0],
  seen: everything,
  fillStyle: '#000',
  strokeStyle: '#000',
  font: '10px sans-serif',
  textAlign: 'left',
  textBaseline: 'alphabetic',
  lineWidth: 1,
  lineCap: 'butt',
  dash: []
})

const sizeOf = (font: string) => Number(/([\d.]+)px/.exec(font)?.[1] ?? 10)
/** Letters of Latin are at most about 0.6 of their size wide, others as wide as high. */
const widthOf = (text: string, font: string) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.56), 0) * sizeOf(font)

/** The contexts of all canvases that were asked for one. */
const known = new WeakMap<HTMLCanvasElement, Recorder>()

export class Recorder {
  readonly canvas: HTMLCanvasElement
  ink: Ink[] = []
  #state = asBegun()
  #stack: State[] = []
  #path: [number, number][] = []

  private constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas
  }

  /** The recorder of a canvas. */
  static of(canvas: HTMLCanvasElement): Recorder {
    const found = known.get(canvas) ?? new Recorder(canvas)
    known.set(canvas, found)
    return found
  }

  /** It as what a page takes it for: settings are kept, what it does not know does nothing. */
  get context(): CanvasRenderingContext2D {
    return new Proxy(this as unknown as Record<string, unknown>, {
      get: (_, name: string) => {
        if (name === 'canvas') return this.canvas
        if (name in this.#state) return (this.#state as unknown as Record<string, unknown>)[name]
        const own = (this as unknown as Record<string, unknown>)[name]
        return typeof own === 'function' ? own.bind(this) : () => {}
      },
      set: (_, name: string, value) => {
        if (name in this.#state) (this.#state as unknown as Record<string, unknown>)[name] = value
        return true
      }
    }) as unknown as CanvasRenderingContext2D
  }

  save() {
    this.#stack.push({ ...this.#state })
  }
  restore() {
    this.#state = this.#stack.pop() ?? this.#state
  }
  setTransform(...transform: [number, number, number, number, number, number]) {
    this.#state.transform = transform
  }
  resetTransform() {
    this.#state.transform = [1, 0, 0, 1, 0, 0]
  }
  translate(x: number, y: number) {
    const [a, b, c, d] = this.#state.transform
    this.#state.transform = [a, b, c, d, ...this.#at(x, y)]
  }
  scale(x: number, y: number) {
    const [a, b, c, d, e, f] = this.#state.transform
    this.#state.transform = [a * x, b * x, c * y, d * y, e, f]
  }
  rotate(angle: number) {
    const [a, b, c, d, e, f] = this.#state.transform
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    this.#state.transform = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f]
  }
  #at(x: number, y: number): [number, number] {
    const [a, b, c, d, e, f] = this.#state.transform
    return [a * x + c * y + e, b * x + d * y + f]
  }

  beginPath() {
    this.#path = []
  }
  moveTo(x: number, y: number) {
    this.#path.push(this.#at(x, y))
  }
  lineTo(x: number, y: number) {
    this.#path.push(this.#at(x, y))
  }
  bezierCurveTo(a: number, b: number, c: number, d: number, x: number, y: number) {
    for (const [right, down] of [
      [a, b],
      [c, d],
      [x, y]
    ] as const)
      this.lineTo(right, down)
  }
  arc(x: number, y: number, radius: number, from = 0, to = 2 * Math.PI) {
    for (let part = 0; part <= 12; part++) {
      const angle = from + ((to - from) * part) / 12
      this.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle))
    }
  }
  rect(x: number, y: number, width: number, height: number) {
    this.lineTo(x, y)
    this.lineTo(x + width, y)
    this.lineTo(x + width, y + height)
    this.lineTo(x, y + height)
  }
  roundRect(x: number, y: number, width: number, height: number) {
    this.rect(x, y, width, height)
  }
  clip() {
    this.#state.seen = shared(this.#state.seen, boxOf(this.#path))
  }
  fill() {
    this.#add(this.#state.fillStyle, this.#path)
  }
  stroke() {
    this.#add(this.#state.strokeStyle, this.#path, { dash: this.#state.dash, cap: this.#state.lineCap })
  }
  setLineDash(dash: readonly number[]) {
    this.#state.dash = [...dash]
  }
  getLineDash() {
    return [...this.#state.dash]
  }
  fillRect(x: number, y: number, width: number, height: number) {
    this.#path = []
    this.rect(x, y, width, height)
    this.fill()
    this.#path = []
  }
  clearRect() {
    this.ink = []
  }
  measureText(text: string) {
    return { width: widthOf(text, this.#state.font) }
  }
  fillText(text: string, x: number, y: number, most = Infinity) {
    const { font, textAlign, textBaseline } = this.#state
    // A text that is wider is set narrower.
    const [width, size] = [Math.min(widthOf(text, font), most), sizeOf(font)]
    const left = textAlign === 'center' ? x - width / 2 : textAlign === 'right' ? x - width : x
    const high = { middle: size / 2, top: 0, hanging: 0 }[textBaseline] ?? 0.8 * size
    const [top, bottom] = [y - high, y - high + 0.9 * size]
    const corners = [
      [left, top],
      [left + width, top],
      [left + width, bottom],
      [left, bottom]
    ] as const
    this.#add(
      this.#state.fillStyle,
      corners.map(([right, down]) => this.#at(right, down)),
      { text }
    )
  }
  getTransform() {
    const [a, b, c, d, e, f] = this.#state.transform
    return { a, b, c, d, e, f }
  }
  createImageData(width: number, height: number) {
    return this.getImageData(0, 0, width, height)
  }
  getImageData(_x: number, _y: number, width: number, height: number) {
    return { data: new Uint8ClampedArray(4 * width * height), width, height }
  }
  /** What is inked on another canvas, as it is seen on this one. */
  drawImage(image: HTMLCanvasElement, x: number, y: number, width = image.width, height = image.height) {
    const { ink } = Recorder.of(image)
    const moved = ([right, down]: readonly [number, number]) =>
      this.#at(x + (right / image.width) * width, y + (down / image.height) * height)
    const whole = shared(this.#state.seen, boxOf([this.#at(x, y), this.#at(x + width, y + height)]))
    for (const { corners, seen, ...inked } of ink) {
      const window = shared(seen, { left: 0, top: 0, right: image.width, bottom: image.height })
      const box = boxOf([moved([window.left, window.top]), moved([window.right, window.bottom])])
      this.ink.push({ ...inked, corners: corners.map(moved), seen: shared(whole, box) })
    }
  }

  #add(
    colour: string,
    corners: readonly (readonly [number, number])[],
    own: Partial<Pick<Ink, 'text' | 'dash' | 'cap'>> = {}
  ) {
    const { seen } = this.#state
    if (corners.length > 0)
      this.ink.push({ colour, text: null, dash: [], cap: '', ...own, corners: [...corners], seen })
  }
}

/** The least box around some places. */
function boxOf(places: readonly (readonly [number, number])[]): Box {
  const [x, y] = [places.map(([right]) => right), places.map(([, down]) => down)]
  return { left: Math.min(...x), right: Math.max(...x), top: Math.min(...y), bottom: Math.max(...y) }
}
