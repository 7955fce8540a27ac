import { http } from '@/shared/http/http'
import type { CommandReceipt, FileRef } from '@/shared/matters/hazard'

export interface HazardReport {
  source: string
  sourceSystem: string
  sourceId: string
  foundAt: string
  finderName?: string
  enterpriseId?: string
  noUnit?: true
  equipmentId?: string
  equipmentText?: string
  place: string
  regionCode: string
  text: string
  immediateDanger: boolean
  evidence: FileRef[]
  lateReason?: string
}

export const reportHazard = (report: HazardReport): Promise<CommandReceipt> => http.post<CommandReceipt>('/api/hazards', report)
