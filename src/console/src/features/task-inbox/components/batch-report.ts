import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Task } from '@/shared/matters/case'
import type { BatchItem } from '../api/batch-tasks'

/** Says what was done, and names each task that was refused with the reason. */
export function useBatchReport() {
  const { t } = useTranslation('task-inbox')
  const { message, notification } = App.useApp()
  return (items: BatchItem[], tasks: Pick<Task, 'id' | 'title'>[], done: string) => {
    const refused = items.filter((one) => !one.ok)
    if (refused.length < items.length) void message.success(done)
    if (refused.length > 0) {
      notification.warning({
        title: t('batchRefused', { count: refused.length }),
        description: refused.map((one) => `${tasks.find((task) => task.id === one.id)?.title ?? one.id}：${one.detail}`).join('\n'),
        style: { whiteSpace: 'pre-line' },
      })
    }
  }
}
