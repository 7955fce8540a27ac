import { http } from '@/shared/http/http'

/** When the register received the report, by its own clock. */
export const readReceivedAt = async (hazardId: string): Promise<string> => (await http.get<{ receivedAt: string }>(`/api/hazards/${hazardId}`)).receivedAt
