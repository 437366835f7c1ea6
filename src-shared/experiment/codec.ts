import { ProblemError } from '../problem'
import { faults } from './consistency'
import type { Experiment } from './experiment'
import { type Json, jsonOf, jsonText } from './json'
import { experimentSchema, shapeFault } from './schema'

const program = 'gradient-lab'

/** A session file's content before anything is known of it but that it is ours. */
type Envelope = { readonly [key: string]: Json }

/** migrations[n] makes a file of version n + 1 into one of version n + 2. */
const migrations: readonly ((envelope: Envelope) => Envelope)[] = [withWaysToLook, withRaces]

/** Version 2 knows more ways to look at a plane and a curve; the field of arrows was only there or not. */
function withWaysToLook(envelope: Envelope): Envelope {
  const view = envelope['view']
  if (!isObject(view)) return envelope
  const { surface, field, ...rest } = view
  const more = { overlay: 'slices', scale: 'linear', range: null } as const
  return {
    ...envelope,
    view: {
      second: false,
      tangents: [],
      contour: { count: 15, spacing: 'auto', labels: true },
      map: 'pale',
      topic: 'slopes',
      direction: 0,
      ...rest,
      field: { towards: field === true ? 'descent' : 'none', density: 14 },
      ...(isObject(surface) ? { surface: { ...more, ...surface } } : {})
    }
  }
}

/** Version 3 knows schedules, noise, stopping rules, crowds and comparisons. */
function withRaces(envelope: Envelope): Envelope {
  const { view, runs } = envelope
  const plain = { schedule: { id: 'constant', settings: {} }, noise: { sigma: 0, seed: 1 } }
  return {
    ...envelope,
    stop: { gradient: null, step: null, target: null, evaluations: null },
    crowd: { layout: 'none', count: 8, radius: 1, seed: 1 },
    comparison: null,
    ...(Array.isArray(runs) ? { runs: runs.map((run) => (isObject(run) ? { ...plain, ...run } : run)) } : {}),
    ...(isObject(view)
      ? { view: { plane: 'axes', arrows: 'gradient', board: 'value', lossAlong: 'steps', ...view } }
      : {})
  }
}

const isObject = (json: Json | undefined): json is Envelope =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** The version written, and the newest one read. */
export const fileVersion = migrations.length + 1

const fileOrder = { entries: { program: undefined, version: undefined, ...experimentSchema.entries } }

/**
 * The experiment as the text of a session file. Checked first, so that what is written can be read again.
 * @throws ProblemError naming the field that may not be saved, e.g. a number that is not finite
 */
export function encode(experiment: Experiment): string {
  const checked = checkedExperiment(experiment)
  return `${jsonText({ ...checked, program, version: fileVersion }, fileOrder)}\n`
}

/**
 * The experiment in the text of a session file: whole, or not at all. Keys this program does not know stay on the
 * objects they were found on, and are written again.
 * @throws ProblemError saying why it cannot be read, naming the field at fault where there is one
 */
export function decode(text: string): Experiment {
  const json = jsonOf(text)
  if (json === undefined) throw new ProblemError('document-not-json')
  const { program: _, version: __, ...content } = migrated(ownEnvelope(json))
  return checkedExperiment(content)
}

function ownEnvelope(json: Json): Envelope {
  const isOurs = typeof json === 'object' && json !== null && 'program' in json && json.program === program
  if (!isOurs) throw new ProblemError('document-not-ours')
  return json
}

function migrated(envelope: Envelope): Envelope {
  const version = envelope['version']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new ProblemError('document-version')
  if (version > fileVersion) throw new ProblemError('document-newer', { version, known: fileVersion })
  return migrations.slice(version - 1).reduce((older, migrate) => migrate(older), envelope)
}

function checkedExperiment(content: unknown): Experiment {
  const fault = shapeFault(content)
  if (fault) throw fault
  // The content itself, not a copy made by the check: it has the unknown keys, and its numbers are untouched.
  const experiment = content as Experiment
  for (const fault of faults(experiment)) throw fault
  return experiment
}
