import type { CommandForms } from '@/shared/matters/command-form'
import { grantExtension, refuseExtension, requestExtension } from './extension'
import { approvePlan, reportProgress, returnPlan, signOff } from './opinions'
import { recordLookBack } from './record-look-back'
import { reinspect } from './reinspect'
import { submitPlan } from './submit-plan'
import { submitReport } from './submit-report'
import { supplementEvidence } from './supplement-evidence'

/** The commands of this capability by their name on the wire. */
export const rectificationForms: CommandForms = {
  'submit-plan': submitPlan,
  'approve-plan': approvePlan,
  'return-plan': returnPlan,
  'report-progress': reportProgress,
  'request-extension': requestExtension,
  'grant-extension': grantExtension,
  'refuse-extension': refuseExtension,
  'submit-report': submitReport,
  'supplement-evidence': supplementEvidence,
  reinspect,
  'sign-off': signOff,
  'record-look-back': recordLookBack,
}
