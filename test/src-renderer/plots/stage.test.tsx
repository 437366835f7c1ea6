import { afterEach, expect, test, vi } from 'vitest'
import { SurfaceStage } from '../../../src-renderer/plots/stage'

const chart = vi.hoisted(() => ({ dispose: vi.fn() }))
vi.mock('echarts/core', () => ({ use: () => {}, init: () => chart }))
vi.mock('echarts/components', () => ({ VisualMapComponent: {} }))
vi.mock('echarts/renderers', () => ({ CanvasRenderer: {} }))
vi.mock('echarts-gl/charts', () => ({ Line3DChart: {}, SurfaceChart: {} }))
vi.mock('echarts-gl/components', () => ({ Grid3DComponent: {} }))

afterEach(() => vi.restoreAllMocks())

test('a stage that is disposed of gives back its chart and the graphics of each of its canvases', () => {
  const loseContext = vi.fn()
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
    getExtension: () => ({ loseContext })
  } as never)
  const element = document.createElement('div')
  element.append(document.createElement('canvas'), document.createElement('canvas'))
  new SurfaceStage(element, { width: 300, height: 200 }, 2).dispose()
  expect(chart.dispose).toHaveBeenCalledTimes(1)
  expect(loseContext).toHaveBeenCalledTimes(2)
})
