/** What echarts-gl does not do by itself so that a surface hides what is behind it and looks like one from both sides. */

/** As much of a mesh of its 3D engine, claygl, as is touched here. */
interface Mesh {
  readonly material?: { readonly shader?: { readonly name: string; _fragmentCode: string } }
  beforeRender?: (renderer: { readonly gl: WebGLRenderingContext }) => void
  afterRender?: (renderer: { readonly gl: WebGLRenderingContext }) => void
}

/** The 3D engine's tree of what is drawn. */
export interface Tree {
  traverse(visit: (mesh: Mesh) => void): void
}

/** The shaders of surfaces: with light, and in one plain colour. */
const ofSurfaces: ReadonlySet<string> = new Set(['ecgl.lambert', 'ecgl.color'])

/**
 * Surfaces are drawn a hair behind where they are, by their steepness and by a few dozen units of depth – about half a
 * hundredth of the box –, so that lines on them, which follow f between the corners of the mesh, are in front of them.
 */
const behind = { steepness: 2, units: 30 }

/** Light as bright on a face that is turned away from it as on one turned towards it: |N · L|, in place of 0 there. */
const oneSided = 'clamp(ndl, 0.0, 1.0)'
const twoSided = 'abs(ndl)'

/** Makes the surfaces of a scene opaque to lines on them and lit on both sides. To be called before they are drawn first. */
export function madeOpaque(scene: Tree): void {
  scene.traverse((mesh) => {
    const shader = mesh.material?.shader
    if (!shader || !ofSurfaces.has(shader.name)) return
    mesh.beforeRender = ({ gl }) => {
      gl.enable(gl.POLYGON_OFFSET_FILL)
      gl.polygonOffset(behind.steepness, behind.units)
    }
    mesh.afterRender = ({ gl }) => gl.disable(gl.POLYGON_OFFSET_FILL)
    shader._fragmentCode = shader._fragmentCode.replaceAll(oneSided, twoSided)
  })
}
