import { readdirSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const text = readFileSync(resolve(project, 'docs/architecture.md'), 'utf8')
const entries = ['src-shared', 'src-main', 'src-renderer', 'test', 'tools'].flatMap((world) =>
  readdirSync(resolve(project, world), { recursive: true, withFileTypes: true })
)
const there = (isThat: (entry: (typeof entries)[number]) => boolean) =>
  new Set(entries.filter(isThat).map(({ name }) => name))

test('the map of the house names no file and no room that is not there', () => {
  const files = there((entry) => entry.isFile())
  const rooms = there((entry) => entry.isDirectory())
  const named = [...text.matchAll(/`([\w./-]+\.tsx?)`/g)].map(([, path = '']) => basename(path))
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((name) => !files.has(name))).toEqual([])
  const inside = [...text.matchAll(/(?<![\w/@.-])([a-z]+)\/(?=[\s`:,]|$)/gm)].map(([, name = '']) => name)
  expect(inside.length).toBeGreaterThan(30)
  expect(inside.filter((name) => !rooms.has(name) && name !== 'test')).toEqual([])
})

test('it names every room, in two screens', () => {
  const rooms = ['src-shared', 'src-main', 'src-main/core', 'src-renderer'].flatMap((world) =>
    readdirSync(resolve(project, world), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  )
  expect(rooms.filter((room) => !text.includes(`${room}/`) && room !== 'core')).toEqual([])
  expect(text.split('\n').length).toBeLessThan(110)
})
