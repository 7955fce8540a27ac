import { useTranslation } from 'react-i18next'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { EvidenceField } from '@/shared/ui/evidence-field'
import { SelectField } from '@/shared/ui/form-fields'
import { ListField } from '@/shared/ui/list-field'
import { itemsWithRefs } from './submit-report'

function Fields({ hazard }: CommandFieldsProps) {
  const { t } = useTranslation('rectification')
  const choices = (hazard.plan?.measures ?? []).map((one) => ({ value: one.text, label: one.text }))
  return (
    <ListField name="items" label={t('command.report.supplement')} addText={i18n.t('shared:action.add')} blank={{ measure: undefined, evidence: [] }}>
      {({ path, listName }) => (
        <>
          <SelectField path={path('measure')} listName={listName('measure')} label={t('command.report.measure')} choices={choices} required />
          <EvidenceField path={path('evidence')} listName={listName('evidence')} label={t('command.report.measureEvidence')} required />
        </>
      )}
    </ListField>
  )
}

export const supplementEvidence: CommandForm = {
  Fields,
  initial: (hazard) => ({
    items: (hazard.plan?.measures ?? []).filter((one) => !hazard.reports[0]?.items.some((item) => item.measure === one.text && (item.evidence?.length ?? 0) > 0))
      .map((one) => ({ measure: one.text, evidence: [] })),
  }),
  toRequest: (values) => ({ items: itemsWithRefs(values.items) }),
}
