import { CheckOutlined, LogoutOutlined, MenuOutlined, QuestionCircleOutlined, UserOutlined, WifiOutlined } from '@ant-design/icons'
import { App, Badge, Button, Drawer, Dropdown, Menu, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, ScrollRestoration, useLocation, useNavigate, useNavigation } from 'react-router'
import { Bell } from '@/features/notifications/components/bell'
import { useNotifications } from '@/features/notifications/api/list-notifications'
import { useTopTasks } from '@/features/task-inbox/api/list-tasks'
import { ClockChip } from '@/features/work-calendar/components/clock-chip'
import { RegionInput } from '@/shared/directory/pickers'
import { chooseScopeRegion, choosePost } from '@/shared/session/chosen-post'
import { useSession } from '@/shared/session/session'
import { useScopeRegion } from '@/shared/session/use-scope-region'
import { SearchBox } from '@/shared/ui/search-box'
import { useHotkeys } from '@/shared/ui/use-hotkeys'
import { useIsPhone } from '@/shared/ui/use-media'
import { menu } from '../features'
import { useLive } from '../live/live'
import { rememberSignedIn } from '../session/remember'
import { signOut } from '../session/sign-in'

function MainMenu({ onChosen }: { onChosen?: () => void }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const tasks = useTopTasks('mine', 8).data
  const unread = useNotifications().data?.pages[0]?.unread ?? 0
  const badge = { tasks: tasks?.total ?? tasks?.items.length ?? 0, unread }
  const { roles } = useSession().user
  const shown = menu.filter((one) => !one.roles || one.roles.some((role) => roles.includes(role)))
  const current = shown.filter((one) => one.path === '/' ? pathname === '/' : pathname.startsWith(one.path)).at(-1)
  return (
    <Menu
      mode="inline"
      selectedKeys={current ? [current.path] : []}
      items={shown.map((one) => ({
        key: one.path,
        icon: one.icon,
        label: (
          <Link to={one.path} onClick={(event) => { event.stopPropagation(); onChosen?.() }} data-testid={`menu-${one.path.slice(1) || 'workbench'}`}>
            {t(one.labelKey)}
            {one.badge && badge[one.badge] > 0 && <Badge count={badge[one.badge]} overflowCount={99} size="small" className="menu-badge" />}
          </Link>
        ),
      }))}
      onClick={({ key }) => { void navigate(key); onChosen?.() }}
    />
  )
}

function Person() {
  const { t } = useTranslation('app')
  const { user } = useSession()
  const { message } = App.useApp()
  const first = user.posts[0]
  const leave = () => signOut().then(() => { rememberSignedIn(false); window.location.assign('/') }, () => void message.error(t('signIn.failed')))
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'posts', type: 'group', label: t('nav.posts'), children: user.posts.length > 0
            ? user.posts.map((one, index) => ({
              key: one.id,
              disabled: user.posts.length === 1,
              icon: index === 0 && user.posts.length > 1 ? <CheckOutlined /> : null,
              label: <span data-testid={`post-${one.kind}`}>{[one.onBehalfOf ? t('nav.deputyFor', { name: one.name }) : one.name, one.departmentName ?? one.enterpriseName].filter(Boolean).join(' · ')}</span>,
            }))
            : [{ key: 'none', disabled: true, label: t('nav.noPost') }] },
          { key: 'roles', type: 'group', label: t('nav.roles'), children: [{ key: 'role', disabled: true, label: user.roles.map((one) => t(`role.${one}`, { defaultValue: one })).join('、') || '—' }] },
          { type: 'divider' },
          { key: 'out', icon: <LogoutOutlined />, label: <span data-testid="sign-out">{t('nav.signOut')}</span> },
        ],
        onClick: ({ key }) => {
          if (key === 'out') void leave()
          else if (user.posts.some((one) => one.id === key) && key !== first?.id) { choosePost(user.userName, key); window.location.reload() }
        },
      }}
    >
      <button type="button" className="person" data-testid="person">
        <UserOutlined />
        <span className="person-text"><b>{user.name}</b><span>{first ? (first.onBehalfOf ? t('nav.deputyFor', { name: first.name }) : first.name) : t('nav.noPost')}</span></span>
      </button>
    </Dropdown>
  )
}

function LiveMark() {
  const { t } = useTranslation('app')
  const { status } = useLive()
  if (status === 'connected' || status === 'connecting') return <span className="sr-only" data-testid="live" data-status={status}>{t('live.connected')}</span>
  return <span className="live-lost" role="status" data-testid="live" data-status={status} title={t(`live.${status}`)}><WifiOutlined /> <span className="live-text">{t(`live.${status}`)}</span></span>
}

function Help({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('shared')
  const keys: [string, string][] = [['/', 'search'], ['j', 'next'], ['k', 'previous'], ['o', 'open'], ['e', 'act'], ['?', 'help']]
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('keys.title')} width={360}>
      <dl className="keys" data-testid="help">{keys.map(([key, word]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(`keys.${word}`)}</dd></div>)}</dl>
    </Modal>
  )
}

/** Narrows what is listed to a part of one's regions; it grants nothing. */
function ScopeSwitch() {
  const { t } = useTranslation('app')
  const { user } = useSession()
  const scope = useScopeRegion()
  if (user.posts.length > 0 && user.posts.every((one) => one.enterpriseId)) return null
  return <div className="scope-switch" title={t('nav.scope')}><RegionInput value={scope} onChange={(code) => chooseScopeRegion(user.userName, code)} testId="scope-region" /></div>
}

/** Left what there is, above who and when, in the middle the page. */
export function Frame() {
  const { t } = useTranslation(['app', 'shared'])
  const navigate = useNavigate()
  const navigation = useNavigation()
  const isPhone = useIsPhone()
  const [menuOpen, setMenuOpen] = useState(false)
  const [help, setHelp] = useState(false)
  useHotkeys({ '?': () => setHelp(true) })
  const search = (
    <SearchBox className="global-search" value="" placeholder={t('nav.search')} label={t('nav.searchLabel')} testId="global-search"
      onSearch={(words) => { if (words) { setMenuOpen(false); void navigate(`/hazards?q=${encodeURIComponent(words)}`) } }} />
  )
  return (
    <div className="frame">
      <a href="#content" className="skip">{t('nav.skip')}</a>
      <header className="top no-print">
        {isPhone && <Button type="text" className="top-button" icon={<MenuOutlined />} aria-label={t('nav.open')} onClick={() => setMenuOpen(true)} data-testid="menu-open" />}
        <Link to="/" className="brand"><img src="/icon.svg" alt="" width={24} height={24} /><b>{t('shared:product')}</b></Link>
        {!isPhone && <ScopeSwitch />}
        {!isPhone && search}
        <span className="top-space" />
        <LiveMark />
        <ClockChip />
        {!isPhone && <Button type="text" className="top-button" icon={<QuestionCircleOutlined />} aria-label={t('nav.help')} title={t('nav.help')} onClick={() => setHelp(true)} />}
        <Bell />
        <Person />
      </header>
      {!isPhone && <nav className="side no-print" aria-label={t('nav.main')}><MainMenu /></nav>}
      <Drawer open={isPhone && menuOpen} onClose={() => setMenuOpen(false)} placement="left" size={260} title={t('shared:product')} styles={{ body: { padding: 0 } }}>
        <div className="drawer-search"><ScopeSwitch />{search}</div>
        <MainMenu onChosen={() => setMenuOpen(false)} />
      </Drawer>
      <main id="content" className="content" aria-busy={navigation.state === 'loading'} tabIndex={-1}>
        {navigation.state === 'loading' && <div className="progress" />}
        <Outlet />
      </main>
      <Help open={help} onClose={() => setHelp(false)} />
      <ScrollRestoration />
    </div>
  )
}
