import { http } from '@/shared/http/http'
import type { HazardListItem } from '@/shared/matters/case'

export interface ItemOutcome { id: string; ok: boolean; code: string | null; detail: string }

/** One verb on each of them; what is refused is said per item. */
export const actOnMany = async (command: string, items: HazardListItem[], form: Record<string, unknown>): Promise<ItemOutcome[]> =>
  (await http.post<{ items: ItemOutcome[] }>('/api/hazards/many', { command, items: items.map(({ id, version }) => ({ id, version })), form })).items

export const urgeMany = async (items: HazardListItem[], text: string): Promise<ItemOutcome[]> =>
  (await http.post<{ items: ItemOutcome[] }>('/api/tasks/urge-matters', { ids: items.map((one) => one.id), text })).items
