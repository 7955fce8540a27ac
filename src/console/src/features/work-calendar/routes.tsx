import { CalendarOutlined, FieldTimeOutlined } from '@ant-design/icons'
import type { FeatureRoutes } from '@/shared/app-route'

const page = async () => ({ Component: (await import('./components/calendar-page')).default })
const officials = ['inspector', 'case-officer', 'approver', 'administrator', 'auditor']

export default {
  routes: [
    { path: 'calendar', lazy: page },
    { path: 'calendar/:year', lazy: page },
    { path: 'policy-rules', lazy: async () => ({ Component: (await import('./components/rules-page')).default }) },
  ],
  menu: [
    { path: '/calendar', labelKey: 'work-calendar:calendar.title', icon: <CalendarOutlined />, order: 82, roles: officials },
    { path: '/policy-rules', labelKey: 'work-calendar:rules.title', icon: <FieldTimeOutlined />, order: 84, roles: officials },
  ],
} satisfies FeatureRoutes
