import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { PageHead } from '@/shared/ui/page-head'
import { useNotifications } from '../api/list-notifications'
import { useOpenAllNotifications } from '../api/open-all-notifications'
import { NoticeList } from './notice-list'

export default function NotificationsPage() {
  const { t } = useTranslation('notifications')
  const first = useNotifications().data?.pages[0]
  const markAll = useOpenAllNotifications()
  const newest = first?.items[0]?.sequence
  return (
    <div className="page page-narrow">
      <PageHead title={t('title')} sub={t('unread', { count: first?.unread ?? 0 })}>
        <Button disabled={!first?.unread || newest === undefined} onClick={() => { if (newest !== undefined) markAll.mutate(newest) }}>{t('markAll')}</Button>
      </PageHead>
      <section className="panel panel-flush"><NoticeList /></section>
    </div>
  )
}
