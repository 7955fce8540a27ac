import type { LedgerPage } from '@/features/ledger/api/read-ledger'
import type { NoticePage } from '@/features/notifications/api/list-notifications'
import type { Explanation } from '@/features/work-calendar/api/explain-deadline'
import type { Workbench } from '@/features/workbench/api/read-workbench'
import type { PersonAtPost } from '@/shared/directory/list-people'
import type { Region } from '@/shared/directory/list-regions'
import type { Case, HazardListItem, Task } from '@/shared/matters/case'
import type { CommandReceipt } from '@/shared/matters/hazard'
import type { Session } from '@/shared/session/session'
import type { components } from './openapi'

// The console reads what the server's committed openapi.json says it sends. `npm run types` takes the document in; `npm run typecheck` fails
// where the two no longer fit.
type Server = components['schemas']

/** The document allows numbers to be sent as text too; the server answers with numbers. */
type Answered<T> = number extends T ? Exclude<T, string> : Parts<T>
type Parts<T> = T extends readonly (infer Item)[] ? Answered<Item>[] : T extends object ? { [Key in keyof T]: Answered<T[Key]> } : T

/** Codes are text in the document; which ones there are is said by the words of the locale files. */
type Widened<T> = T extends string ? string : T extends readonly (infer Item)[] ? Widened<Item>[] : T extends object ? { [Key in keyof T]: Widened<T[Key]> } : T

type Fits<Ours, Theirs extends Ours> = Theirs

export type Contract = [
  Fits<Widened<Case>, Answered<Server['CaseView']>>,
  Fits<Widened<HazardListItem>, Answered<Server['HazardRowView']>>,
  Fits<Widened<Task>, Answered<Server['TaskView']>>,
  Fits<Widened<CommandReceipt>, Answered<Server['CommandReceipt']>>,
  Fits<Widened<Omit<NoticePage, 'total' | 'totalIsCapped'>>, Answered<Server['NoticePage']>>,
  Fits<Widened<Workbench>, Answered<Server['WorkbenchView']>>,
  Fits<Widened<Session>, Answered<Server['SessionView']>>,
  Fits<Widened<PersonAtPost>, Answered<Server['PersonRow']>>,
  Fits<Widened<Region>, Answered<Server['RegionRow']>>,
  Fits<Widened<LedgerPage>, Answered<Server['Page']>>,
  Fits<Widened<Explanation>, Answered<Server['View']>>,
]
