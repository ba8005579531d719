import { useLocation } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { SoundIcon } from '../../../shared/icons.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import '../../words/later.ts';
import { useWords } from '../../words/words.ts';
import styles from '../carer-shell.module.css';
import { sentencesOf } from './sentences.ts';

/** A little slower than one talks. */
const RATE = 0.9;

/** Reads the page aloud, from its title on, by the phone's own voice; not there where it has none. */
export function ReadAloud() {
  const { t } = useWords();
  const voice = useVoice();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [readPath, setReadPath] = useState<string>();
  const reading = readPath === path;
  useEffect(() => {
    // Another page is another text.
    if (readPath !== undefined && readPath !== path) speechSynthesis.cancel();
  }, [readPath, path]);
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), []);
  if (!voice) return null;
  const read = () => {
    speechSynthesis.cancel();
    const text = document.getElementById('content')?.innerText ?? '';
    const said = sentencesOf(text).map((sentence) => utter(sentence, voice));
    const last = said.at(-1);
    if (!last) return;
    last.onend = () => setReadPath(undefined);
    for (const one of said) speechSynthesis.speak(one);
    setReadPath(path);
  };
  const stop = () => {
    speechSynthesis.cancel();
    setReadPath(undefined);
  };
  return (
    <button type="button" className={styles.readAloud} onClick={reading ? stop : read}>
      <SoundIcon size={1.2} />
      {t(reading ? 'readAloud.stop' : 'readAloud.start')}
    </button>
  );
}

function utter(text: string, voice: SpeechSynthesisVoice): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = RATE;
  return utterance;
}

/** The voice of the page's language. Phones tell of their voices a while after the page is there. */
function useVoice(): SpeechSynthesisVoice | undefined {
  const language = useLanguage();
  const listed = useSyncExternalStore(listen, () => voiceNames());
  if (listed === '') return undefined;
  const voices = speechSynthesis.getVoices();
  const short = language.slice(0, 2);
  return (
    voices.find(({ lang }) => lang.replace('_', '-') === language) ??
    voices.find(({ lang }) => lang.startsWith(short))
  );
}

function voiceNames(): string {
  if (!('speechSynthesis' in globalThis)) return '';
  return speechSynthesis
    .getVoices()
    .map(({ name }) => name)
    .join();
}

function listen(listener: () => void): () => void {
  if (!('speechSynthesis' in globalThis)) return () => {};
  // Some old browsers know the voices, but tell nobody of them.
  speechSynthesis.addEventListener?.('voiceschanged', listener);
  return () => speechSynthesis.removeEventListener?.('voiceschanged', listener);
}
