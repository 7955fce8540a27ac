import { CheckCircleOutlined, EditOutlined, FileDoneOutlined, StopOutlined } from '@ant-design/icons'

const LOOKS = {
  DRAFT: { icon: <EditOutlined />, tone: 'back' }, ISSUED: { icon: <FileDoneOutlined />, tone: 'open' },
  SERVED: { icon: <CheckCircleOutlined />, tone: 'done' }, VOID: { icon: <StopOutlined />, tone: 'back' },
} as const

export function DocumentState({ state, name }: { state: string; name: string }) {
  const look = LOOKS[state as keyof typeof LOOKS] ?? LOOKS.ISSUED
  return <span className={`state state-${look.tone}`} data-testid="document-state" data-state={state}>{look.icon}<span>{name}</span></span>
}
