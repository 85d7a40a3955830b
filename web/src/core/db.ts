/** IndexedDB in four words. Holds the catalogue for reading offline, and ratings that wait for the network. */
export type Shelf = 'procedures' | 'values' | 'ratings';

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('motcua', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('procedures', { keyPath: 'code' });
      request.result.createObjectStore('values');
      request.result.createObjectStore('ratings', { keyPath: 'ticket' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
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

export async function put(shelf: Shelf, value: unknown, key?: string): Promise<void> {
  const database = await open();
  await done(database.transaction(shelf, 'readwrite').objectStore(shelf).put(value, key));
}

export async function remove(shelf: Shelf, key: string): Promise<void> {
  const database = await open();
  await done(database.transaction(shelf, 'readwrite').objectStore(shelf).delete(key));
}

/** Takes the place of everything on the shelf, in one transaction. */
export async function replaceAll(shelf: Shelf, values: unknown[]): Promise<void> {
  const database = await open();
  const work = database.transaction(shelf, 'readwrite');
  const store = work.objectStore(shelf);
  store.clear();
  values.forEach((value) => store.put(value));
  await new Promise<void>((resolve, reject) => {
    work.oncomplete = () => resolve();
    work.onabort = () => reject(work.error ?? new Error('not kept'));
  });
}
