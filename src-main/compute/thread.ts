import { Worker } from 'node:worker_threads'
import type { Problem, ProblemCode } from '@shared/problem'
import type { Reply } from '@shared/protocol'
import type { Report, Task } from './messages'
import { type Signals, signals } from './signals'

/** A task and who waits for its answer. */
export interface Job {
  readonly task: Task
  readonly answer: (reply: Reply) => void
}

/**
 * How long a worker may be silent, in looks of the watchdog. Looks are counted instead of read off a clock, so
 * that neither a sleeping computer nor a busy main process makes a healthy worker appear to hang.
 */
const look = { milliseconds: 100, withoutBeat: 20, ignoringCancel: 10, starting: 300 } as const

interface Crew {
  readonly worker: Worker
  readonly signals: Signals
  ready: boolean
}

interface Watch {
  readonly job: Job
  beats: number
  withoutBeat: number
  cancelled: boolean
  ignoringCancel: number
}

/** One lane of the pool: a worker thread and the jobs that wait for it. A thread that hangs or dies is replaced. */
export class Thread {
  readonly #file: string
  readonly #news: (problem: Problem) => void
  readonly #queue: Job[] = []
  readonly #watchdog: NodeJS.Timeout
  #crew: Crew | null
  #running: Watch | null = null
  #starting = 0

  /** Starts the worker in `file`. `news` hears of each replacement. */
  constructor(file: string, news: (problem: Problem) => void) {
    this.#file = file
    this.#news = news
    this.#crew = this.#start()
    this.#watchdog = setInterval(() => this.#watch(), look.milliseconds)
  }

  do(job: Job): void {
    this.#queue.push(job)
    this.#crew ??= this.#start()
    this.#next()
  }

  /** A job that waits is forgotten, one that runs is told to stop. */
  drop(id: number): void {
    const waiting = this.#queue.findIndex(({ task }) => task.id === id)
    if (waiting >= 0) this.#queue.splice(waiting, 1)
    else if (this.#running?.job.task.id === id) {
      this.#running.cancelled = true
      this.#crew?.signals.cancel(id)
    }
  }

  /** Ends the worker; whoever still waits learns that no answer will come. */
  async stop(): Promise<void> {
    clearInterval(this.#watchdog)
    const crew = this.#crew
    this.#crew = null
    for (const { answer } of this.#unanswered()) answer({ kind: 'superseded' })
    await crew?.worker.terminate()
  }

  #start(): Crew {
    const shared = signals()
    const crew: Crew = { worker: new Worker(this.#file, { workerData: shared.memory }), signals: shared, ready: false }
    this.#starting = 0
    crew.worker.on('message', (report: Report) => crew === this.#crew && this.#hear(crew, report))
    crew.worker.on('error', (error) => console.error(error))
    crew.worker.on('exit', () => crew === this.#crew && this.#replace('worker-crashed'))
    return crew
  }

  #hear(crew: Crew, report: Report): void {
    if (report.kind === 'ready') crew.ready = true
    else {
      this.#running?.job.answer(report.reply)
      this.#running = null
    }
    this.#next()
  }

  #next(): void {
    if (this.#running || !this.#crew?.ready) return
    const job = this.#queue.shift()
    if (!job) return
    const beats = this.#crew.signals.beats()
    this.#running = { job, beats, withoutBeat: 0, cancelled: false, ignoringCancel: 0 }
    this.#crew.worker.postMessage(job.task)
  }

  #watch(): void {
    const running = this.#running
    if (!this.#crew) return
    if (!this.#crew.ready && ++this.#starting > look.starting) this.#replace('worker-crashed')
    if (!running) return
    const beats = this.#crew.signals.beats()
    running.withoutBeat = beats === running.beats ? running.withoutBeat + 1 : 0
    running.beats = beats
    if (running.cancelled) running.ignoringCancel++
    if (running.withoutBeat > look.withoutBeat || running.ignoringCancel > look.ignoringCancel) {
      this.#replace('worker-hung')
    }
  }

  /** A worker that never came up is not tried again before the next job: its file may be missing. */
  #replace(code: ProblemCode & `worker-${string}`): void {
    const crew = this.#crew
    const cameUp = crew?.ready === true
    const lost = cameUp ? this.#takeRunning() : this.#unanswered()
    this.#crew = cameUp ? this.#start() : null
    void crew?.worker.terminate()
    const problem: Problem = { code, values: {} }
    for (const { answer } of lost) answer({ kind: 'problem', problem })
    this.#news(problem)
  }

  #takeRunning(): Job[] {
    const running = this.#running
    this.#running = null
    return running ? [running.job] : []
  }

  #unanswered(): Job[] {
    return [...this.#takeRunning(), ...this.#queue.splice(0)]
  }
}
