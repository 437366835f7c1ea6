import { answers } from '@core/answers'
import { steady } from '@core/pulse'
import { ProblemError } from '@shared/problem'
import { type Answer, type Body, type Question, type Reply, type RequestName, requests } from '@shared/protocol'
import * as v from 'valibot'

/** Answers a question of the page as the workers do, without any. The protocol's schema must let it through. */
export async function ask<Name extends RequestName>({ name, body }: Question<Name>): Promise<Reply<Name>> {
  const checked = v.parse(requests[name].body, body)
  const answer = answers[name] as (body: unknown, pulse: typeof steady) => unknown
  try {
    return { kind: 'answer', answer: answer(checked as Body<Name>, steady) as Answer<Name> }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { code, values, range } = error
    return { kind: 'problem', problem: { code, values, ...(range && { range }) } }
  }
}
