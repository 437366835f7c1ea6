import type { CurveSamples } from '@shared/protocol'

/** A curve that turns back at more than this share of its samples goes up and down between them, too. */
const most = 0.4

/** Whether f changes too fast for its samples: what they draw is then not its curve. */
export function isTooFine({ values }: CurveSamples): boolean {
  let turns = 0
  for (let index = 2; index < values.length; index++) {
    const [one, two, three] = [values[index - 2], values[index - 1], values[index]] as [number, number, number]
    if ((two - one) * (three - two) < 0) turns++
  }
  return turns > most * (values.length - 2)
}
