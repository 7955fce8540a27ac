import { AlertFilled } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form, Input, Select, Switch } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { EnterpriseInput, EquipmentInput, RegionInput } from '@/shared/directory/pickers'
import { formatDateTime, toLocalMinute } from '@/shared/format/dates'
import { useSession } from '@/shared/session/session'
import { DateInput } from '@/shared/ui/date-field'
import { PageHead } from '@/shared/ui/page-head'
import { clearDraft, readDraft, writeDraft } from '@/shared/ui/use-draft'
import { useOutbox } from '../offline/outbox'
import { photosOf, type StoredPhoto } from '../offline/photo-store'
import { blankDraft, isLate, missingFields, type MissingField, type ReportDraft } from '../offline/report-draft'
import { OutboxPanel } from './outbox-panel'
import { ReportPhotos } from './report-photos'
import { useOnline } from './use-online'

const OFFICIAL_SOURCES = ['ROUTINE', 'SPECIAL', 'POST_LICENCE', 'OTHER', 'TOWN_PATROL', 'TIP_OFF', 'INSPECTION_BODY', 'MANUFACTURER', 'OTHER_DEPARTMENT', 'MEDIA', 'CAMPAIGN', 'COPY_IN', 'ACCIDENT']

/** One hand, on site: photograph, say what and where, send. Everything is kept on the machine until the register has it. */
export default function ReportHazardPage() {
  const { t } = useTranslation(['hazards', 'shared'])
  const client = useQueryClient()
  const { user } = useSession()
  const clock = useClock()
  const online = useOnline()
  const draftKey = `report:${user.userName}`
  const enterprisePost = user.posts.find((one) => one.enterpriseId)
  const fresh = () => ({
    ...blankDraft(toLocalMinute(clock.now), enterprisePost ? 'SELF_CHECK' : 'ROUTINE', user.posts[0]?.regionCode ?? undefined),
    ...(enterprisePost?.enterpriseId ? { enterpriseId: enterprisePost.enterpriseId, enterpriseName: enterprisePost.enterpriseName ?? '' } : {}),
  })
  const [draft, setDraft] = useState<ReportDraft>(() => readDraft<ReportDraft>(draftKey)?.value ?? fresh())
  const [photos, setPhotos] = useState<StoredPhoto[]>([])
  const [saved, setSaved] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const now = useRef(clock.now)
  useEffect(() => { now.current = clock.now }, [clock.now])
  const outbox = useOutbox(user.userName, useCallback(() => now.current, []))
  const sentCount = outbox.sent.length

  useEffect(() => { photosOf(draft.id).then(setPhotos, () => setPhotos([])) }, [draft.id])
  useEffect(() => {
    if (sentCount === 0) return
    void client.invalidateQueries({ queryKey: ['hazards'] })
    void client.invalidateQueries({ queryKey: ['tasks'] })
  }, [sentCount, client])

  const change = (part: Partial<ReportDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    setSaved(writeDraft(draftKey, next) ? formatDateTime(clock.now).slice(11) : '')
  }
  const missing = missingFields(draft, photos.length, clock.now)
  const late = isLate(draft.foundAt, clock.now)
  const labels: Record<MissingField, string> = {
    photo: t('form.sections.photo'), enterprise: t('form.enterprise'), equipment: t('form.equipment'), text: t('form.text'), place: t('form.place'), regionCode: t('form.regionCode'), foundAt: t('form.foundAt'), lateReason: t('form.lateReason'),
  }
  const item = (field: MissingField, label: string | null, required: boolean) => ({
    ...(label ? { label } : {}),
    required,
    ...(tried && missing.includes(field) ? { validateStatus: 'error' as const, help: t('shared:field.required', { label: labels[field] }) } : {}),
  })
  const submit = () => {
    setTried(true)
    if (missing.length > 0) {
      document.querySelector(`[data-section=${missing[0]}]`)?.scrollIntoView({ behavior: 'smooth', block: 'center' })
      return
    }
    outbox.add(draft)
    clearDraft(draftKey)
    setDraft(fresh())
    setPhotos([])
    setTried(false)
    setSaved(null)
    window.scrollTo({ top: 0 })
  }

  return (
    <div className="page page-report">
      <PageHead title={t('report')} sub={saved === null ? '' : saved === '' ? t('form.notSaved') : t('form.saved', { at: saved })} />
      {!online && <Alert type="warning" showIcon title={t('form.offlineNow')} className="form-note" data-testid="offline-note" />}
      <OutboxPanel outbox={outbox} onEdit={(one) => { setDraft(one); writeDraft(draftKey, one) }} />
      <Form layout="vertical" component="div" className="report-form">
        <section className="panel" data-section="photo">
          <h2>{t('form.sections.photo')}</h2>
          <Form.Item {...item('photo', null, true)} extra={t('form.photoHint')}><ReportPhotos draftId={draft.id} photos={photos} onChange={setPhotos} /></Form.Item>
        </section>
        <section className={`panel danger-switch${draft.immediateDanger ? ' danger-on' : ''}`}>
          <label className="danger-label">
            <span><AlertFilled /> <b>{t('form.immediateDanger')}</b></span>
            <span className="danger-word">{t(draft.immediateDanger ? 'shared:yes' : 'shared:no')}</span>
            <Switch checked={draft.immediateDanger} onChange={(on) => change({ immediateDanger: on })} aria-label={t('form.immediateDanger')} data-testid="field-immediateDanger" />
          </label>
          <p>{draft.immediateDanger ? t('form.dangerOn') : t('form.dangerOff')}</p>
        </section>
        <section className="panel" data-section="text">
          <h2>{t('form.sections.text')}</h2>
          <Form.Item {...item('text', t('form.text'), true)}>
            <Input.TextArea value={draft.text ?? ''} onChange={(event) => change({ text: event.target.value })} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} placeholder={t('form.textHint')} aria-label={t('form.text')} data-testid="field-text" />
          </Form.Item>
        </section>
        <section className="panel" data-section="enterprise">
          <h2>{t('form.sections.object')}</h2>
          <Form.Item {...item('enterprise', t('form.enterprise'), !draft.noUnit)}>
            <EnterpriseInput testId="field-enterpriseId" value={draft.enterpriseId ?? null} disabled={draft.noUnit || enterprisePost !== undefined} known={draft.enterpriseId ? { id: draft.enterpriseId, name: draft.enterpriseName ?? '' } : null}
              onChange={(enterpriseId) => change({ enterpriseId, equipmentId: null })}
              onPick={(one) => { if (one) change({ enterpriseId: one.id, enterpriseName: one.name, equipmentId: null, ...(one.regionCode ? { regionCode: one.regionCode } : {}), ...(draft.place ? {} : { place: one.address ?? '' }) }) }} />
          </Form.Item>
          {!enterprisePost && <Checkbox className="touch" checked={draft.noUnit} onChange={(event) => change({ noUnit: event.target.checked, enterpriseId: null })} data-testid="field-noUnit">{t('form.noUnit')}</Checkbox>}
          <div data-section="equipment">
            <Form.Item {...item('equipment', draft.useText ? t('form.equipmentText') : t('form.equipment'), true)}>
              {draft.useText
                ? <Input value={draft.equipmentText ?? ''} onChange={(event) => change({ equipmentText: event.target.value })} placeholder={t('form.equipmentTextHint')} maxLength={200} data-testid="field-equipmentText" />
                : <EquipmentInput testId="field-equipmentId" value={draft.equipmentId ?? null} enterpriseId={draft.enterpriseId ?? undefined} known={draft.equipmentId ? { id: draft.equipmentId, name: draft.equipmentName ?? '' } : null}
                    onChange={(equipmentId) => change({ equipmentId })}
                    onPick={(one) => { if (one) change({ equipmentId: one.id, equipmentName: [one.kindName ?? one.name, one.code].filter(Boolean).join(' '), ...(one.place ? { place: one.place } : {}), ...(!draft.enterpriseId && one.enterpriseId ? { enterpriseId: one.enterpriseId, enterpriseName: one.enterpriseName ?? '', noUnit: false } : {}) }) }} />}
            </Form.Item>
            <Button type="link" className="touch link-flush" onClick={() => change({ useText: !draft.useText })} data-testid="equipment-by-text">{draft.useText ? t('form.usePicker') : t('form.useText')}</Button>
          </div>
        </section>
        <section className="panel" data-section="place">
          <h2>{t('form.sections.scene')}</h2>
          <Form.Item {...item('place', t('form.place'), true)}><Input value={draft.place ?? ''} onChange={(event) => change({ place: event.target.value })} maxLength={200} data-testid="field-place" /></Form.Item>
          <div data-section="regionCode"><Form.Item {...item('regionCode', t('form.regionCode'), true)}><RegionInput testId="field-regionCode" value={draft.regionCode ?? null} onChange={(regionCode) => change({ regionCode })} /></Form.Item></div>
          <div data-section="foundAt"><Form.Item {...item('foundAt', t('form.foundAt'), true)}><DateInput withTime value={draft.foundAt} onChange={(foundAt) => change({ foundAt: foundAt ?? '' })} max={clock.today} testId="field-foundAt" /></Form.Item></div>
          {late && (
            <div data-section="lateReason">
              <Form.Item {...item('lateReason', t('form.lateReason'), true)} extra={t('form.lateReasonHint')}><Input.TextArea value={draft.lateReason ?? ''} onChange={(event) => change({ lateReason: event.target.value })} rows={2} maxLength={500} data-testid="field-lateReason" /></Form.Item>
            </div>
          )}
          <Form.Item label={t('form.source')} required>
            <Select value={draft.source} disabled={enterprisePost !== undefined} onChange={(source: string) => change({ source })} options={(enterprisePost ? ['SELF_CHECK'] : OFFICIAL_SOURCES).map((value) => ({ value, label: t(`shared:source.${value}`) }))}
              optionRender={(option) => <span data-testid={`option-source-${option.value}`}>{option.label}</span>} data-testid="field-source" />
          </Form.Item>
          <Form.Item label={t('form.finderName')}><Input value={draft.finderName ?? ''} placeholder={user.name} onChange={(event) => change({ finderName: event.target.value })} maxLength={50} data-testid="field-finderName" /></Form.Item>
        </section>
      </Form>
      <div className="report-bar">
        {tried && missing.length > 0 && <span className="error-text small" role="alert">{t('form.missing', { fields: missing.map((one) => labels[one]).join('、') })}</span>}
        <Button type="primary" size="large" block danger={draft.immediateDanger} onClick={submit} data-testid="submit">{t('form.submit')}</Button>
      </div>
    </div>
  )
}
