import { Alert, App, Button, Drawer, Form, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { toLocalMinute } from '@/shared/format/dates'
import { withoutBlanks } from '@/shared/format/values'
import { Problem } from '@/shared/http/problem'
import type { Case } from '@/shared/matters/case'
import type { CommandForm, CommandForms } from '@/shared/matters/command-form'
import { LongTextField, RefusalContext, refusedFields } from '@/shared/ui/form-fields'
import { ProblemAlert } from '@/shared/ui/problem-alert'
import { clearDraft, useDraft } from '@/shared/ui/use-draft'
import { useIsPhone } from '@/shared/ui/use-media'
import { useRunCommand } from '../api/run-command'

/** One way to finish: a command of the matter with its Chinese name. */
export interface Way { command: string; displayName: string }

interface Props {
  hazard: Case
  ways: Way[]
  forms: CommandForms
  title?: string
  onClose: () => void
  onReload: () => void
  onDone?: () => void
}

const fallback: CommandForm = {
  Fields: function OpinionFields() {
    const { t } = useTranslation('case-file')
    return <LongTextField path="opinion" label={t('generic.opinion')} />
  },
  toRequest: withoutBlanks,
}

/** The form of a command; Enter inside a field never sends it.  A task with several outcomes lets the person choose the way first. */
export function CommandDrawer({ hazard, ways, forms, title, onClose, onReload, onDone }: Props) {
  const isPhone = useIsPhone()
  const [command, setCommand] = useState(ways[0]?.command ?? '')
  const way = ways.find((one) => one.command === command)
  if (!way) return null
  return (
    <Drawer open title={title ?? way.displayName} onClose={onClose} size={isPhone ? '100%' : 640} mask={{ closable: false }} destroyOnHidden>
      <div data-testid="command-drawer">
      {ways.length > 1 && (
        <Segmented block className="ways" value={command} onChange={(value) => setCommand(String(value))}
          options={ways.map((one) => ({ value: one.command, label: <span data-testid={`way-${one.command}`}>{one.displayName}</span> }))} />
      )}
      <CommandFormBody key={command} hazard={hazard} way={way} form={forms[command] ?? fallback} onClose={onClose} onReload={onReload} {...(onDone ? { onDone } : {})} />
      </div>
    </Drawer>
  )
}

interface BodyProps { hazard: Case; way: Way; form: CommandForm; onClose: () => void; onReload: () => void; onDone?: () => void }

function CommandFormBody({ hazard, way, form: definition, onClose, onReload, onDone }: BodyProps) {
  const { t } = useTranslation(['case-file', 'shared'])
  const { message } = App.useApp()
  const { now } = useClock()
  const [form] = Form.useForm()
  const run = useRunCommand()
  const draftKey = `command:${hazard.id}:${way.command}`
  const draft = useDraft<Record<string, unknown>>(draftKey)
  const [start] = useState(() => definition.initial?.(hazard, toLocalMinute(now)) ?? {})
  const placed = useMemo(() => placedFields(run.error, form.getFieldsValue(true) as object), [run.error, form])
  const { Fields } = definition
  const consequence = definition.consequence?.(hazard)

  const submit = async (values: Record<string, unknown>) => {
    const body = (definition.toRequest ?? withoutBlanks)(values)
    try {
      const receipt = await run.mutateAsync({ hazardId: hazard.id, version: hazard.version, command: way.command, form: body })
      clearDraft(draftKey)
      void message.success(receipt.message || t(receipt.confirmationId ? 'confirmWaiting' : 'done', { command: way.displayName }))
      onDone?.()
      onClose()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      // The refusal stands above the form and beside its fields; the first of them is brought into view.
      requestAnimationFrame(() => document.querySelector('[data-testid=problem]')?.scrollIntoView({ behavior: 'smooth', block: 'start' }))
    }
  }

  return (
    <RefusalContext value={run.error}>
      <ProblemAlert error={run.error} placed={placed} seenVersion={hazard.version} onReload={onReload} />
      {draft.restoredAt && (
        <Alert className="form-note" type="info" title={t('draftRestored')} data-testid="draft-restored"
          action={<Button size="small" onClick={() => { draft.discard(); form.resetFields(); form.setFieldsValue(start) }}>{t('discardDraft')}</Button>} />
      )}
      {consequence && <p className="consequence">{consequence}</p>}
      <Form form={form} layout="vertical" initialValues={draft.initial ?? start} onValuesChange={() => draft.save(form.getFieldsValue(true) as Record<string, unknown>)}
        onFinish={(values: Record<string, unknown>) => void submit({ ...(form.getFieldsValue(true) as object), ...values })}
        onKeyDown={(event) => { if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault() }}
        scrollToFirstError={{ focus: true }} disabled={run.isPending} data-testid={`form-${way.command}`} requiredMark>
        <Fields hazard={hazard} form={form} />
        <div className="form-foot">
          <Button onClick={onClose} disabled={false}>{t('shared:action.cancel')}</Button>
          <Button type="primary" danger={definition.danger ?? false} htmlType="submit" loading={run.isPending} data-testid="submit">{way.displayName}</Button>
        </div>
      </Form>
    </RefusalContext>
  )
}

/** Refused paths that have a field in this form; the rest is listed above it. */
export function placedFields(error: unknown, values: object): ReadonlySet<string> {
  return new Set([...refusedFields(error).keys()].filter((path) => path.split('.')[0]! in values))
}
