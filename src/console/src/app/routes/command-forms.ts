import { hazardForms } from '@/features/hazards/forms/index-of-forms'
import { rectificationForms } from '@/features/rectification/forms/index-of-forms'
import type { CommandForms } from '@/shared/matters/command-form'

/** Here the commands of the capabilities meet on the one matter. */
export const commandForms: CommandForms = { ...hazardForms, ...rectificationForms }
