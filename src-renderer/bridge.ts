import type { Bridge } from '@shared/bridge'

/** The only reader of the preload's global. */
export const bridge: Bridge = (window as unknown as { readonly bridge: Bridge }).bridge
