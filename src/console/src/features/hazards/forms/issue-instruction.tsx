import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { PersonField } from '@/shared/directory/pickers'
import { withoutBlanks } from '@/shared/format/values'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { useSession } from '@/shared/session/session'
import { DateField } from '@/shared/ui/date-field'
import { LongTextField, SwitchField, TextField } from '@/shared/ui/form-fields'
import { ListField } from '@/shared/ui/list-field'
import { ServiceFields, toService } from './service-fields'

function Fields({ hazard, form }: CommandFieldsProps) {
  const { t } = useTranslation('hazards')
  const { today } = useClock()
  const me = useSession().user.personId ?? undefined
  const later = Form.useWatch<boolean | undefined>('serveLater', form) ?? false
  return (
    <>
      <ListField name="items" label={t('command.instruction.items')} addText={i18n.t('shared:action.add')} blank={{ problem: '', clause: '', measure: '' }}>
        {({ path, listName }) => (
          <>
            <LongTextField path={path('problem')} listName={listName('problem')} label={t('command.instruction.problem')} rows={2} required />
            <TextField path={path('clause')} listName={listName('clause')} label={t('command.instruction.clause')} required />
            <LongTextField path={path('measure')} listName={listName('measure')} label={t('command.instruction.measure')} rows={2} required />
          </>
        )}
      </ListField>
      <TextField path="legalBasis" label={t('command.instruction.legalBasis')} required />
      <div className="form-row">
        <DateField path="deadline" label={t('command.instruction.deadline')} min={today} required />
        <SwitchField path="stopUse" label={t('command.instruction.stopUse')} onText={t('command.instruction.stopUseOn')} offText={t('command.instruction.stopUseOff')} />
      </div>
      <PersonField path="secondInspectorId" label={t('command.instruction.secondInspectorId')} postKind="INSPECTOR" exclude={me} required extra={t('command.instruction.secondHint')} />
      {hazard.state === 'SELF_RECTIFYING' && (
        <LongTextField path="selfRectificationRefusal" label={t('command.instruction.selfRefusal')} extra={t('command.instruction.selfRefusalHint')} rows={2} />
      )}
      <SwitchField path="serveLater" label={t('command.instruction.serveLater')} onText={t('command.instruction.serveLaterOn')} offText={t('command.instruction.serveLaterOff')} />
      {!later && <ServiceFields form={form} />}
    </>
  )
}

export const issueInstruction: CommandForm = {
  Fields,
  initial: (hazard, now) => ({
    items: [{ problem: hazard.text, clause: '', measure: '' }],
    legalBasis: i18n.t('hazards:command.instruction.legalBasisDefault'),
    deadline: hazard.defaultDeadline ?? undefined,
    stopUse: hazard.immediateDanger || hazard.grade === 'MAJOR',
    serveLater: false,
    service: { mode: 'DIRECT', refused: false, servedAt: now },
  }),
  toRequest: (values) => withoutBlanks({ ...values, service: values.serveLater === true ? undefined : toService(values.service) }),
  consequence: () => i18n.t('hazards:command.instruction.consequence'),
}
