import { Problem } from '@/shared/http/problem'
import { ErrorState } from '@/shared/ui/page-states'

export const NotFound = () => <ErrorState error={new Problem(404, {})} />
