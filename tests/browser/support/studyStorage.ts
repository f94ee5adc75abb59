import type { Page } from 'playwright-core';

/** Everything in one of the app's stores, with its key, straight from the browser; nothing before the app has made it. */
export const rowsOf = (page: Page, store: 'log' | 'setAside' | 'opened'): Promise<{ key: unknown; value: unknown }[]> =>
  page.evaluate(
    (name) =>
      new Promise<{ key: unknown; value: unknown }[]>((resolve, reject) => {
        const opening = indexedDB.open('parley');
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve([]);
        opening.onsuccess = () => {
          const database = opening.result;
          const rows: { key: unknown; value: unknown }[] = [];
          const asking = database.transaction(name).objectStore(name).openCursor();
          asking.onerror = () => reject(asking.error);
          asking.onsuccess = () => {
            const cursor = asking.result;
            if (cursor === null) {
              database.close();
              resolve(rows);
              return;
            }
            rows.push({ key: cursor.key, value: cursor.value });
            cursor.continue();
          };
        };
      }),
    store,
  );

/** Writes rows into the log as they are, past everything that the app checks. */
export const writeRaw = (page: Page, rows: readonly { readonly key: (string | number)[]; readonly value: unknown }[]) =>
  page.evaluate(
    (raw) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('parley');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction('log', 'readwrite');
          for (const { key, value } of raw) transaction.objectStore('log').put(value, key);
          transaction.onabort = () => reject(transaction.error);
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    rows,
  );
