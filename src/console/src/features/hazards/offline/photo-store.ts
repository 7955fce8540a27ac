/** Photos of a draft live in IndexedDB: they are too large for localStorage and must survive a reload on site. */
export interface StoredPhoto { id: string; draftId: string; name: string; type: string; takenAt: string; blob: Blob }

const NAME = 'report-photos'
const STORE = 'photos'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex('draftId', 'draftId')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('indexedDB'))
  })
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(STORE, mode)
      const request = work(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = () => reject(transaction.error ?? new Error('indexedDB'))
      transaction.onabort = () => reject(transaction.error ?? new Error('indexedDB'))
    })
  } finally {
    db.close()
  }
}

export const putPhoto = (photo: StoredPhoto) => run('readwrite', (store) => store.put(photo))
export const deletePhoto = (id: string) => run('readwrite', (store) => store.delete(id))
export const photosOf = (draftId: string): Promise<StoredPhoto[]> => run('readonly', (store) => store.index('draftId').getAll(draftId) as IDBRequest<StoredPhoto[]>)

export async function deletePhotosOf(draftId: string) {
  for (const photo of await photosOf(draftId)) await deletePhoto(photo.id)
}
