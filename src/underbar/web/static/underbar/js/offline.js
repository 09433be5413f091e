// The app without a network: the service worker, and what this device keeps of the account's pages.

/** Register the service worker; let it drop what belongs to somebody else. */
export async function settle() {
}
