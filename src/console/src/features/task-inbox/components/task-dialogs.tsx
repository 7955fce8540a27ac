import { App, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonInput } from '@/shared/directory/pickers'
import type { Task } from '@/shared/matters/case'
import { ProblemAlert } from '@/shared/ui/problem-alert'
import { useBatchTasks } from '../api/batch-tasks'
import { useCommentOnTask } from '../api/comment-on-task'
import { useCompleteTask } from '../api/complete-task'
import { useUrgeTasks } from '../api/urge-tasks'
import { useBatchReport } from './batch-report'

interface DialogProps { onClose: () => void }

/** Urges one task or many; refused ones are named, the rest is done. */
export function UrgeDialog({ tasks, onClose, onDone }: DialogProps & { tasks: Pick<Task, 'id' | 'title'>[]; onDone?: () => void }) {
  const { t } = useTranslation('task-inbox')
  const { message, notification } = App.useApp()
  const urge = useUrgeTasks()
  const [text, setText] = useState(t('urgeDefault'))
  const send = async () => {
    const results = await urge.mutateAsync({ ids: tasks.map((one) => one.id), text })
    const refused = results.filter((one) => one.ok === false || Boolean(one.code))
    const done = tasks.length - refused.length
    if (done > 0) void message.success(t('urgeDone', { count: done }))
    if (refused.length > 0) {
      notification.warning({
        title: t('urgeFailed', { count: refused.length }),
        description: refused.map((one) => `${tasks.find((task) => task.id === one.id)?.title ?? one.id}：${one.detail ?? one.title ?? ''}`).join('\n'),
      })
    }
    onDone?.()
    onClose()
  }
  return (
    <Modal open title={tasks.length > 1 ? t('batchUrge') : t('urge')} onCancel={onClose} onOk={() => void send().catch(() => undefined)} okText={t('urge')}
      okButtonProps={{ loading: urge.isPending, disabled: text.trim() === '', 'data-testid': 'urge-submit' }}>
      <ProblemAlert error={urge.error} />
      <p className="muted">{t('urgeHint')}</p>
      <Input.TextArea value={text} onChange={(event) => setText(event.target.value)} rows={3} maxLength={500} aria-label={t('urgeText')} data-testid="urge-text" />
    </Modal>
  )
}

/** Gives one task on, or many to the same person with the same reason. */
export function TransferDialog({ tasks, onClose, onDone }: DialogProps & { tasks: Task[]; onDone?: () => void }) {
  const { t } = useTranslation('task-inbox')
  const transfer = useBatchTasks()
  const tell = useBatchReport()
  const [form] = Form.useForm<{ toPersonId: string; reason: string }>()
  const send = async () => {
    const items = await transfer.mutateAsync({ tasks, verb: 'transfer', body: await form.validateFields() })
    tell(items, tasks, t('transferDone', { count: items.filter((one) => one.ok).length }))
    if (items.every((one) => !one.ok) && tasks.length === 1) return
    onDone?.()
    onClose()
  }
  return (
    <Modal open title={tasks.length > 1 ? t('batchTransfer') : t('transfer')} onCancel={onClose} onOk={() => void send().catch(() => undefined)} okText={t('transfer')} okButtonProps={{ loading: transfer.isPending, 'data-testid': 'transfer-submit' }}>
      <ProblemAlert error={transfer.error} />
      <Form form={form} layout="vertical">
        <Form.Item name="toPersonId" label={t('transferTo')} rules={[{ required: true }]}><PersonInput testId="field-toPersonId" postKind={tasks[0]?.assigneeKind === 'PERSON' ? 'INSPECTOR' : 'CASE_OFFICER'} /></Form.Item>
        <Form.Item name="reason" label={t('transferReason')} rules={[{ required: true }]}><Input.TextArea rows={2} maxLength={500} data-testid="field-reason" /></Form.Item>
      </Form>
    </Modal>
  )
}

/** Reports the outcome of a task that no command stands behind, with an opinion for the record. */
export function CompleteDialog({ task, onClose }: DialogProps & { task: Task }) {
  const { t } = useTranslation('task-inbox')
  const { message } = App.useApp()
  const complete = useCompleteTask(task)
  const outcomes = task.outcomes.filter((one) => !one.command)
  const [form] = Form.useForm<{ outcome: string; opinion: string }>()
  const send = async () => {
    const { outcome, opinion } = await form.validateFields()
    await complete.mutateAsync({ outcome, form: { opinion } })
    void message.success(t('completeDone'))
    onClose()
  }
  return (
    <Modal open title={task.title} onCancel={onClose} onOk={() => void send().catch(() => undefined)} okText={t('complete')}
      okButtonProps={{ loading: complete.isPending, 'data-testid': 'complete-submit' }}>
      <ProblemAlert error={complete.error} />
      {task.message && <p className="muted">{task.message}</p>}
      <Form form={form} layout="vertical" initialValues={outcomes.length === 1 ? { outcome: outcomes[0]?.name } : {}}>
        <Form.Item name="outcome" label={t('completeOutcome')} rules={[{ required: true }]}>
          <Radio.Group options={outcomes.map((one) => ({ value: one.name, label: one.displayName ?? one.name }))} />
        </Form.Item>
        <Form.Item name="opinion" label={t('completeOpinion')} rules={[{ required: true, whitespace: true }]}><Input.TextArea rows={3} maxLength={1000} data-testid="field-opinion" /></Form.Item>
      </Form>
    </Modal>
  )
}

export function CommentDialog({ task, onClose }: DialogProps & { task: Task }) {
  const { t } = useTranslation('task-inbox')
  const { message } = App.useApp()
  const comment = useCommentOnTask(task.id)
  const [text, setText] = useState('')
  const send = async () => {
    await comment.mutateAsync(text)
    void message.success(t('commentDone'))
    onClose()
  }
  return (
    <Modal open title={t('comment')} onCancel={onClose} onOk={() => void send().catch(() => undefined)} okText={t('comment')} okButtonProps={{ loading: comment.isPending, disabled: text.trim() === '' }}>
      <ProblemAlert error={comment.error} />
      {task.comments?.map((one) => <p key={`${one.at}${one.personName}`}><b>{one.personName}</b>：{one.text}</p>)}
      <Input.TextArea value={text} onChange={(event) => setText(event.target.value)} rows={3} maxLength={1000} aria-label={t('commentText')} data-testid="comment-text" />
    </Modal>
  )
}
