import { Form, type FormInstance } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { instantOf } from '@/shared/format/values'
import { DateField } from '@/shared/ui/date-field'
import { LongTextField, SelectField, SwitchField, TextField } from '@/shared/ui/form-fields'

const MODES = ['DIRECT', 'LEFT', 'ELECTRONIC', 'MAIL', 'ENTRUSTED', 'PUBLIC_NOTICE']
const BY_OWN_DATE = ['MAIL', 'PUBLIC_NOTICE']

/** How a document reached its addressee; each mode asks for what proves it. */
export function ServiceFields({ form }: { form: FormInstance }) {
  const { t } = useTranslation('hazards')
  const { today } = useClock()
  const mode = Form.useWatch<string | undefined>(['service', 'mode'], form) ?? 'DIRECT'
  const refused = Form.useWatch<boolean | undefined>(['service', 'refused'], form) ?? false
  const notice = mode === 'PUBLIC_NOTICE'
  return (
    <fieldset className="list-field">
      <legend>{t('command.service.title')}</legend>
      <div className="form-row">
        <SelectField path="service.mode" label={t('command.service.mode')} required choices={MODES.map((value) => ({ value, label: t(`command.service.MODE.${value}`) }))} />
        {!notice && <TextField path="service.receiver" label={t('command.service.receiver')} required />}
      </div>
      <div className="form-row">
        {!BY_OWN_DATE.includes(mode) && <DateField path="service.servedAt" label={t('command.service.servedAt')} withTime required />}
        {mode === 'MAIL' && <DateField path="service.receiptDate" label={t('command.service.receiptDate')} max={today} required extra={t('command.service.receiptHint')} />}
        {notice && <DateField path="service.noticedOn" label={t('command.service.noticedOn')} max={today} required extra={t('command.service.noticeHint')} />}
        {mode === 'ELECTRONIC' && <TextField path="service.consent" label={t('command.service.consent')} required />}
        {mode === 'ENTRUSTED' && <TextField path="service.entrustedTo" label={t('command.service.entrustedTo')} required />}
        {!notice && <SwitchField path="service.refused" label={t('command.service.refused')} />}
      </div>
      {(refused || mode === 'LEFT') && (
        <div className="form-row">
          <TextField path="service.witnesses" label={t('command.service.witnesses')} placeholder={t('command.service.witnessesHint')} />
          <SwitchField path="service.recorded" label={t('command.service.recorded')} />
        </div>
      )}
      <LongTextField path="service.note" label={t(notice ? 'command.service.noticeReason' : 'command.service.note')} extra={refused ? t('command.service.noteHint') : ''} rows={2} required={refused || notice} />
    </fieldset>
  )
}

/** From form values to what is sent: only what belongs to the mode. */
export function toService(value: unknown): Record<string, unknown> {
  const service = (value ?? {}) as Record<string, unknown>
  const mode = typeof service.mode === 'string' ? service.mode : 'DIRECT'
  const attested = mode === 'LEFT' || service.refused === true
  const only = (mine: boolean, kept: unknown) => (mine ? kept : undefined)
  return {
    mode,
    receiver: only(mode !== 'PUBLIC_NOTICE', service.receiver),
    servedAt: only(!BY_OWN_DATE.includes(mode), instantOf(service.servedAt)),
    refused: mode !== 'PUBLIC_NOTICE' && service.refused === true,
    note: service.note,
    witnesses: only(attested, typeof service.witnesses === 'string' ? service.witnesses.split(/[、，,;；\s]+/).filter((name) => name !== '') : undefined),
    recorded: attested && service.recorded === true,
    consent: only(mode === 'ELECTRONIC', service.consent),
    entrustedTo: only(mode === 'ENTRUSTED', service.entrustedTo),
    receiptDate: only(mode === 'MAIL', service.receiptDate),
    noticedOn: only(mode === 'PUBLIC_NOTICE', service.noticedOn),
  }
}
