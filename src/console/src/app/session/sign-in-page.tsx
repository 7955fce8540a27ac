import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '@/shared/session/session'
import { SignInForm } from './sign-in-form'

export function SignInPage({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const { t } = useTranslation(['app', 'shared'])
  useEffect(() => { document.title = `${t('signIn.title')} · ${t('shared:product')}` }, [t])
  return (
    <main className="sign-in">
      <section className="sign-in-box" data-testid="login">
        <img src="/icon.svg" alt="" width={44} height={44} />
        <h1>{t('shared:product')}</h1>
        <p className="sign-in-line">{t('shared:productLine')}</p>
        <SignInForm onSignedIn={onSignedIn} />
        <p className="muted small">{t('signIn.about')}</p>
      </section>
    </main>
  )
}
