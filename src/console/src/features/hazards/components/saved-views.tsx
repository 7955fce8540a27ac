import { DeleteOutlined, EditOutlined, EyeOutlined, StarFilled, StarOutlined } from '@ant-design/icons'
import { App, Button, Checkbox, Form, Input, Modal, Popover, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnChoice } from '@/shared/ui/use-columns'
import { ProblemAlert } from '@/shared/ui/problem-alert'
import { useSavedViews, useViewActs, type SavedView, type ViewAudience } from '../api/keep-views'

interface Props {
  query: string
  columns: ColumnChoice[]
  onOpen: (query: string, columns: ColumnChoice[] | null) => void
}

interface Typed { name: string; audience: ViewAudience; withColumns: boolean; overwrite: boolean }

/** `+` shown, `!` pinned: short enough to read in the database. */
const written = (columns: ColumnChoice[]) => columns.map((one) => `${one.shown ? '+' : ''}${one.pinned ? '!' : ''}${one.key}`).join(',')
const read = (text: string): ColumnChoice[] => text.split(',').map((one) => ({ key: one.replace(/^[+!]+/, ''), shown: one.startsWith('+'), pinned: /^\+?!/.test(one) }))

/** 已存视图: filters, order and columns under a name, for oneself or for colleagues. */
export function SavedViews({ query, columns, onOpen }: Props) {
  const { t } = useTranslation(['hazards', 'shared'])
  const { message, modal } = App.useApp()
  const views = useSavedViews()
  const acts = useViewActs()
  const [form] = Form.useForm<Typed>()
  const [editing, setEditing] = useState<SavedView | 'new' | null>(null)
  const [open, setOpen] = useState(false)

  const edit = (view: SavedView | 'new') => {
    setOpen(false)
    acts.keep.reset()
    acts.change.reset()
    form.setFieldsValue(view === 'new' ? { name: '', audience: 'MINE', withColumns: true, overwrite: true } : { name: view.name, audience: view.audience, withColumns: view.columns !== null, overwrite: false })
    setEditing(view)
  }
  const save = async () => {
    const typed = await form.validateFields()
    const kept = typed.overwrite || editing === 'new' ? { query, columns: typed.withColumns ? written(columns) : null } : { query: (editing as SavedView).query, columns: typed.withColumns ? (editing as SavedView).columns : null }
    if (editing === 'new') await acts.keep.mutateAsync({ name: typed.name, audience: typed.audience, ...kept })
    else if (editing) await acts.change.mutateAsync({ id: editing.id, version: editing.version, name: typed.name, audience: typed.audience, ...kept })
    setEditing(null)
    void message.success(t('views.kept'))
  }
  const remove = (view: SavedView) => {
    setOpen(false)
    modal.confirm({ title: t('views.removeConfirm', { name: view.name }), okButtonProps: { danger: true }, okText: t('views.remove'), cancelText: t('shared:action.cancel'), onOk: () => acts.remove.mutateAsync(view) })
  }

  const list = (
    <div className="saved-views" data-testid="saved-views">
      {views.data?.length === 0 && <p className="muted small">{t('views.none')}</p>}
      <ul className="plain-list">
        {views.data?.map((view) => (
          <li key={view.id}>
            <Button type="text" size="small" icon={view.starred ? <StarFilled /> : <StarOutlined />} aria-label={`${t(view.starred ? 'views.unstar' : 'views.star')}${view.name}`} onClick={() => acts.star.mutate(view)} />
            <button type="button" className="view-name" data-testid="saved-view" onClick={() => { setOpen(false); onOpen(view.query, view.columns ? read(view.columns) : null) }}>
              {view.name} <span className="muted small">{view.isMine ? t(`views.${view.audience}`) : t('views.of', { owner: view.ownerName })}</span>
            </button>
            {view.isMine && <Button type="text" size="small" icon={<EditOutlined />} aria-label={`${t('views.change')}${view.name}`} onClick={() => edit(view)} />}
            {view.isMine && <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${t('views.remove')}${view.name}`} onClick={() => remove(view)} />}
          </li>
        ))}
      </ul>
      <Button size="small" type="primary" onClick={() => edit('new')} data-testid="keep-view">{t('views.keep')}</Button>
    </div>
  )
  return (
    <>
      <Popover trigger="click" placement="bottomRight" content={list} open={open} onOpenChange={setOpen}>
        <Button icon={<EyeOutlined />} data-testid="views">{t('views.title')}</Button>
      </Popover>
      <Modal open={editing !== null} title={t(editing === 'new' ? 'views.keep' : 'views.change')} okText={t('shared:action.save')} cancelText={t('shared:action.cancel')} onCancel={() => setEditing(null)} onOk={() => void save().catch(() => undefined)} confirmLoading={acts.keep.isPending || acts.change.isPending} forceRender>
        {(acts.keep.error ?? acts.change.error) && <ProblemAlert error={acts.keep.error ?? acts.change.error} />}
        <Form form={form} layout="vertical">
          <Form.Item name="name" label={t('views.name')} rules={[{ required: true, whitespace: true, message: t('shared:field.required', { label: t('views.name') }) }]}><Input maxLength={40} data-testid="view-name" autoComplete="off" /></Form.Item>
          <Form.Item name="audience" label={t('views.audience')}><Radio.Group options={(['MINE', 'DEPARTMENT', 'REGION'] as const).map((value) => ({ value, label: t(`views.${value}`) }))} /></Form.Item>
          <Form.Item name="withColumns" valuePropName="checked" noStyle><Checkbox>{t('views.withColumns')}</Checkbox></Form.Item>
          {editing !== 'new' && <Form.Item name="overwrite" valuePropName="checked" noStyle><Checkbox>{t('views.overwrite')}</Checkbox></Form.Item>}
        </Form>
      </Modal>
    </>
  )
}
