// The rest between two sets: kept as the time at which it ends, so that a locked phone loses nothing.

const REMEMBERED = "underbar-rest";
const [SHORTEST, USUAL, LONGEST] = [30, 150, 600]; // seconds

let audio = null;
let tones = [];

/** How long the lifter rests, as he last set it on this device, in seconds. */
export function usual() {
  const kept = Number(localStorage.getItem(REMEMBERED));
  return kept >= SHORTEST && kept <= LONGEST ? kept : USUAL;
}

/** Longer or shorter from now on. */
export function remember(seconds) {
  localStorage.setItem(REMEMBERED, String(Math.min(LONGEST, Math.max(SHORTEST, seconds))));
}

/** `2:05` */
export function clock(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Sound may be made only after a touch; call it in one. */
export function allowSound() {
  try {
    audio ??= new AudioContext();
    if (audio.state === "suspended") audio.resume();
  } catch { /* a device without sound still counts down */ }
}

/** Two tones when the rest is over, laid into the future so that they sound with the screen off too. */
export function announceAt(until) {
  silence();
  if (!audio) return;
  const start = audio.currentTime + Math.max(0, (until - Date.now()) / 1000);
  tones = [0, 0.35].map((after, place) => {
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = place ? 880 : 660;
    volume.gain.setValueAtTime(0.25, start + after);
    volume.gain.exponentialRampToValueAtTime(0.001, start + after + 0.3);
    tone.connect(volume).connect(audio.destination);
    tone.start(start + after);
    tone.stop(start + after + 0.3);
    return tone;
  });
}

/** No tone after all. */
export function silence() {
  for (const tone of tones) {
    try { tone.stop(); } catch { /* it has ended */ }
    tone.disconnect();
  }
  tones = [];
}

/** Felt where the phone can. */
export function shake() {
  navigator.vibrate?.([200, 120, 200]);
}

/** Keep the screen awake while this page is in sight. */
export function stayAwake() {
  let lock = null;
  const ask = async () => {
    if (document.hidden || (lock && !lock.released)) return;
    try { lock = await navigator.wakeLock?.request("screen"); } catch { lock = null; }
  };
  document.addEventListener("visibilitychange", ask);
  document.addEventListener("pointerdown", ask);
  ask();
}
