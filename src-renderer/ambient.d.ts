/** Types of libraries that come without. */

type EChartsExtension = Extract<Parameters<typeof import('echarts/core')['use']>[0], unknown[]>[number]

declare module 'echarts-gl/charts' {
  export const SurfaceChart: EChartsExtension
  export const Line3DChart: EChartsExtension
}

declare module 'echarts-gl/components' {
  export const Grid3DComponent: EChartsExtension
}

declare module 'gifenc' {
  /** Rows of [red, green, blue]. */
  type Palette = number[][]
  export function quantize(rgba: Uint8Array | Uint8ClampedArray, most: number, options?: object): Palette
  export function applyPalette(rgba: Uint8Array | Uint8ClampedArray, palette: Palette, format?: string): Uint8Array
  export function GIFEncoder(options?: object): {
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: { palette?: Palette; delay?: number; repeat?: number }
    ): void
    finish(): void
    bytes(): Uint8Array<ArrayBuffer>
  }
}
