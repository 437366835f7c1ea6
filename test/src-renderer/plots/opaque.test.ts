import { expect, test, vi } from 'vitest'
import { madeOpaque } from '../../../src-renderer/plots/opaque'

const light = 'float ndl = dot(N, L); diffuseColor += lightColor * clamp(ndl, 0.0, 1.0);'
type Mesh = Parameters<Parameters<Parameters<typeof madeOpaque>[0]['traverse']>[0]>[0]

test('surfaces are drawn a little behind where they are, lit on both sides; lines are left as they are', () => {
  const mesh = (name: string): Mesh => ({ material: { shader: { name, _fragmentCode: light } } })
  const [faces, line, node] = [mesh('ecgl.lambert'), mesh('ecgl.meshLines3D'), {} as Mesh]
  // Each drawing of the scene comes here.
  for (let time = 0; time < 2; time++) madeOpaque({ traverse: (visit) => [faces, line, node].forEach(visit) })
  expect(faces.material?.shader?._fragmentCode).toBe(light.replace('clamp(ndl, 0.0, 1.0)', 'abs(ndl)'))
  expect(line).toEqual(mesh('ecgl.meshLines3D'))
  const gl = { enable: vi.fn(), disable: vi.fn(), polygonOffset: vi.fn(), POLYGON_OFFSET_FILL: 1 }
  faces.beforeRender?.({ gl: gl as never })
  faces.afterRender?.({ gl: gl as never })
  expect([gl.enable.mock.calls, gl.disable.mock.calls]).toEqual([[[1]], [[1]]])
  expect(gl.polygonOffset.mock.calls[0]?.every((by) => by > 0)).toBe(true)
})
