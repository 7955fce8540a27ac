import { DownloadOutlined } from '@ant-design/icons'
import { App, Button, type ButtonProps } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '@/shared/http/download'
import type { Query } from '@/shared/http/http'
import { Problem } from '@/shared/http/problem'

interface Props { path: string; query?: Query; type?: ButtonProps['type']; testId: string; children: ReactNode }

/** Fetches a file; says why when it is refused. */
export function DownloadButton({ path, query, type, testId, children }: Props) {
  const { t } = useTranslation('shared')
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const fetchIt = () => {
    setBusy(true)
    download(path, query)
      .catch((error: unknown) => void message.error(error instanceof Problem ? (error.isOffline ? t('status.offline') : error.detail || error.title) : t('status.serverFault')))
      .finally(() => setBusy(false))
  }
  return <Button icon={<DownloadOutlined />} {...(type ? { type } : {})} loading={busy} onClick={fetchIt} data-testid={testId}>{children}</Button>
}
