import { BellOutlined } from '@ant-design/icons'
import { Badge, Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useNotifications } from '../api/list-notifications'
import { useOpenAllNotifications } from '../api/open-all-notifications'
import { NoticeList } from './notice-list'

export function Bell() {
  const { t } = useTranslation('notifications')
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const query = useNotifications()
  const markAll = useOpenAllNotifications()
  const first = query.data?.pages[0]
  const unread = first?.unread ?? 0
  const newest = first?.items[0]?.sequence
  return (
    <>
      <Badge count={unread} overflowCount={99} size="small" offset={[-6, 6]}>
        <Button type="text" className="top-button" icon={<BellOutlined />} aria-label={t('bell', { count: unread })} data-testid="bell" data-unread={unread} onClick={() => setOpen(true)} />
      </Badge>
      <Drawer
        title={<>{t('title')} <span className="muted small">{t('unread', { count: unread })}</span></>}
        open={open}
        onClose={() => setOpen(false)}
        size={420}
        extra={<Button size="small" disabled={unread === 0 || newest === undefined} onClick={() => { if (newest !== undefined) markAll.mutate(newest) }} data-testid="notices-read-all">{t('markAll')}</Button>}
        footer={<Button type="link" onClick={() => { setOpen(false); void navigate('/notifications') }}>{t('all')}</Button>}
        styles={{ body: { padding: 0 } }}
      >
        <NoticeList onOpened={() => setOpen(false)} />
      </Drawer>
    </>
  )
}
