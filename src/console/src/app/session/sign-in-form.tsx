import { LockOutlined, UserOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Problem } from '@/shared/http/problem'
import type { Session } from '@/shared/session/session'
import { ProblemAlert } from '@/shared/ui/problem-alert'
import { signIn } from './sign-in'

export function SignInForm({ onSignedIn, userName }: { onSignedIn: (session: Session) => void; userName?: string }) {
  const { t } = useTranslation('app')
  const [form] = Form.useForm<{ userName: string; password: string }>()
  const attempt = useMutation({
    mutationFn: signIn,
    onSuccess: onSignedIn,
    onError: () => { form.setFieldValue('password', ''); form.focusField('password') },
  })
  const { error } = attempt
  const refused = error instanceof Problem && error.status === 401
  return (
    <Form form={form} layout="vertical" initialValues={{ userName: userName ?? '', password: '' }} onFinish={(values) => attempt.mutate(values)} requiredMark={false} className="sign-in-form">
      {refused && <Alert type="error" showIcon title={error.detail || error.title || t('signIn.wrong')} className="form-note" data-testid="login-error" />}
      {error && !refused && <div className="form-note"><ProblemAlert error={error} /></div>}
      <Form.Item name="userName" label={t('signIn.userName')} rules={[{ required: true, message: t('signIn.missingUserName') }]}>
        <Input size="large" prefix={<UserOutlined />} autoComplete="username" autoCapitalize="none" autoFocus={!userName} data-testid="login-user" />
      </Form.Item>
      <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true, message: t('signIn.missingPassword') }]}>
        <Input.Password size="large" prefix={<LockOutlined />} autoComplete="current-password" data-testid="login-password" />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" block loading={attempt.isPending} data-testid="login-submit">{t('signIn.submit')}</Button>
    </Form>
  )
}
