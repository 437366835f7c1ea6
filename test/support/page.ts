import { afterEach } from 'vitest'
import './browser'
import { leaveLaboratory } from '../src-renderer/laboratory'

// For each file, also where several share a window and what they import.
afterEach(leaveLaboratory)
