import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { DateField } from '@/shared/ui/date-field'
import { EvidenceField } from '@/shared/ui/evidence-field'
import { LongTextField } from '@/shared/ui/form-fields'

/** What every decision that takes a case off its unit or this organ has to say. */
export function ClosingFields({ children }: { children: ReactNode }) {
  const { t } = useTranslation('hazards')
  const { today } = useClock()
  return (
    <>
      {children}
      <DateField path="happenedOn" label={t('command.closing.happenedOn')} max={today} required />
      <LongTextField path="reason" label={t('command.closing.reason')} rows={2} required />
      <EvidenceField path="evidence" label={t('command.closing.evidence')} required />
    </>
  )
}
