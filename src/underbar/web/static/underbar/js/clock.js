// Times as the server reads them, and ids of new entries.

/** ISO 8601 of an instant in this device's zone, with its offset: 2026-03-05T06:41:10+01:00. */
export function iso(instant = new Date()) {
  const ahead = -instant.getTimezoneOffset();
  const local = new Date(instant.getTime() + ahead * 60000).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  return `${local}${ahead < 0 ? "-" : "+"}${two(hours)}:${two(minutes)}`;
}

/** Hours and minutes on this device's clock: 06:41. */
export function clock(instant = new Date()) {
  return `${two(instant.getHours())}:${two(instant.getMinutes())}`;
}

/** A UUID of version 7 (RFC 9562): the milliseconds of now, then 74 bits of chance. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let ms = Date.now();
  for (let place = 5; place >= 0; place--) {
    bytes[place] = ms % 256;
    ms = Math.floor(ms / 256);
  }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function two(number) {
  return String(number).padStart(2, "0");
}
