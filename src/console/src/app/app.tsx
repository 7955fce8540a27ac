import '@/app/texts'
import '@/app/styles/base.css'
import '@/app/styles/frame.css'
import '@/app/styles/parts.css'
import '@/app/styles/import.css'
import '@/app/styles/case.css'
import '@/app/styles/print.css'
import 'dayjs/locale/zh-cn'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import { I18nextProvider } from 'react-i18next'
import { i18n } from '@/shared/i18n/i18n'
import { Problem } from '@/shared/http/problem'
import { SessionGate } from './session/session-gate'
import { theme } from './theme'

dayjs.locale('zh-cn')

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: false,
      // What the server refused stays refused; only a lost connection is worth trying again.
      retry: (count, error) => error instanceof Problem && (error.isOffline || error.status >= 502) && count < 2,
    },
    mutations: { retry: false },
  },
})

export function App() {
  return (
    <I18nextProvider i18n={i18n}>
      <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }} variant="outlined">
        <AntApp message={{ top: 56 }}>
          <QueryClientProvider client={client}>
            <SessionGate />
          </QueryClientProvider>
        </AntApp>
      </ConfigProvider>
    </I18nextProvider>
  )
}
