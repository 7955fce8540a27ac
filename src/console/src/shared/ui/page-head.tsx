import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export function PageHead({ title, sub, children }: { title: string; sub?: ReactNode; children?: ReactNode }) {
  const { t } = useTranslation('shared')
  useEffect(() => { document.title = `${title} · ${t('product')}` }, [title, t])
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {sub && <span className="muted">{sub}</span>}
      <div className="page-head-acts">{children}</div>
    </header>
  )
}
