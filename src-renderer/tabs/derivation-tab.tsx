import type { Ask } from '../answers/answer'
import { DerivationSteps } from '../derivative/DerivationSteps'
import type { InspectorTab } from '../frame/Inspector'
import type { Lab } from '../lab/lab'

/** How the derivative is found, in the inspector of every tab. */
export const derivationTab = (lab: Lab, ask: Ask): InspectorTab => ({
  id: 'derivation',
  label: lab.words().frame.tabs.derivation,
  content: () => <DerivationSteps ask={ask} />
})
