type Signal = 'done' | 'again' | 'refused';

/** Hertz and seconds of each tone: two rising for done, one level for again, two low for refused. */
const tones: Readonly<Record<Signal, readonly (readonly [hertz: number, seconds: number])[]>> = {
  done: [
    [660, 0.09],
    [880, 0.14],
  ],
  again: [[660, 0.12]],
  refused: [
    [220, 0.16],
    [196, 0.22],
  ],
};
const buzzes: Readonly<Record<Signal, number[]>> = {
  done: [60],
  again: [30, 60, 30],
  refused: [180, 80, 180],
};
const LOUDNESS = 0.16;

let audio: AudioContext | undefined;

/** A sound and a buzz, so that eyes can stay on the people. Silent where a browser forbids it. */
export function signal(kind: Signal): void {
  // Missing on iPhones.
  if ('vibrate' in navigator) navigator.vibrate(buzzes[kind]);
  audio ??= new AudioContext();
  let at = audio.currentTime;
  for (const [hertz, seconds] of tones[kind]) {
    const voice = audio.createOscillator();
    const volume = audio.createGain();
    voice.frequency.value = hertz;
    volume.gain.setValueAtTime(LOUDNESS, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + seconds);
    voice.connect(volume).connect(audio.destination);
    voice.start(at);
    voice.stop(at + seconds);
    at += seconds;
  }
}
