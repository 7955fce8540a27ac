import type { CommandForms } from '@/shared/matters/command-form'
import { decommission, recordMoveOut, shutDown } from './closing'
import { dismiss } from './dismiss'
import { fixOnSpot } from './fix-on-spot'
import { grade } from './grade'
import { issueInstruction } from './issue-instruction'
import { merge } from './merge'
import { register } from './register'
import { receiveRouted, routeOut } from './route-out'
import { serveInstruction } from './serve-instruction'
import { startSelfRectification } from './start-self-rectification'

/** The commands of this capability by their name on the wire. */
export const hazardForms: CommandForms = {
  register,
  dismiss,
  merge,
  'route-out': routeOut,
  'receive-routed': receiveRouted,
  decommission,
  'record-move-out': recordMoveOut,
  shutdown: shutDown,
  grade,
  'issue-instruction': issueInstruction,
  'serve-instruction': serveInstruction,
  'fix-on-spot': fixOnSpot,
  'start-self-rectification': startSelfRectification,
}
