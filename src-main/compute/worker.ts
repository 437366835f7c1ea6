import { answers } from '@core/index'
import { serve } from './serve'

serve(answers)
