import type { CommandForms } from '@/shared/matters/command-form'
import { decommission, recordMoveOut, shutDown } from './closing'
import { dismiss } from './dismiss'
import { emergencyMeasure, supplementInstruction } from './emergency'
import { fixOnSpot } from './fix-on-spot'
import { grade } from './grade'
import { issueInstruction } from './issue-instruction'
import { merge } from './merge'
import { acceptPattern, rejectPattern } from './pattern'
import { closeFrontlineReport, reportToTown, signForReport, writtenReport } from './receipts'
import { register } from './register'
import { reportMajor } from './report-major'
import { receiveRouted, routeOut } from './route-out'
import { extendSeizure, releaseSeizure, resumeSeizureClock, seizeOrSeal, stopSeizureClock } from './seizure'
import { serveInstruction } from './serve-instruction'
import { startSelfRectification } from './start-self-rectification'
import { recordMissing, transferUnit } from './unit-gone'

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
  'transfer-unit': transferUnit,
  'record-missing': recordMissing,
  'accept-pattern': acceptPattern,
  'reject-pattern': rejectPattern,
  grade,
  'issue-instruction': issueInstruction,
  'serve-instruction': serveInstruction,
  'fix-on-spot': fixOnSpot,
  'start-self-rectification': startSelfRectification,
  'report-major': reportMajor,
  'sign-for-report': signForReport,
  'report-to-town': reportToTown,
  'written-report-to-regulator': writtenReport,
  'close-frontline-report': closeFrontlineReport,
  'emergency-measure': emergencyMeasure,
  'supplement-instruction': supplementInstruction,
  'seize-or-seal': seizeOrSeal,
  'extend-seizure': extendSeizure,
  'stop-seizure-clock': stopSeizureClock,
  'resume-seizure-clock': resumeSeizureClock,
  'release-seizure': releaseSeizure,
}
