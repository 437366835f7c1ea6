import { ProblemError } from '@shared/problem'
import type { Answer, Question, Reply, RequestName } from '@shared/protocol'
import type { Ask } from '../answers/answer'
import { type GridSize, keyOf } from '../answers/questions'
import type { Occasion } from './occasion'
import { type PictureSize, usualSize } from './picture-size'
import { type ContourSheet, contourSize } from './sampling'

/** A question that was answered. */
export interface Found<Name extends RequestName> {
  readonly question: Question<Name>
  readonly answer: Answer<Name>
}

/**
 * What is known, to whoever describes a figure: a pure function from the document, and from this, to the figure – undefined
 * as long as an answer is missing. What it asks for is wanted, and it is called again once more is known: until then the
 * page goes on to show what there was, and whoever makes a file waits.
 */
export interface Know {
  /** The answer to exactly this question. */
  <Name extends RequestName>(question: Question<Name>): Answer<Name> | undefined
  /**
   * What no figure waits for: on the page the newest answer to a question of the same slot that differs from this one at most
   * in `ranges`, for within others it is still true; in a file the answer itself.
   */
  meanwhile<Name extends RequestName>(question: Question<Name>, ranges?: readonly string[]): Found<Name> | undefined
  /** The answer to a question with as many samples as the contours have pixels, which stand as `sheet` says where they are drawn. */
  drawn<Name extends RequestName>(
    sheet: ContourSheet,
    question: (size: GridSize) => Question<Name>
  ): Found<Name> | undefined
}

/** `Know` over what became of single questions: `reply` gets one that is needed; `meanwhile` and `drawn` as above. */
export const knowing = (
  reply: <Name extends RequestName>(question: Question<Name>) => Answer<Name> | undefined,
  others: Pick<Know, 'meanwhile' | 'drawn'>
): Know => Object.assign(reply, others)

/** Makes data that have to be drawn with the occasion they are of, which may be behind that of now. */
export const withOccasion =
  <Data>(make: (occasion: Occasion, know: Know) => Data | undefined) =>
  (occasion: Occasion, know: Know) => {
    const data = make(occasion, know)
    return data && { occasion, data }
  }

/** Whether two questions are the same but for the parts `but` of their bodies. */
export function isAlike(one: Question, other: Question, but: readonly string[]): boolean {
  const rest = ({ name, slot, body }: Question) =>
    JSON.stringify([name, slot, Object.entries(body).filter(([part]) => !but.includes(part))])
  return rest(one) === rest(other)
}

/**
 * Makes what such functions describe, by asking until everything is known; what is known by one, the next need not ask.
 * `size`: of the picture, if contours are in it. The promise rejects with a ProblemError if something cannot be answered.
 */
export function createGathering(ask: Ask, size: PictureSize = usualSize) {
  const known = new Map<string, Answer<RequestName>>()
  return async <Made>(make: (know: Know) => Made): Promise<Made> => {
    for (;;) {
      const missing = new Map<string, Question>()
      const answer = <Name extends RequestName>(question: Question<Name>) => {
        const key = keyOf(question)
        const found = known.get(key) as Answer<Name> | undefined
        if (found === undefined) missing.set(key, question)
        return found
      }
      const found = <Name extends RequestName>(question: Question<Name>): Found<Name> | undefined => {
        const own = answer(question)
        return own === undefined ? undefined : { question, answer: own }
      }
      const drawn = <Name extends RequestName>(sheet: ContourSheet, question: (size: GridSize) => Question<Name>) =>
        found(question(contourSize(size, sheet, size.scale)))
      const made = make(knowing(answer, { meanwhile: found, drawn }))
      if (missing.size === 0) return made
      for (const [key, question] of missing) known.set(key, await answerTo(ask, question))
    }
  }
}

/** Slots that questions of pictures have at the moment. */
const taken = new Set<string>()

/**
 * The answer, or the problem thrown as a ProblemError. The slot is of its own, so that nothing on the screen takes it away,
 * nor do figures that are gathered at the same time: they would supersede each other for ever.
 */
export async function answerTo<Name extends RequestName>(ask: Ask, question: Question<Name>): Promise<Answer<Name>> {
  let slot = `picture-${question.slot}`
  for (let other = 2; taken.has(slot); other++) slot = `picture-${question.slot}-${other}`
  taken.add(slot)
  const reply: Reply<Name> = await ask({ ...question, slot }).finally(() => taken.delete(slot))
  if (reply.kind === 'answer') return reply.answer
  if (reply.kind === 'superseded') return answerTo(ask, question)
  throw new ProblemError(reply.problem.code, reply.problem.values, reply.problem.range)
}
