// The screen stays awake while something is timed, and a cue is heard and felt.

let lock = null;
let wanted = false;
let audio = null;

async function take() {
  try { lock = (await navigator.wakeLock?.request("screen")) ?? null; } catch { lock = null; }
}

export function stayAwake() { wanted = true; take(); }
export function maySleep() { wanted = false; lock?.release().catch(() => {}); lock = null; }

document.addEventListener("visibilitychange", () => {
  if (wanted && document.visibilityState === "visible") take();
});

/** To be called in a tap: browsers give sound to those alone. */
export function readySound() {
  const Audio = window.AudioContext ?? window.webkitAudioContext;
  if (!Audio) return;
  audio ??= new Audio();
  audio.resume?.();
}

/** Short tones, one after the other, and a vibration where the device has one. */
export function cue(tones = [880], buzz = 200) {
  navigator.vibrate?.(buzz);
  if (!audio) return;
  tones.forEach((pitch, place) => {
    const at = audio.currentTime + place * 0.22;
    const tone = audio.createOscillator();
    const level = audio.createGain();
    tone.frequency.value = pitch;
    level.gain.setValueAtTime(0.0001, at);
    level.gain.exponentialRampToValueAtTime(0.3, at + 0.02);
    level.gain.exponentialRampToValueAtTime(0.0001, at + 0.18);
    tone.connect(level).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.2);
  });
}

/** Said aloud where the lifter asked for it. */
export function say(words, on) {
  if (!on || !("speechSynthesis" in window)) return;
  speechSynthesis.cancel();
  speechSynthesis.speak(new SpeechSynthesisUtterance(words));
}
