// What this device keeps in IndexedDB: the outbox, in the order of writing, and named facts.
//
// An outbox entry: { seq, id, owner, url, fields: [[name, value], ...], at, page, label,
//   state: "waiting" | "refused", tries, status, errors, sentence }

const NAME = "underbar";
let opened = null;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("outbox", { keyPath: "seq", autoIncrement: true });
      request.result.createObjectStore("facts");
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      request.result.onclose = () => { opened = null; };
      resolve(request.result);
    };
    request.onerror = () => { opened = null; reject(request.error); };
  });
  return opened;
}

/** Runs `work` on one store; resolves with its result once the transaction is on the disk. */
async function within(store, mode, work) {
  const db = await database();
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(store, mode, { durability: "strict" });
    const request = work(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

export const addEntry = (entry) => within("outbox", "readwrite", (store) => store.add(entry));
export const putEntry = (entry) => within("outbox", "readwrite", (store) => store.put(entry));
export const dropEntry = (seq) => within("outbox", "readwrite", (store) => store.delete(seq));
/** Every entry, of any account, the oldest first. */
export const allEntries = () => within("outbox", "readonly", (store) => store.getAll());

export const fact = (name) => within("facts", "readonly", (store) => store.get(name));
export const keepFact = (name, value) => within("facts", "readwrite", (store) => store.put(value, name));
export const dropFact = (name) => within("facts", "readwrite", (store) => store.delete(name));
