import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RouterProvider } from 'react-router'
import { ClockProvider } from '@/shared/clock/clock'
import { setActingPost, setCsrfToken, whenSignedOut } from '@/shared/http/http'
import { chosenPost } from '@/shared/session/chosen-post'
import { SessionContext, type Session } from '@/shared/session/session'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { router } from '../router'
import { LiveProvider } from '../live/live-provider'
import { getSession } from './get-session'
import { mayBeSignedIn, rememberSignedIn } from './remember'
import { SignInForm } from './sign-in-form'
import { SignInPage } from './sign-in-page'

/**
 * Nobody: the login page. Somebody: the pages. A session that ends in between lays the login over the page, which stays as it is, so that
 * nothing typed is lost.
 */
export function SessionGate() {
  const { t } = useTranslation('app')
  const client = useQueryClient()
  const [session, setSession] = useState<Session | null | undefined>(undefined)
  const [expired, setExpired] = useState(false)
  const [error, setError] = useState<unknown>(null)

  const accept = useCallback((answer: Session | null) => {
    const next = answer && inChosenPost(answer)
    setActingPost(next?.user.posts[0]?.id)
    setCsrfToken(next?.csrfToken)
    rememberSignedIn(next !== null)
    setExpired(false)
    setSession(next)
  }, [])
  const load = useCallback(() => {
    setError(null)
    if (mayBeSignedIn()) getSession().then(accept, setError)
    else accept(null)
  }, [accept])

  useEffect(load, [load])
  useEffect(() => whenSignedOut(() => setExpired(true)), [])

  if (error) return <ErrorState error={error} onRetry={load} />
  if (session === undefined) return <div className="boot"><Loading rows={8} /></div>
  if (session === null) return <SignInPage onSignedIn={accept} />
  return (
    <SessionContext value={session}>
      <ClockProvider initial={session.clock} key={session.user.id}>
        <LiveProvider>
          <RouterProvider router={router} />
        </LiveProvider>
      </ClockProvider>
      <Modal open={expired} closable={false} footer={null} title={t('signIn.title')}>
        <p data-testid="session-expired">{t('signIn.expired')}</p>
        <SignInForm
          userName={session.user.userName}
          onSignedIn={(next) => {
            // Another person must not act on the first one's page.
            if (next.user.id !== session.user.id) { window.location.reload(); return }
            accept(next)
            void client.invalidateQueries()
          }}
        />
      </Modal>
    </SessionContext>
  )
}

/** The post he chose last on this machine comes first, as long as he still holds it. */
function inChosenPost(session: Session): Session {
  const chosen = chosenPost(session.user.userName)
  const posts = [...session.user.posts].sort((a, b) => Number(b.id === chosen) - Number(a.id === chosen))
  return { ...session, user: { ...session.user, posts } }
}
