import type { Theme } from '@shared/bridge'
import type { ColourMap } from '@shared/experiment/experiment'
import { interpolateCividis, interpolateViridis } from 'd3-scale-chromatic'
import { type Marker, markers } from './marker'

/** How one run is told from another: by colour on the screen, by dash and marker in grey print. */
export interface RunLook {
  readonly colour: string
  /** Drawn under the line so that it stands out from the ground. */
  readonly halo: string
  /** Lengths of stroke and gap in CSS pixels; empty for a full line. */
  readonly dash: readonly number[]
  /** The shape of its steps. */
  readonly marker: Marker
}

/** Every colour and letter of the plots, for one theme. */
export interface Look {
  readonly theme: Theme
  readonly font: string
  /** The card the plot lies on. */
  readonly card: string
  readonly ink: string
  readonly soft: string
  /** Grid lines, and the axes where they cross 0. */
  readonly line: string
  readonly zero: string
  readonly accent: string
  /** The curve y = f(x). */
  readonly curve: string
  /** The same curve where runs go down it in their colours. */
  readonly path: string
  readonly tangent: string
  readonly secant: string
  /** The point looked at on contours and surfaces. */
  readonly point: string
  readonly decrease: string
  /** What is positive, where what is negative has the colour of decrease. */
  readonly rise: string
  readonly increase: string
  /** Grounds of contours and surfaces: colours from the lowest value to the highest, evenly lighter. */
  readonly grounds: Readonly<Record<ColourMap, readonly string[]>>
  /** Lines between the bands of the pale ground, and what is written on it. */
  readonly contourLine: string
  readonly groundInk: string
  readonly wire: string
  readonly box: string
  /** By a run's `colour`, 0 … 7: Okabe and Ito's palette, in the order in which its members show on the ground. */
  readonly runs: readonly RunLook[]
}

const font = '"Mathematics", "Raised", "Noto Sans CJK JP", "Noto Sans JP", system-ui, sans-serif'

const dashes: readonly (readonly number[])[] = [
  [],
  [9, 4],
  [2, 4],
  [9, 4, 2, 4],
  [5, 3],
  [12, 3, 2, 3, 2, 3],
  [1, 3],
  [6, 6]
]

function runLooks(halo: string, colours: readonly string[]): readonly RunLook[] {
  return colours.map((colour, index) => ({ colour, halo, dash: dashes[index] ?? [], marker: markers[index] ?? 'disc' }))
}

/**
 * Perceptually uniform maps, the same in both themes: viridis by Smith and van der Walt, matplotlib 1.5 (2015); cividis
 * by Nuñez, Anderton and Renslow, PLoS ONE 13(7), e0199239 (2018), made for eyes that confuse red and green.
 */
const published = { viridis: stopsOf(interpolateViridis), cividis: stopsOf(interpolateCividis) }

/** Nine colours at even distances; between them a straight line in RGB keeps within 18 of 255 of the map itself. */
function stopsOf(interpolate: (height: number) => string): readonly string[] {
  return Array.from({ length: 9 }, (_, index) => {
    const colour = interpolate(index / 8)
    return colour.startsWith('#') ? colour : hex((colour.match(/\d+/g) ?? []).map(Number))
  })
}

/** The slices along the horizontal and the vertical axis of a plane: their planes, their lines, their tangents. */
export const sliceColours = ({ tangent, secant }: Look): readonly [string, string] => [tangent, secant]

/** The font of a name on an axis: letters of variables are italic, words are not. */
export const nameFont = (look: Look, name: string): string =>
  /[A-Za-z]{2,}|[⺀-鿿]/.test(name) ? look.font : `"Variables", ${look.font}`

/** The colours of the light and the dark theme. */
export const looks: Readonly<Record<Theme, Look>> = {
  light: {
    theme: 'light',
    font,
    card: '#ffffff',
    ink: '#1c2430',
    soft: '#5b6675',
    line: '#e9edf2',
    zero: '#b8c1cc',
    accent: '#2f5fd0',
    curve: '#2f5fd0',
    path: '#64748b',
    tangent: '#d55e00',
    secant: '#8a5aa8',
    point: '#d7263d',
    decrease: '#b5123e',
    rise: '#0b6e4f',
    increase: '#475569',
    grounds: {
      ...published,
      pale: ['#4a90c6', '#85b5dd', '#b0cfea', '#cbdff1', '#dce9f6', '#eaf2fa'],
      grey: ['#7c7c7c', '#9c9c9c', '#bababa', '#d6d6d6', '#f2f2f2']
    },
    contourLine: 'rgba(70, 98, 130, 0.42)',
    groundInk: '#2c3e55',
    wire: '#4a78ad',
    box: '#cfd6de',
    runs: runLooks('#ffffff', ['#d55e00', '#0072b2', '#009e73', '#cc79a7', '#000000', '#e69f00', '#56b4e9', '#c9b400'])
  },
  dark: {
    theme: 'dark',
    font,
    card: '#1a1f27',
    ink: '#e7ebf0',
    soft: '#a0abb8',
    line: '#2b323c',
    zero: '#566170',
    accent: '#7ea2f5',
    curve: '#7ea2f5',
    path: '#8a97a8',
    tangent: '#ff9a55',
    secant: '#c9a2e0',
    point: '#ff5c72',
    decrease: '#ff7d95',
    rise: '#6fd6ae',
    increase: '#b7c2d0',
    grounds: {
      ...published,
      pale: ['#0f2138', '#17304e', '#203f64', '#2a4e79', '#355d8c'],
      grey: ['#111111', '#272727', '#3d3d3d', '#545454', '#6c6c6c']
    },
    contourLine: 'rgba(170, 200, 235, 0.35)',
    groundInk: '#c3d3e6',
    wire: '#7fb0e0',
    box: '#3d4754',
    runs: runLooks('#0e1b2c', ['#ff8533', '#4db2f0', '#2fcf9f', '#e79ac5', '#f4f6f8', '#ffbd33', '#9ad8ff', '#f0e442'])
  }
}

/** The look of the run with this `colour`; colours beyond the last begin again. */
export function runLook(look: Look, colour: number): RunLook {
  const runs = look.runs
  return runs[((colour % runs.length) + runs.length) % runs.length] as RunLook
}

type Rgb = readonly [number, number, number]

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

/** The colours of a map at even distances, from the lowest value to the highest, as `#rrggbb`. */
export function groundStops(look: Look, map: ColourMap): readonly string[] {
  return look.grounds[map]
}

/** The ground's colour at `height`, 0 for the lowest value and 1 for the highest, as `#rrggbb`. */
export function groundColour(look: Look, map: ColourMap, height: number): string {
  const stops = groundStops(look, map)
  const at = Math.min(Math.max(height, 0), 1) * (stops.length - 1)
  const below = Math.min(Math.floor(at), stops.length - 2)
  const low = rgb(stops[below] as string)
  const high = rgb(stops[below + 1] as string)
  return hex(low.map((channel, index) => channel + (at - below) * ((high[index] as number) - channel)))
}

/** Relative luminance as WCAG 2 defines it, 0 for black and 1 for white. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = rgb(colour).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The least contrast of text with its ground. */
const legible = 4.5

/** A colour as letters on the card have it: with as much ink in it as they need to be read. */
export function inkOf({ card, ink }: Look, colour: string): string {
  const [own, dark] = [rgb(colour), rgb(ink)]
  const mixed = (share: number) =>
    hex(own.map((channel, index) => channel + share * ((dark[index] as number) - channel)))
  const shares = Array.from({ length: 11 }, (_, index) => index / 10)
  return mixed(shares.find((share) => contrast(mixed(share), card) >= legible) ?? 1)
}

/** `#rrggbb` of red, green and blue, 0 … 255 each. */
function hex(channels: readonly number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

/** Of two colours, as WCAG 2 defines it: 1 … 21. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** Black or white: what is read better on `ground`. */
export function readableOn(ground: string): string {
  // Where both have the contrast √21: (1 + 0.05) / (L + 0.05) = (L + 0.05) / 0.05.
  return luminance(ground) > Math.sqrt(1.05 * 0.05) - 0.05 ? '#000000' : '#ffffff'
}

/** Contour lines on a band of this colour. */
export function lineOn(look: Look, map: ColourMap, ground: string): string {
  return map === 'pale' ? look.contourLine : faded(readableOn(ground), 0.4)
}

/** Arrows and numbers on a band of this colour. */
export function inkOn(look: Look, map: ColourMap, ground: string): string {
  return map === 'pale' ? look.groundInk : faded(readableOn(ground), 0.85)
}

/** `#rrggbb` made transparent: `opacity` from 0 to 1. */
export function faded(hex: string, opacity: number): string {
  return (
    hex +
    Math.round(opacity * 255)
      .toString(16)
      .padStart(2, '0')
  )
}
