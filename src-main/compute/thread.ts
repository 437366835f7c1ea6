import { Worker } from 'node:worker_threads'
import type { Problem, ProblemCode } from '@shared/problem'
import type { Reply } from '@shared/protocol'
import type { Report, Task } from './messages'
import { type Signals, signals } from './signals'

/** A task and who waits for its answer. */
export interface Job {
  readonly task: Task
  readonly answer: (reply: Reply) => void
  /** Hears now and then how much of a long task is done, from 0 to 1. */
  readonly progress: (share: number) => void
}

/**
 * How long a worker may be silent, in looks of the watchdog. Looks are counted instead of read off a clock, so
 * that neither a sleeping computer nor a busy main process makes a healthy worker appear to hang.
 */
const look = { milliseconds: 100, withoutBeat: 20, ignoringCancel: 10, starting: 300, untilProgress: 3 } as const

interface Crew {
  readonly worker: Worker
  readonly signals: Signals
  ready: boolean
  starting: number
}

interface Watch {
  readonly job: Job
  looks: number
  share: number
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
  /** Ids of tasks that wait and whose answers are wanted as soon as there is anything of them. */
  readonly #hasty = new Set<number>()
  #watchdog: NodeJS.Timeout | null = null
  #crew: Crew | null
  #running: Watch | null = null

  /** Starts the worker in `file`. `news` hears of each replacement. */
  constructor(file: string, news: (problem: Problem) => void) {
    this.#file = file
    this.#news = news
    this.#crew = this.#start()
  }

  do(job: Job): void {
    this.#queue.push(job)
    this.#crew ??= this.#start()
    this.#next()
  }

  /** A job that waits is forgotten, one that runs is told to stop. */
  drop(id: number): void {
    const waiting = this.#queue.findIndex(({ task }) => task.id === id)
    if (waiting >= 0) {
      this.#queue.splice(waiting, 1)
      this.#hasty.delete(id)
    } else if (this.#running?.job.task.id === id) {
      this.#running.cancelled = true
      this.#crew?.signals.cancel(id)
    }
  }

  /** A job is to answer with what it has by now. One that waits does so when its turn comes. */
  hasten(id: number): void {
    if (this.#running?.job.task.id === id) this.#crew?.signals.enough(id)
    else if (this.#queue.some(({ task }) => task.id === id)) this.#hasty.add(id)
  }

  /** Ends the worker; whoever still waits learns that no answer will come. */
  async stop(): Promise<void> {
    const crew = this.#crew
    this.#crew = null
    this.#sleep()
    for (const { answer } of this.#unanswered()) answer({ kind: 'superseded' })
    await crew?.worker.terminate()
  }

  #start(): Crew {
    const shared = signals()
    const worker = new Worker(this.#file, { workerData: shared.memory })
    const crew: Crew = { worker, signals: shared, ready: false, starting: 0 }
    worker.on('message', (report: Report) => crew === this.#crew && this.#hear(crew, report))
    worker.on('error', (error) => console.error(error))
    worker.on('exit', () => crew === this.#crew && this.#replace('worker-crashed'))
    this.#wake()
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
    if (this.#hasty.delete(job.task.id)) this.#crew.signals.enough(job.task.id)
    this.#running = { job, looks: 0, share: 0, beats, withoutBeat: 0, cancelled: false, ignoringCancel: 0 }
    this.#crew.worker.postMessage(job.task)
    this.#wake()
  }

  /** The watchdog looks only while there is something to look at. */
  #wake(): void {
    this.#watchdog ??= setInterval(() => this.#watch(), look.milliseconds)
  }

  #sleep(): void {
    if (this.#watchdog) clearInterval(this.#watchdog)
    this.#watchdog = null
  }

  #watch(): void {
    const [crew, running] = [this.#crew, this.#running]
    if (crew && !crew.ready) this.#watchStart(crew)
    else if (crew && running) this.#watchWork(crew, running)
    else this.#sleep()
  }

  #watchStart(crew: Crew): void {
    if (++crew.starting > look.starting) this.#replace('worker-crashed')
  }

  #watchWork({ signals }: Crew, running: Watch): void {
    const beats = signals.beats()
    running.withoutBeat = beats === running.beats ? running.withoutBeat + 1 : 0
    running.beats = beats
    const share = signals.share()
    if (++running.looks > look.untilProgress && share !== running.share) {
      running.share = share
      running.job.progress(share)
    }
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
