// Where a browser does not know Clear-Site-Data: the offline copies go by hand.

sessionStorage.clear();
localStorage.clear();
for (const name of await (globalThis.caches?.keys() ?? [])) await caches.delete(name);
for (const { name } of await (indexedDB.databases?.() ?? [{ name: "underbar" }])) indexedDB.deleteDatabase(name);
for (const worker of await (navigator.serviceWorker?.getRegistrations() ?? [])) await worker.unregister();
