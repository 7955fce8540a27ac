import type { Session } from '@/shared/session/session'
import type { Equipment } from '../api/organization'

const OFFICIAL = ['inspector', 'case-officer', 'approver', 'administrator']

/** Officials who keep the register, and the unit for its own devices; the server decides. */
export const mayChangeStatus = (user: Session['user'], device: Equipment): boolean =>
  user.roles.some((role) => OFFICIAL.includes(role)) || user.posts.some((one) => one.enterpriseId === device.enterpriseId)
