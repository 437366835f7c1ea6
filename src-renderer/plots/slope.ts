import type { CurveData } from './figure'
import { brokenLine, heightAt } from './gaps'
import type { Mark } from './marks'
import { numeral } from './numerals'
import { type Canvas, flatOptions, type Plot } from './plot'
import { valueRange } from './ranges'

/** y = f′(x) under the curve of the same data: the same horizontal axis, the point (a, f′(a)). */
export function slopePlot(data: CurveData, canvas: Canvas): Plot {
  const { samples, variable, point, x } = data
  const { look } = canvas
  const visible = Float64Array.from(samples.slopes).filter((_, index) => {
    const at = samples.x[index] as number
    return at >= x.min && at <= x.max
  })
  const inView = point && point.at >= x.min && point.at <= x.max
  const y = valueRange(visible, inView ? [point.slope] : [])
  const at = point && Number.isFinite(point.slope) ? [point.at, point.slope] : null
  const marks: Mark[] = at
    ? [
        { mark: 'guide', x: at[0] as number, y: null, colour: look.zero, width: 1, dash: [3, 4] },
        { mark: 'dots', places: [at], colour: look.tangent, halo: look.card, radius: 5, opacity: 1 },
        {
          mark: 'text',
          at,
          dx: 10,
          dy: -9,
          text: `(${numeral(at[0] as number)}, ${numeral(at[1] as number)})`,
          colour: look.tangent,
          halo: look.card,
          size: 12
        }
      ]
    : []
  return {
    name: '',
    config: {
      type: 'line',
      data: {
        datasets: [
          {
            data: brokenLine(samples, samples.slopes, y),
            borderColor: look.secant,
            borderWidth: 2.2,
            pointRadius: 0,
            spanGaps: false
          }
        ]
      },
      options: flatOptions(canvas, { x, y }, { x: variable, y: `f′(${variable})` })
    },
    below: [],
    above: marks,
    handles: at ? [{ id: 'point', at }] : [],
    trails: [],
    picking: 'none',
    readout: ([at = NaN]) => {
      const slope = heightAt(samples, samples.slopes, at)
      if (!Number.isFinite(slope)) return null
      return { at: [at, slope], lines: [`${variable} = ${numeral(at, 4)}`, `f′ ≈ ${numeral(slope, 4)}`] }
    },
    note: null
  }
}
