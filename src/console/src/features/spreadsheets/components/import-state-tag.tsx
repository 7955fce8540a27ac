import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'

const COLOURS: Record<string, string> = { UPLOADED: 'default', CHECKING: 'processing', READY: 'blue', RUNNING: 'processing', DONE: 'success', CANCELLED: 'default', FAILED: 'error' }

export function ImportStateTag({ state }: { state: string }) {
  const { t } = useTranslation('spreadsheets')
  return <Tag color={COLOURS[state] ?? 'default'} data-testid="import-state" data-state={state}>{t(`state.${state}`)}</Tag>
}
