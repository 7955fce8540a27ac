import { http } from './http'

export interface UploadedFile {
  id: string
  sha256: string
  size: number
  contentType: string
  name: string
}

/** Stores the file unbound; the act that names it by id and hash binds it. */
export function uploadFile(file: Blob, name: string, takenAt?: string): Promise<UploadedFile> {
  const form = new FormData()
  form.append('file', file, name)
  if (takenAt) form.append('takenAt', takenAt)
  return http.upload<UploadedFile>('/api/attachments', form)
}
