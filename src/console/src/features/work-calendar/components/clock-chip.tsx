import { ClockCircleOutlined } from '@ant-design/icons'
import { App, Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { formatDate, formatDateTime, fromLocalMinute, toLocalMinute } from '@/shared/format/dates'
import { DateInput } from '@/shared/ui/date-field'
import { ProblemAlert } from '@/shared/ui/problem-alert'
import { useServerClock } from '../api/read-clock'
import { useMoveClock } from '../api/move-clock'

const STEPS = ['PT1H', 'P1D', 'P3D', 'P7D', 'P14D'] as const

/** Business time in the top bar; amber and a button where it can be moved. */
export function ClockChip() {
  const { t } = useTranslation(['work-calendar', 'shared'])
  const { message } = App.useApp()
  const clock = useClock()
  const server = useServerClock(clock.mode === 'ADJUSTABLE').data
  const { set } = clock
  useEffect(() => { if (server) set(server) }, [server, set])
  const [open, setOpen] = useState(false)
  const [to, setTo] = useState<string | null>(null)
  const move = useMoveClock((reading) => { clock.set(reading); void message.success(t('clock.moved', { at: formatDateTime(reading.now) })) })
  const at = formatDateTime(clock.now)
  const text = <><ClockCircleOutlined /> <span className="clock-date">{formatDate(at.slice(0, 10))}</span><span className="clock-day">{at.slice(5, 10)}</span> <span className="number">{at.slice(11)}</span></>
  if (clock.mode !== 'ADJUSTABLE') return <time className="clock" dateTime={new Date(clock.now).toISOString()} title={t('clock.label', { at })} data-testid="clock">{text}</time>
  return (
    <>
      <button type="button" className="clock clock-adjustable" onClick={() => { setTo(toLocalMinute(clock.now)); move.reset(); setOpen(true) }} title={t('clock.adjustable')} data-testid="clock" data-now={new Date(clock.now).toISOString()}>{text}</button>
      <Modal open={open} title={t('clock.title')} onCancel={() => setOpen(false)} footer={null}>
        <p className="muted" data-testid="clock-dialog">{t('clock.hint')}</p>
        <ProblemAlert error={move.error} />
        <p>{t('clock.now')}　<b className="number" data-testid="clock-now">{formatDate(at.slice(0, 10))} {at.slice(11)}</b></p>
        <div className="clock-steps">
          <span>{t('clock.advance')}</span>
          {STEPS.map((step) => <Button key={step} disabled={move.isPending} onClick={() => move.mutate({ advance: step })} data-testid={`clock-advance-${step}`}>{t(`clock.${step}`)}</Button>)}
        </div>
        <div className="clock-steps">
          <span>{t('clock.to')}</span>
          <span className="clock-to"><DateInput withTime value={to} onChange={setTo} min={at.slice(0, 10)} testId="clock-to" /></span>
          <Button type="primary" disabled={!to} loading={move.isPending} onClick={() => { if (to) move.mutate({ now: fromLocalMinute(to) }) }} data-testid="clock-set">{t('clock.set')}</Button>
        </div>
        {move.isPending && <p className="muted" aria-live="polite">{t('clock.running')}</p>}
      </Modal>
    </>
  )
}
