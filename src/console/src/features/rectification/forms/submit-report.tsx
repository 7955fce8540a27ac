import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { withoutBlanks } from '@/shared/format/values'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { DateField } from '@/shared/ui/date-field'
import { EvidenceField, toFileRefs } from '@/shared/ui/evidence-field'
import { LongTextField, NumberField, TextField } from '@/shared/ui/form-fields'
import { ListField } from '@/shared/ui/list-field'

function Fields({ hazard }: CommandFieldsProps) {
  const { t } = useTranslation('rectification')
  const { today } = useClock()
  return (
    <>
      <LongTextField path="text" label={t('command.report.text')} required />
      <ListField name="items" label={t('command.report.items')} addText={t('command.plan.addMeasure')} blank={{ measure: '', doneDate: null, note: '' }}>
        {({ path, listName }) => (
          <>
            <LongTextField path={path('measure')} listName={listName('measure')} label={t('command.report.measure')} rows={1} required />
            <div className="form-row">
              <DateField path={path('doneDate')} listName={listName('doneDate')} label={t('command.report.doneDate')} max={today} required />
              <TextField path={path('note')} listName={listName('note')} label={t('command.report.note')} />
            </div>
            {hazard.grade === 'MAJOR' && <EvidenceField path={path('evidence')} listName={listName('evidence')} label={t('command.report.measureEvidence')} />}
          </>
        )}
      </ListField>
      <NumberField path="fundsSpent" label={t('command.report.fundsSpent')} suffix={t('command.plan.yuan')} required />
      <EvidenceField path="before" label={t('command.report.before')} required />
      <EvidenceField path="after" label={t('command.report.after')} required extra={t('command.report.afterHint')} />
    </>
  )
}

/** Items as they are sent: of a file only id and hash. */
export const itemsWithRefs = (items: unknown): unknown =>
  Array.isArray(items) ? items.map((one: Record<string, unknown>) => (one.evidence === undefined ? one : { ...one, evidence: toFileRefs(one.evidence) })) : items

export const submitReport: CommandForm = {
  Fields,
  initial: (hazard, now) => ({
    items: (hazard.plan?.measures ?? [{ text: '' }]).map((one) => ({ measure: one.text, doneDate: now.slice(0, 10), note: '' })),
    before: [],
    after: [],
  }),
  toRequest: (values) => withoutBlanks({ ...values, items: itemsWithRefs(values.items), before: toFileRefs(values.before), after: toFileRefs(values.after) }),
  consequence: () => i18n.t('rectification:command.report.consequence'),
}
