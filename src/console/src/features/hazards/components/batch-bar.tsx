import { Button, Form, Input, Modal, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { HazardListItem } from '@/shared/matters/case'
import { ProblemAlert } from '@/shared/ui/problem-alert'
import { actOnMany, urgeMany, type ItemOutcome } from '../api/act-on-many'

type Act = 'urge' | 'register' | 'grade'
const ACTS: readonly Act[] = ['urge', 'register', 'grade']
const FIELD: Record<Act, string> = { urge: 'urgeText', register: 'clause', grade: 'basisText' }
export const MOST_AT_ONCE = 200

const run = (act: Act, items: HazardListItem[], text: string): Promise<ItemOutcome[]> => {
  if (act === 'urge') return urgeMany(items, text)
  return actOnMany(act, items, act === 'register' ? { clause: text } : { grade: 'GENERAL', basisText: text })
}

/** Acts on what is ticked: each row its own act, and afterwards what became of each. */
export function BatchBar({ items, onClear }: { items: HazardListItem[]; onClear: () => void }) {
  const { t } = useTranslation(['hazards', 'shared'])
  const client = useQueryClient()
  const [act, setAct] = useState<Act | null>(null)
  const [form] = Form.useForm<{ text: string }>()
  const [outcomes, setOutcomes] = useState<{ items: HazardListItem[]; list: ItemOutcome[] } | null>(null)
  const doing = useMutation({
    mutationFn: ({ text }: { text: string }) => run(act!, items, text),
    onSuccess: (list) => {
      setOutcomes({ items, list })
      setAct(null)
      onClear()
      void client.invalidateQueries({ queryKey: ['hazards'] })
      void client.invalidateQueries({ queryKey: ['tasks'] })
    },
  })
  const start = (next: Act) => { form.resetFields(); doing.reset(); setAct(next) }
  const nameOf = (id: string) => { const one = outcomes?.items.find((item) => item.id === id); return one ? `${one.number ?? t('unnumbered')} ${one.title || one.text}` : id }

  return (
    <>
      {items.length > 0 && (
        <div className="batch-bar no-print" role="toolbar" aria-label={t('batch.selected', { count: items.length })} data-testid="batch-bar">
          <span>{t('batch.selected', { count: items.length })}{items.length > MOST_AT_ONCE && <span className="error-text"> {t('batch.most')}</span>}</span>
          {ACTS.map((one) => <Button key={one} disabled={items.length > MOST_AT_ONCE} onClick={() => start(one)} data-testid={`batch-${one}`}>{t(`batch.${one}`)}</Button>)}
          <Button type="link" onClick={onClear}>{t('batch.clear')}</Button>
        </div>
      )}
      <Modal open={act !== null} title={act ? t(`batch.${act}`) : ''} okText={act ? t(`batch.${act}`) : ''} cancelText={t('shared:action.cancel')} confirmLoading={doing.isPending} onCancel={() => setAct(null)} onOk={() => form.submit()} forceRender>
        {doing.error && <ProblemAlert error={doing.error} />}
        <p>{t('batch.confirm', { count: items.length })}</p>
        <Form form={form} layout="vertical" onFinish={(typed: { text?: string }) => doing.mutate({ text: typed.text ?? '' })}>
          <Form.Item name="text" label={act ? t(`batch.${FIELD[act]}`) : ''} rules={act === 'register' ? [{ required: true, whitespace: true, message: t('shared:field.required', { label: t('batch.clause') }) }] : []}>
            <Input.TextArea rows={2} maxLength={500} data-testid="batch-text" />
          </Form.Item>
        </Form>
      </Modal>
      <Modal open={outcomes !== null} width={760} footer={null} onCancel={() => setOutcomes(null)} title={outcomes ? t('batch.result', { done: outcomes.list.filter((one) => one.ok).length, refused: outcomes.list.filter((one) => !one.ok).length }) : ''}>
        <Table<ItemOutcome> size="small" rowKey="id" pagination={false} scroll={{ y: 420 }} dataSource={[...(outcomes?.list ?? [])].sort((a, b) => Number(a.ok) - Number(b.ok))}
          columns={[
            { key: 'item', title: t('batch.item'), width: 300, ellipsis: true, render: (_, one) => nameOf(one.id) },
            { key: 'ok', title: t('batch.outcome'), width: 90, render: (_, one) => (one.ok ? t('batch.done') : <span className="error-text">{t('batch.refusedOne')}</span>) },
            { key: 'detail', title: '', dataIndex: 'detail' },
          ]} />
      </Modal>
    </>
  )
}
