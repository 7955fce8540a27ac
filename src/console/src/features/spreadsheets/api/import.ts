/** An import as the server shows it. */
export interface Import {
  id: string
  kind: string
  kindName: string
  fileName: string
  fileSha256: string
  fileSize: number
  sheetNames: string[]
  sheet: number
  headingRow: number
  headingRows: number
  headings: string[]
  mapping: { name: string; column: number }[]
  state: string
  stateName: string
  totalRows: number
  checkedRows: number
  goodRows: number
  badRows: number
  knownRows: number
  importedRows: number
  percent: number
  failure: string | null
  personName: string
  uploadedAt: string
  startedAt: string | null
  endedAt: string | null
  version: number
}

export interface ImportKind {
  kind: string
  name: string
  columns: { name: string; heading: string; required: boolean; mayBeEmpty: boolean; shape: string; hint: string | null }[]
}

export interface ImportRow {
  number: number
  state: 'GOOD' | 'BAD' | 'KNOWN' | 'IMPORTED'
  values: Record<string, string>
  remarks: { column: string; text: string; isError: boolean }[]
  knownAs: string | null
  subjectId: string | null
}

/** The server is working on it. */
export const isWorking = (one: Import | undefined) => one?.state === 'CHECKING' || one?.state === 'RUNNING'
export const isOver = (one: Import) => one.state === 'DONE' || one.state === 'CANCELLED' || one.state === 'FAILED'
