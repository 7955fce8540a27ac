import type { CommandForms } from '@/shared/matters/command-form'
import { dismiss } from './dismiss'
import { fixOnSpot } from './fix-on-spot'
import { grade } from './grade'
import { issueInstruction } from './issue-instruction'
import { register } from './register'
import { serveInstruction } from './serve-instruction'
import { startSelfRectification } from './start-self-rectification'

/** The commands of this capability by their name on the wire. */
export const hazardForms: CommandForms = {
  register,
  dismiss,
  grade,
  'issue-instruction': issueInstruction,
  'serve-instruction': serveInstruction,
  'fix-on-spot': fixOnSpot,
  'start-self-rectification': startSelfRectification,
}
