import { useState } from 'react'
import { TaskInboxPage } from '@/features/task-inbox/components/task-inbox-page'
import type { Task } from '@/shared/matters/case'
import { ActOnTask } from './act-on-task'

export default function TasksPage() {
  const [acting, setActing] = useState<Task | null>(null)
  return (
    <>
      <TaskInboxPage onAct={setActing} />
      {acting && <ActOnTask task={acting} onClose={() => setActing(null)} />}
    </>
  )
}
