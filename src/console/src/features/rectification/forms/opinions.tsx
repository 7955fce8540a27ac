import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandForm } from '@/shared/matters/command-form'
import { LongTextField } from '@/shared/ui/form-fields'

function opinion(key: string, required: boolean, path = 'opinion') {
  return function OpinionFields() {
    const { t } = useTranslation('rectification')
    return <LongTextField path={path} label={t(key)} required={required} />
  }
}

export const approvePlan: CommandForm = { Fields: opinion('command.approveOpinion', true) }
export const returnPlan: CommandForm = { Fields: opinion('command.returnOpinion', true), danger: true, consequence: () => i18n.t('rectification:command.returnConsequence') }
export const reportProgress: CommandForm = { Fields: opinion('command.progress', true, 'text') }
export const signOff: CommandForm = { Fields: opinion('command.signOff', true), consequence: () => i18n.t('rectification:command.signOffConsequence') }

/** The request a decision answers is chosen, not typed. */
export function RequestIdField() {
  return <Form.Item name="requestId" hidden><input type="hidden" /></Form.Item>
}
