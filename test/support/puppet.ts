import { EventEmitter } from 'node:events'
import type { Report, Task } from '../../src-main/compute/messages'
import { type Signals, signals } from '../../src-main/compute/signals'

/** A worker, in place of Node's, that does only what a test does for it: it notes its tasks, and beats when it is told to. */
export class Puppet extends EventEmitter {
  static readonly all: Puppet[] = []
  readonly signals: Signals
  readonly tasks: Task[] = []
  isTerminated = false

  constructor(_file: string, { workerData }: { readonly workerData: SharedArrayBuffer }) {
    super()
    this.signals = signals(workerData)
    Puppet.all.push(this)
  }

  postMessage(task: Task): void {
    this.tasks.push(task)
  }

  async terminate(): Promise<void> {
    this.isTerminated = true
  }

  say(report: Report): void {
    this.emit('message', report)
  }
}
