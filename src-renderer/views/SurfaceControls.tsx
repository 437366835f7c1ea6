import { Choice } from '../controls/Choice'
import { useLab } from '../lab'

/** How a surface is looked at: shaded or wireframe. */
export function SurfaceControls() {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  return (
    <Choice
      label={words().surfaceStyle}
      value={lab.experiment().view.surface.style}
      options={(['shaded', 'wireframe'] as const).map((value) => ({ value, label: words()[value] }))}
      onChange={(style) => lab.look((view) => ({ ...view, surface: { ...view.surface, style } }))}
    />
  )
}
