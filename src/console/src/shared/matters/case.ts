import type { DueStatus, Grade } from './hazard'

export interface HazardListItem {
  id: string
  number?: string | null
  title?: string | null
  text: string
  state: string
  stateName?: string | null
  grade?: Grade | null
  gradeName?: string | null
  isOverdue: boolean
  overdueWorkingDays?: number | null
  source: string
  sourceName?: string | null
  foundAt: string
  enterpriseId?: string | null
  enterpriseName?: string | null
  equipmentCode?: string | null
  equipmentKindName?: string | null
  place?: string | null
  regionCode: string
  regionName?: string | null
  deadline?: { date: string; status: DueStatus } | null
  currentHolder?: string | null
  updatedAt: string
  version: number
  /** Said on every screen that shows it, e.g. that the path of major hazards is not built yet. */
  notice?: string | null
}

export interface Measure { text: string; date: string; owner: string }

export interface Plan {
  goal: string
  measures: Measure[]
  deadline: string
  responsibility: { unit: string; leader: string; doer: string; supervisor: string }
  funding: { amount: number; source?: string | null; arrivalDate?: string | null; zeroReason?: string | null }
  contingencyPlan?: string | null
  interimControl?: string | null
  interimControlMode?: string | null
  interimControlModeName?: string | null
  state?: string | null
  opinion?: string | null
  submittedAt?: string | null
}

export interface Instruction {
  items: { problem?: string | null; clause?: string | null; measure?: string | null }[]
  legalBasis: string
  deadline: string
  stopUse: boolean
  number?: string | null
  servedAt?: string | null
}

export interface Deadline {
  id: string
  ruleId: string
  name: string
  article?: string | null
  source?: string | null
  startEvent: string
  startAt: string
  unit: string
  amount: number
  /** Null for a limit in hours. */
  dueDate: string | null
  dueInstant: string
  state: string
  status: DueStatus
  provisional: boolean
  workingDaysLeft: number
  overdueWorkingDays?: number
  metAt?: string | null
  metLate?: boolean
  ruleChanged?: boolean
  pauses: { from: string; to?: string | null; reason: string }[]
  extensions: { from?: string | null; to?: string | null; reason?: string | null; at: string }[]
}

export interface CaseDocument {
  id: string
  kind: string
  kindName?: string | null
  number?: string | null
  title: string
  state: string
  issuedAt?: string | null
  servedAt?: string | null
  /** Proof of service, once served. */
  service?: { modeName: string; receiver: string; refused: boolean; note?: string | null; proof?: string | null } | null
}

export interface Task {
  id: string
  title: string
  matterId?: string | null
  matterNumber?: string | null
  matterTitle?: string | null
  enterpriseName?: string | null
  form?: string | null
  message?: string | null
  outcomes: { name: string; displayName: string; command?: string | null }[]
  state: 'OPEN' | 'COMPLETED' | 'CANCELLED'
  assigneeKind?: string | null
  postId?: string | null
  postName?: string | null
  personName?: string | null
  claimedBy?: string | null
  dueDate?: string | null
  dueInstant?: string | null
  dueStatus: DueStatus
  overdueWorkingDays?: number | null
  createdAt: string
  openedAt?: string | null
  completedAt?: string | null
  version: number
  urgeCount?: number
  canAct: boolean
  canTransfer?: boolean
  canUrge?: boolean
  refusedReason?: string | null
  matterVersion?: number
  comments?: { personName: string; at: string; text: string }[]
  /** Given under a rule that has changed since; its date stays. */
  ruleChanged?: boolean
  withdrawal?: { id: string; reason: string; proposedBy: string; proposedAt: string } | null
}

export interface Confirmation {
  id: string
  command: string
  commandName: string
  proposedBy: string
  proposedAt: string
  confirmerName: string
  state: string
  decidedBy?: string | null
  decidedAt?: string | null
  reason?: string | null
  canConfirm: boolean
  canWithdraw: boolean
  /** Who of several others has signed already, in order. */
  signedBy?: string[]
  /** What the first person filled in, for the one who is to confirm it. */
  form?: unknown
}

export interface Report { serial: number; text: string; items: { measure?: string | null; doneDate?: string | null; note?: string | null; evidence?: string[] }[]; fundsSpent: number; submittedByName: string; submittedAt: string; late: boolean }

export interface Reinspection {
  serial: number
  method: string
  result: string
  items: { item?: string | null; passed?: boolean | null; note?: string | null }[]
  newDeadline?: string | null
  firstInspectorName: string
  secondInspectorName: string
  at: string
}

export interface Extension {
  id: string
  oldDate: string
  newDate: string
  reason: string
  interimControl: string
  state: string
  requestedByName: string
  requestedAt: string
  grantedDate?: string | null
  decisionReason?: string | null
  decidedByName?: string | null
  decidedAt?: string | null
}

export interface HazardReport {
  serial: number
  kind: string
  kindName: string
  triggerName?: string | null
  situation: string
  measures?: string | null
  advice?: string | null
  toGovernment?: boolean | null
  governmentReason?: string | null
  grounds: string[]
  reportedByName: string
  reportedAt: string
  recipients: { id: string; role: string; roleName: string; departmentName: string; postName: string; reason: string; sentAt: string; receivedAt?: string | null; receivedByName?: string | null }[]
}

export interface Closure {
  groundName: string; reason: string; happenedOn: string; referenceNumber?: string | null; authority?: string | null; newRegionName?: string | null; newUnitName?: string | null
  newPlace?: string | null; officerName: string; approverName: string; closedAt: string
}

export interface Routing { departmentName: string; kind: string; reason: string; routedByName: string; routedAt: string; receivedByName?: string | null; receivedAt?: string | null; receiptNote?: string | null }

export interface LookBack {
  reason: string; opensOn: string; closesOn: string; result?: 'HOLDS' | 'RELAPSED' | null; text?: string | null; firstInspectorName?: string | null; secondInspectorName?: string | null
  checkedAt?: string | null; newMatterId?: string | null
}

export interface Seizure {
  id: string
  kindName: string
  objects: { name?: string | null; quantity?: number | null; unit?: string | null; description?: string | null }[]
  reason: string
  keptAt: string
  inspectorNames: string
  approverName: string
  decidedAt: string
  until: string
  clockStopped: boolean
  extendedAt?: string | null
  extensionReason?: string | null
  releasedAt?: string | null
  releaseGroundName?: string | null
  releaseNote?: string | null
}

export interface CaseAttachment {
  id: string
  sha256: string
  name: string
  contentType: string
  size: number
  kind: 'BEFORE' | 'AFTER' | 'EVIDENCE'
  takenAt?: string | null
  uploadedByName?: string | null
}

export interface Command {
  name: string
  displayName: string
  status: 'AVAILABLE' | 'REFUSED'
  reason?: string | null
  article?: string | null
}

export interface FlowView {
  definitionId: string
  name: string
  version: number
  instanceId: string
  status: string
  activities: { id: string; type: string; name?: string | null; x: number; y: number; width?: number | null; height?: number | null; status: string }[]
  connections: { from: string; to: string; port?: string | null }[]
}

export interface Case extends HazardListItem {
  finderName?: string | null
  receivedAt: string
  lateReason?: string | null
  clause?: string | null
  gradingText?: string | null
  immediateDanger: boolean
  gradingBasis?: string[]
  enterprise?: { id: string; name: string; creditCode?: string | null; address?: string | null; principal?: string | null; phone?: string | null } | null
  equipment?: { id: string; kind?: string | null; code?: string | null; name?: string | null; kindName?: string | null; place?: string | null } | null
  equipmentText?: string | null
  plan?: Plan | null
  instruction?: Instruction | null
  reports: Report[]
  reinspections: Reinspection[]
  extensions: Extension[]
  progress: { text: string; at: string; personName?: string | null }[]
  holds?: { kind: string; kindName: string; article?: string | null; documentNumber?: string | null; placedAt: string; equipmentCode?: string | null }[]
  hazardReports?: HazardReport[]
  closeReason?: string | null
  closure?: Closure | null
  routing?: Routing | null
  lookBack?: LookBack | null
  emergencyMeasures?: { text: string; takenBy: string; takenAt: string; recordedByName: string; recordedAt: string; supplementedAt?: string | null }[]
  seizures?: Seizure[]
  /** The date an instruction issued today would name by default. */
  defaultDeadline?: string | null
  escalation?: { level: string; levelName: string; fact: string; openedAt: string; closedAt?: string | null } | null
  deadlines: Deadline[]
  documents: CaseDocument[]
  tasks: Task[]
  confirmations: Confirmation[]
  parties: { role: string; roleName?: string | null; personName?: string | null; postName?: string | null; departmentName?: string | null; enterpriseName?: string | null }[]
  attachments: CaseAttachment[]
  links: { kind: string; matterId: string; number?: string | null }[]
  commands: Command[]
  flows: FlowView[]
}
