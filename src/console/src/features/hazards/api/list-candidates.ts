import { useQuery } from '@tanstack/react-query'
import { http } from '@/shared/http/http'

/** An open case of the same object into which a report might go. */
export interface Duplicate { matterId: string; number?: string | null; text: string; stateName: string; sourceName: string; foundAt: string; similarity: number; isSimilar: boolean }

/** A case of the same device, signed off so recently that this may be its relapse. */
export interface Relapse { matterId: string; number?: string | null; text: string; signedOffAt: string; windowEndsOn: string; similarity: number; isProposed: boolean }

export interface Receiver { departmentCode: string; departmentName: string; duty: string; isNamed: boolean }

const useCandidates = <T>(hazardId: string, what: string) =>
  useQuery({ queryKey: ['hazards', hazardId, what], queryFn: async ({ signal }) => (await http.get<{ items: T[] }>(`/api/hazards/${hazardId}/${what}`, undefined, signal)).items })

export const useDuplicates = (hazardId: string) => useCandidates<Duplicate>(hazardId, 'duplicates')
export const useRelapses = (hazardId: string) => useCandidates<Relapse>(hazardId, 'relapses')
export const useReceivers = (hazardId: string) => useCandidates<Receiver>(hazardId, 'receivers')
