import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '@/shared/format/dates'
import { useSession } from '@/shared/session/session'
import { ActDrawer, type FormValues } from '@/shared/ui/act-drawer'
import { DateField } from '@/shared/ui/date-field'
import { ChoiceField, LongTextField, TextField } from '@/shared/ui/form-fields'
import { EmptyState } from '@/shared/ui/page-states'
import { useReorganizations, type Reorganization } from '../api/organization'

/** "140582 高平区 高": one successor a line; after a split the parts of addresses follow behind a slash, the nodes below behind another. */
function successors(text: unknown) {
  return String(text ?? '').split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
    const [head = '', addresses = '', children = ''] = line.split('/')
    const [code, name, shortName] = head.trim().split(/\s+/)
    return { code, name, shortName, addresses: words(addresses), children: words(children) }
  })
}
const words = (text: string) => text.split(/[、，,\s]+/).filter(Boolean)
const shape = (values: FormValues) => ({ change: values.change, effectiveOn: values.effectiveOn ?? null, from: words(String(values.from ?? '')), to: successors(values.to), basis: values.basis })

export function ReorganizationPanel({ names }: { names: Map<string, string> }) {
  const { t } = useTranslation('organizations')
  const { user } = useSession()
  const [open, setOpen] = useState(false)
  const decided = useReorganizations()
  const named = (codes: string[]) => codes.map((code) => `${names.get(code) ?? ''} ${code}`.trim()).join('、')
  return (
    <>
      {user.roles.includes('administrator') && <div className="filter-bar"><Button onClick={() => setOpen(true)} data-testid="new-reorganization">{t('reorganization.new')}</Button></div>}
      {decided.data?.items.length === 0 && <EmptyState title={t('reorganization.none')} hint={t('reorganization.noneHint')} />}
      {(decided.data?.items.length ?? 0) > 0 && (
        <Table<Reorganization> size="small" rowKey="id" dataSource={decided.data?.items ?? []} pagination={false} scroll={{ x: 760 }} columns={[
          { title: t('reorganization.effectiveOn'), dataIndex: 'effectiveOn', width: 150, render: (day: string) => formatDate(day) },
          { title: t('reorganization.change'), dataIndex: 'change', width: 70, render: (change: string) => t(`reorganization.CHANGE.${change}`, { defaultValue: change }) },
          { title: t('reorganization.from'), render: (_, one) => named(one.from) },
          { title: t('reorganization.to'), render: (_, one) => named(one.to) },
          { title: t('reorganization.basis'), dataIndex: 'basis' },
          { title: t('reorganization.result'), width: 220, render: (_, one) => (one.completedAt ? t('reorganization.done', { units: one.movedUnits, tasks: one.movedTasks, unmapped: one.unmappedUnits }) : <span className="muted">{t('reorganization.waits')}</span>) },
        ]} />
      )}
      {open && (
        <ActDrawer title={t('reorganization.new')} hint={t('reorganization.hint')} url="/api/regions/reorganize" testId="form-reorganize" initial={{ change: 'RENAME' }} shape={shape} invalidate={['reorganizations', 'regions']} onClose={() => setOpen(false)}>
          <ChoiceField path="change" label={t('reorganization.change')} required choices={['RENAME', 'MERGE', 'SPLIT'].map((value) => ({ value, label: t(`reorganization.CHANGE.${value}`) }))} />
          <DateField path="effectiveOn" label={t('reorganization.effectiveOn')} required />
          <TextField path="from" label={t('reorganization.fromCodes')} required />
          <LongTextField path="to" label={t('reorganization.toLines')} required extra={t('reorganization.toHint')} />
          <LongTextField path="basis" label={t('reorganization.basis')} required rows={2} />
        </ActDrawer>
      )}
    </>
  )
}
