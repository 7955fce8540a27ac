import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, Form } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { http } from '@/shared/http/http'
import { normalizePath, Problem } from '@/shared/http/problem'
import { RefusalContext } from './form-fields'
import { ProblemAlert } from './problem-alert'

export type FormValues = Record<string, unknown>

interface Props {
  title: string
  hint?: ReactNode
  url: string
  initial?: FormValues
  /** What is sent besides and instead of the fields, e.g. the version seen. */
  shape?: (values: FormValues) => unknown
  /** What to add to the form once the person confirms a doubtful value, by the code of the refusal. */
  confirm?: Record<string, (values: FormValues) => FormValues>
  invalidate: string[]
  done?: string
  onClose: () => void
  children: ReactNode
  testId: string
}

/** One act as a form: what the server refuses stands beside its field, and nothing typed is lost by a refusal. */
export function ActDrawer({ title, hint, url, initial, shape, confirm, invalidate, done, onClose, children, testId }: Props) {
  const { t } = useTranslation('shared')
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<FormValues>()
  const [confirmed, setConfirmed] = useState(false)
  const act = useMutation({
    mutationFn: (values: FormValues) => http.post(url, shape ? shape(values) : values),
    onSuccess: async () => {
      void message.success(done ?? t('act.done'))
      await Promise.all(invalidate.map((key) => client.invalidateQueries({ queryKey: [key] })))
      onClose()
    },
  })
  const refused = act.error instanceof Problem ? act.error : null
  const doubt = refused ? confirm?.[refused.code] : undefined
  const placed = new Set(refused?.errors.map((one) => normalizePath(one.field)).filter((path) => form.getFieldInstance(path.split('.')) !== undefined) ?? [])
  return (
    <Drawer open title={title} size={520} onClose={onClose} destroyOnHidden data-testid={testId}>
      {hint && <div className="consequence">{hint}</div>}
      <ProblemAlert error={act.error} placed={placed} />
      <RefusalContext value={act.error}>
        <Form<FormValues>
          form={form}
          layout="vertical"
          initialValues={initial ?? {}}
          onFinish={(values) => act.mutate(doubt && confirmed ? doubt(values) : values)}
          scrollToFirstError
          requiredMark
        >
          {children}
          {doubt && <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} data-testid="confirm-doubt">{t('act.confirm')}</Checkbox>}
          <div className="form-foot">
            <Button onClick={onClose}>{t('action.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={act.isPending} data-testid="act-submit">{t('action.submit')}</Button>
          </div>
        </Form>
      </RefusalContext>
    </Drawer>
  )
}
