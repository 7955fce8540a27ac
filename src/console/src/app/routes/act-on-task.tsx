import { Drawer } from 'antd'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { useCase } from '@/features/case-file/api/get-case'
import { CommandDrawer, type Way } from '@/features/case-file/components/command-drawer'
import { openTask } from '@/features/task-inbox/api/open-task'
import { CompleteDialog } from '@/features/task-inbox/components/task-dialogs'
import type { Case, Task } from '@/shared/matters/case'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { commandForms } from './command-forms'

const TWO_PERSON = new Set(['confirm-step', 'refuse-step', 'withdraw-step'])

/** The outcomes of a task as commands the person may do now; the task ends by the signal the command raises. */
export function waysOf(task: Task, hazard: Case): Way[] {
  const available = new Map(hazard.commands.filter((one) => one.status === 'AVAILABLE').map((one) => [one.name, one.displayName]))
  const named = task.outcomes.map((one) => one.command ?? '').filter((one) => available.has(one))
  const names = named.length > 0 ? named : task.form && available.has(task.form) ? [task.form] : []
  return names.filter((one) => !TWO_PERSON.has(one)).map((command) => ({ command, displayName: available.get(command) ?? command }))
}

/** Acts on a task without leaving the list; where reading comes first, the case opens instead. */
export function ActOnTask({ task, onClose }: { task: Task; onClose: () => void }) {
  const navigate = useNavigate()
  const query = useCase(task.matterId ?? '')
  const hazard = query.data
  const ways = hazard ? waysOf(task, hazard) : []
  const isPlain = task.outcomes.some((one) => !one.command)
  const readFirst = hazard !== undefined && ways.length === 0 && !isPlain
  useEffect(() => { void openTask(task.id).catch(() => undefined) }, [task.id])
  useEffect(() => {
    if (readFirst) void navigate(`/hazards/${task.matterId}?task=${task.id}`)
  }, [readFirst, navigate, task.matterId, task.id])

  if (hazard && ways.length === 0 && isPlain) return <CompleteDialog task={task} onClose={onClose} />
  if (!hazard || readFirst) {
    return (
      <Drawer open title={task.title} onClose={onClose} size={640}>
        {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />}
      </Drawer>
    )
  }
  return <CommandDrawer key={hazard.version} hazard={hazard} ways={ways} forms={commandForms} title={task.title} onClose={onClose} onReload={() => void query.refetch()} />
}
