import { answers } from '@core/index'
import { serve } from '../../src-main/compute/serve'

/**
 * The real worker, but that it looks for the lowest point of f for ever: of f = 1 it beats, so that it can be told to stop,
 * of any other it does not, and is what the watchdog is for.
 */
serve({
  ...answers,
  minimum({ subject }, pulse) {
    for (;;) if (subject.formula === '1') pulse.beat()
  }
})
