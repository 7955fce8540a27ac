/** The words of the one matter, as the server sends them (UPPER_SNAKE_CASE). */
export const HAZARD_STATES = [
  'REPORTED', 'REGISTERED', 'GRADED', 'ORDERED', 'SELF_RECTIFYING', 'PLAN_PENDING', 'PLAN_IN_REVIEW', 'PLAN_RETURNED', 'RECTIFYING',
  'REPORT_SUBMITTED', 'REINSPECTING', 'REINSPECTION_FAILED', 'PASSED', 'FIXED_ON_THE_SPOT', 'SIGNED_OFF', 'DISMISSED', 'ROUTED_OUT', 'MERGED',
  'CLOSED_DECOMMISSIONED', 'CLOSED_SHUTDOWN', 'MOVED_OUT',
] as const
export type HazardState = (typeof HAZARD_STATES)[number]

const CLOSED: ReadonlySet<string> = new Set([
  'SIGNED_OFF', 'DISMISSED', 'ROUTED_OUT', 'MERGED', 'CLOSED_DECOMMISSIONED', 'CLOSED_SHUTDOWN', 'MOVED_OUT',
])
export const isClosed = (state: string): boolean => CLOSED.has(state)

export type Grade = 'GENERAL' | 'MAJOR'
export type DueStatus = 'OVERDUE' | 'TODAY' | 'WITHIN_3' | 'NORMAL' | 'PAUSED' | 'NONE'

/** An attachment named by id and content hash: what a command binds. */
export interface FileRef {
  attachmentId: string
  sha256: string
}

export interface CommandReceipt {
  matterId: string
  state: string
  version: number
  message?: string | null
  confirmationId?: string | null
}
