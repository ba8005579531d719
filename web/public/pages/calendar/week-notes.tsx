import type { DayNote } from '../../../shared/api-types.gen.ts';
import { formatDay } from '../../../shared/format.ts';
import { useDayNote, useDays } from '../../../shared/queries/days.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import styles from './calendar.module.css';

interface WeekNotesProps {
  readonly monday: string;
  readonly sunday: string;
}

/** Holidays, make-up days and festivals of the week; a holiday of several days is one line. */
export function WeekNotes({ monday, sunday }: WeekNotesProps) {
  const language = useLanguage();
  const wordsOf = useDayNote();
  const notes = useDays(monday, sunday).data?.items ?? [];
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {runsOf(notes, wordsOf).map(({ first, last, words }) => (
        <li key={first}>
          {formatDay(first, language)}
          {last !== first && `–${formatDay(last, language)}`}
          {' · '}
          <span className={styles.noteWords}>{words}</span>
        </li>
      ))}
    </ul>
  );
}

interface Run {
  readonly first: string;
  readonly last: string;
  readonly words: string;
}

/** Days of which the same is said, one after the other, as one. */
function runsOf(notes: readonly DayNote[], wordsOf: (note: DayNote) => string): Run[] {
  const runs: Run[] = [];
  for (const note of notes) {
    const words = wordsOf(note);
    const before = runs.at(-1);
    if (before?.words === words) runs[runs.length - 1] = { ...before, last: note.day };
    else runs.push({ first: note.day, last: note.day, words });
  }
  return runs;
}
