import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useClock } from '@/shared/clock/clock'
import { formatDateTime, formatTimeShort, relativeTime } from '@/shared/format/dates'
import { EmptyState, ErrorState, Loading } from '@/shared/ui/page-states'
import { useNotifications, type Notice } from '../api/list-notifications'
import { useOpenNotification } from '../api/open-notification'

function NoticeRow({ notice, onOpened }: { notice: Notice; onOpened?: (() => void) | undefined }) {
  const { t } = useTranslation('notifications')
  const { now } = useClock()
  const navigate = useNavigate()
  const open = useOpenNotification()
  return (
    <li>
      <button
        type="button"
        className={`notice ${notice.openedAt ? 'notice-read' : 'notice-unread'}`}
        data-testid="notice"
        data-notice-id={notice.id}
        data-kind={notice.kind}
        onClick={() => {
          if (!notice.openedAt) open.mutate(notice)
          if (notice.matterId) void navigate(`/hazards/${notice.matterId}`)
          onOpened?.()
        }}
      >
        <span className={`notice-kind notice-kind-${notice.kind.toLowerCase()}`}>{notice.kindName ?? t(`kind.${notice.kind}`, { defaultValue: notice.kind })}</span>
        <span className="notice-text">
          <span className="notice-title">{notice.title}</span>
          {notice.body && <span className="notice-body">{notice.body}</span>}
        </span>
        <time dateTime={notice.createdAt} title={`${formatDateTime(notice.createdAt)}（${relativeTime(notice.createdAt, now)}）`}>{formatTimeShort(notice.createdAt)}</time>
        {!notice.openedAt && <span className="notice-dot" title={t('isUnread')} />}
      </button>
    </li>
  )
}

/** Newest first; the unread ones stand out. */
export function NoticeList({ limit, unreadFirst = false, onOpened }: { limit?: number; unreadFirst?: boolean; onOpened?: () => void }) {
  const { t } = useTranslation(['notifications', 'shared'])
  const query = useNotifications()
  if (query.isPending) return <Loading rows={4} />
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  let items = query.data.pages.flatMap((page) => page.items)
  if (unreadFirst) items = [...items.filter((one) => !one.openedAt), ...items.filter((one) => one.openedAt)]
  if (limit) items = items.slice(0, limit)
  if (items.length === 0) return <EmptyState title={t('empty')} hint={t('emptyHint')} />
  return (
    <>
      <ul className="notice-list" data-testid="notice-list">
        {items.map((one) => <NoticeRow key={one.id} notice={one} onOpened={onOpened} />)}
      </ul>
      {!limit && query.hasNextPage && (
        <div className="more"><Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>{t('shared:action.loadMore')}</Button></div>
      )}
    </>
  )
}
