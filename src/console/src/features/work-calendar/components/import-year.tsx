import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Form, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '@/shared/format/dates'
import { LongTextField, RefusalContext, TextField } from '@/shared/ui/form-fields'
import { ProblemAlert } from '@/shared/ui/problem-alert'
import { loadYear, previewYear, proposeCorrection, type Preview, type Year } from '../api/calendar'
import { readYear, writeHolidays } from './year-text'

interface Values { notice: string; holidays: string; makeUpWork: string; reason?: string }

/** First what it would move, then the loading. Days already past change by a correction of two persons alone. */
export function ImportYear({ current, onClose }: { current: Year; onClose: () => void }) {
  const { t } = useTranslation(['work-calendar', 'shared'])
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<Values>()
  const [year, setYear] = useState(current.covered ? current.year + 1 : current.year)
  const [preview, setPreview] = useState<Preview | null>(null)
  const read = () => { const v = form.getFieldsValue(); return readYear(v.notice ?? '', v.holidays ?? '', v.makeUpWork ?? '') }
  const look = useMutation({ mutationFn: () => previewYear(year, read()), onSuccess: setPreview, onError: () => setPreview(null) })
  const finish = async (text: string) => {
    void message.success(text)
    await Promise.all(['calendar', 'calendar-editions', 'calendar-corrections'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    onClose()
  }
  const load = useMutation({ mutationFn: () => loadYear(year, read()), onSuccess: (done) => finish(t('calendar.loadedText', { year, count: done.toRecompute })) })
  const correct = useMutation({ mutationFn: () => proposeCorrection(year, { ...read(), reason: form.getFieldValue('reason') as string }), onSuccess: () => finish(t('calendar.proposedText', { year })) })
  const error = load.error ?? correct.error ?? look.error
  const needsCorrection = (preview?.pastDays.length ?? 0) > 0
  return (
    <Drawer open title={t('calendar.import')} size={640} onClose={onClose} data-testid="import-year-form">
      <ProblemAlert error={error} placed={new Set(['notice', 'reason'])} />
      <RefusalContext value={error}>
        <Form<Values> form={form} layout="vertical" onValuesChange={() => setPreview(null)} initialValues={{ notice: year === current.year ? current.notice ?? '' : '', holidays: year === current.year ? writeHolidays(current) : '', makeUpWork: year === current.year ? current.makeUpWork.join('、') : '' }}>
          <Form.Item label={t('calendar.year')}><InputNumber value={year} onChange={(next) => { setYear(next ?? year); setPreview(null) }} controls={false} data-testid="field-year" /></Form.Item>
          <TextField path="notice" label={t('calendar.notice')} required maxLength={500} />
          <LongTextField path="holidays" label={t('calendar.holidays')} extra={t('calendar.holidaysHint')} rows={7} required />
          <LongTextField path="makeUpWork" label={t('calendar.makeUpWork')} extra={t('calendar.makeUpHint')} rows={2} />
          {needsCorrection && <LongTextField path="reason" label={t('calendar.correctionReason')} required rows={2} />}
        </Form>
      </RefusalContext>
      {preview && (
        <div className="import-preview" data-testid="year-preview">
          <Alert type={preview.moves > 0 ? 'warning' : 'info'} showIcon title={t('calendar.previewTitle', { moves: preview.moves, asked: preview.asked })} description={[t('calendar.previewDays', { days: preview.workingDays, now: preview.workingDaysNow ?? '—', changed: preview.changedDays.length }), preview.askedIsCapped && t('calendar.capped')].filter(Boolean).join('')} />
          {needsCorrection && <Alert className="form-note" type="error" showIcon title={t('calendar.past')} description={preview.pastDays.slice(0, 12).join('、')} />}
          <ul className="plain-list register-cards">
            {preview.shown.map((one, index) => (
              <li key={index} className="small"><b>{one.name}</b>　{[one.matterNumber, one.matterTitle].filter(Boolean).join(' ')}
                <div>{formatDate(one.oldDueAt)} → <b>{formatDate(one.newDueAt)}</b>{one.toNextWorkingDay && `　${t('calendar.toNext')}`}</div></li>
            ))}
          </ul>
        </div>
      )}
      <div className="form-foot">
        <Button onClick={onClose}>{t('shared:action.cancel')}</Button>
        <Button onClick={() => look.mutate()} loading={look.isPending} type={preview ? 'default' : 'primary'} data-testid="preview-year">{t('calendar.preview')}</Button>
        {preview && !needsCorrection && <Button type="primary" onClick={() => load.mutate()} loading={load.isPending} data-testid="load-year">{t('calendar.load')}</Button>}
        {needsCorrection && <Button type="primary" onClick={() => correct.mutate()} loading={correct.isPending}>{t('calendar.propose')}</Button>}
      </div>
    </Drawer>
  )
}
