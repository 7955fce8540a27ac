import { Button, Result } from 'antd'
import { useTranslation } from 'react-i18next'

export function Crash() {
  const { t } = useTranslation('app')
  return <Result status="error" title={t('crash.title')} subTitle={t('crash.hint')} extra={<Button type="primary" onClick={() => window.location.reload()}>{t('crash.reload')}</Button>} data-testid="crash" />
}
