import { useTranslation } from 'react-i18next'
import { formatDate } from '@/shared/format/dates'
import { withoutBlanks } from '@/shared/format/values'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { EvidenceField, toFileRefs } from '@/shared/ui/evidence-field'
import { ServiceFields, toService } from './service-fields'

function Fields({ form }: CommandFieldsProps) {
  const { t } = useTranslation('hazards')
  return (
    <>
      <ServiceFields form={form} />
      <EvidenceField path="proof" label={t('command.service.proof')} extra={t('command.service.proofHint')} />
    </>
  )
}

export const serveInstruction: CommandForm = {
  Fields,
  initial: (_, now) => ({ service: { mode: 'DIRECT', refused: false, servedAt: now }, proof: [] }),
  toRequest: (values) => withoutBlanks({ service: toService(values.service), proof: toFileRefs(values.proof) }),
  consequence: (hazard) => i18n.t('hazards:command.service.consequence', { date: hazard.instruction ? formatDate(hazard.instruction.deadline) : '' }),
}
