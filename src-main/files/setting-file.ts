import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { save } from './store'

/** A small value that the program remembers between starts. */
export interface SettingFile<Value> {
  readonly value: Value
  /** Remembers it at once, and soon on the disk. A disk that refuses is no reason to disturb the user. */
  set(value: Value): void
  /** Waits until the disk has what was set. */
  saved(): Promise<void>
}

/**
 * The value kept as JSON in the file at `path`. A missing, broken or foreign file gives `initial`: settings are
 * a convenience, and never keep the program from starting.
 */
export function settingFile<Value>(
  path: string,
  schema: v.GenericSchema<unknown, Value>,
  initial: Value
): SettingFile<Value> {
  let value = read(path, schema, initial)
  let lastSave = Promise.resolve()
  return {
    get value() {
      return value
    },
    set(next) {
      value = next
      // One after the other, so that the newest value is what stays.
      lastSave = lastSave.then(() => write(path, next))
    },
    saved: () => lastSave
  }
}

function read<Value>(path: string, schema: v.GenericSchema<unknown, Value>, initial: Value): Value {
  try {
    const result = v.safeParse(schema, JSON.parse(readFileSync(path, 'utf8')))
    return result.success ? result.output : initial
  } catch {
    return initial
  }
}

async function write(path: string, value: unknown): Promise<void> {
  try {
    mkdirSync(dirname(path), { recursive: true })
    await save(path, JSON.stringify(value, null, 2) + '\n')
  } catch (error) {
    console.error(error)
  }
}
