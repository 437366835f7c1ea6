import type { Body, Reply, RequestName } from '@shared/protocol'

/** Host → worker: one question to answer. */
export interface Task<Name extends RequestName = RequestName> {
  /** Positive, new for each question. */
  readonly id: number
  readonly name: Name
  readonly body: Body<Name>
}

/** Worker → host. `ready` once, when its code is loaded; then one `done` for each task, in their order. */
export type Report = { readonly kind: 'ready' } | { readonly kind: 'done'; readonly reply: Reply }
