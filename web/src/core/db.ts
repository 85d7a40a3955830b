/** IndexedDB in four words. Holds the catalogue for reading offline, and what is written here until it has been sent. */
export type Shelf = 'procedures' | 'values' | 'ratings' | 'drafts';

const KEYS: Record<Shelf, string | undefined> = { procedures: 'code', values: undefined, ratings: 'ticket', drafts: 'id' };

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('motcua', 2);
    request.onupgradeneeded = () => {
      for (const [shelf, keyPath] of Object.entries(KEYS)) {
        if (!request.result.objectStoreNames.contains(shelf)) {
          request.result.createObjectStore(shelf, keyPath === undefined ? {} : { keyPath });
        }
      }
    };
    request.onsuccess = () => {
      // A newer version of the app in another tab shall not have to wait for this one.
      request.result.onversionchange = () => {
        request.result.close();
        opened = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('no database'));
    request.onblocked = () => reject(new Error('an old tab holds the database'));
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not read'));
  });
}

export async function get<T>(shelf: Shelf, key: string): Promise<T | undefined> {
  const database = await open();
  return done(database.transaction(shelf).objectStore(shelf).get(key) as IDBRequest<T | undefined>);
}

export async function all<T>(shelf: Shelf): Promise<T[]> {
  const database = await open();
  return done(database.transaction(shelf).objectStore(shelf).getAll() as IDBRequest<T[]>);
}

export function put(shelf: Shelf, value: unknown, key?: string): Promise<void> {
  return change(shelf, (store) => store.put(value, key));
}

/** @param key one, or a range of them */
export function remove(shelf: Shelf, key: string | IDBKeyRange): Promise<void> {
  return change(shelf, (store) => store.delete(key));
}

/** Takes the place of everything on the shelf. */
export function replaceAll(shelf: Shelf, values: unknown[]): Promise<void> {
  return change(shelf, (store) => {
    store.clear();
    values.forEach((value) => store.put(value));
  });
}

/** In one transaction. It is done when that is: a full disk is told only then. */
async function change(shelf: Shelf, what: (store: IDBObjectStore) => void): Promise<void> {
  const database = await open();
  const work = database.transaction(shelf, 'readwrite');
  what(work.objectStore(shelf));
  await new Promise<void>((resolve, reject) => {
    work.oncomplete = () => resolve();
    work.onabort = () => reject(work.error ?? new Error('not kept'));
  });
}
