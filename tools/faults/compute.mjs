/** In the pool of workers. @type {readonly import('./list.mjs').Fault[]} */
export const compute = [
  {
    name: 'a healthy but slow worker is killed',
    file: 'src-main/compute/thread.ts',
    find: 'beats === running.beats ? running.withoutBeat + 1 : 0',
    replacement: 'beats === running.beats ? running.withoutBeat + 1 : running.withoutBeat',
    matters: 'A long run is lost with a line that says that it hung, though its worker beats every second.',
    tests: ['test/src-main/compute/watchdog.test.ts']
  },
  {
    name: 'a worker is given a tenth of its time',
    file: 'src-main/compute/thread.ts',
    find: 'withoutBeat: 20,',
    replacement: 'withoutBeat: 2,',
    matters: 'Long formulas take 0.2 seconds between two beats on an old machine: their workers are killed.',
    tests: ['test/src-main/compute/watchdog.test.ts']
  },
  {
    name: 'the late end of an older question makes its slot forget the newer one',
    file: 'src-main/compute/host.ts',
    find: 'if (underWay.get(slot) === own) underWay.delete(slot)',
    replacement: 'underWay.delete(slot)',
    matters: 'The button that ends a long run does nothing after a slider was dragged.',
    tests: ['test/src-main/compute/watchdog.test.ts']
  },
  {
    name: 'the watchdog is left looking after the end',
    file: 'src-main/compute/thread.ts',
    find: '    this.#crew = null\n    this.#sleep()\n',
    replacement: '    this.#crew = null\n',
    matters: 'A timer goes on for ever: the command line never comes back.',
    tests: ['test/src-main/compute/watchdog.test.ts']
  }
]
