import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatDate } from '@/shared/format/dates'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { useTenure } from '../api/organization'

/** Who held what from when to when: the record of personal liability. */
export function TenureDrawer({ of, id, title, onClose }: { of: 'posts' | 'persons'; id: string; title: string; onClose: () => void }) {
  const { t } = useTranslation('organizations')
  const tenure = useTenure(of, id)
  return (
    <Drawer open title={title} size={560} onClose={onClose} data-testid="tenure">
      {tenure.isPending && <Loading rows={4} />}
      {tenure.isError && <ErrorState error={tenure.error} onRetry={() => void tenure.refetch()} />}
      {tenure.data?.items.length === 0 && <p className="muted">{t('tenure.none')}</p>}
      <ul className="plain-list tenure">
        {tenure.data?.items.map((one, index) => (
          <li key={index} className={one.validTo ? 'tenure-over' : ''}>
            <b>{one.deputy ? t('tenure.deputy', { name: of === 'posts' ? one.personName : one.postName }) : of === 'posts' ? one.personName : one.postName}</b>
            {of === 'persons' && <span className="muted small"> {one.departmentName ?? one.enterpriseName ?? ''}</span>}
            <div className="small">{t('tenure.span', { from: formatDate(one.validFrom), to: one.validTo ? formatDate(one.validTo) : t('tenure.now') })}</div>
            {(one.beganBy ?? one.endedBy ?? one.reason) && <div className="small muted">{[one.beganBy && t('tenure.by', { name: one.beganBy }), one.endedBy && t('tenure.endedBy', { name: one.endedBy }), one.reason].filter(Boolean).join('；')}</div>}
          </li>
        ))}
      </ul>
    </Drawer>
  )
}
