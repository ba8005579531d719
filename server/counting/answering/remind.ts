import { namesOfOrganisations, theProgram } from '../../directory/index.ts';
import { settle, tell } from '../../notices/index.ts';
import {
  beginningOf,
  dateInShanghai,
  dayAfter,
  isWorkingDay,
  type Plan,
} from '../../plan/index.ts';
import type { District, WriteTransaction } from '../../platform/index.ts';
import { MORNING_MS } from './limits.ts';
import { owedEverywhere } from './owed-everywhere.ts';
import { type Reminder, remindersOn } from './rules/steps.ts';
import { stillSpeaking } from './rules/still-speaks.ts';
import { headings, reminderWords } from './rules/words.ts';
import { beginMorning, insertReminders, listSpeaking, markSettled } from './store.ts';

/**
 * Once each working morning tells those who answer for a duty that it is soon due, due, late, and whoever is above them
 * that it stays late; and at any time silences what is done. All in one transaction: a crash has told nothing, and a
 * second program finds the morning begun. Gives how many reminders were told and silenced.
 */
export async function remind({ plan, database, clock }: District): Promise<number> {
  const at = clock();
  const today = dateInShanghai(at);
  return database.write(theProgram, async (transaction) => {
    const tells = isTimeToTell(plan, today, at) && (await beginMorning(transaction, today, at));
    const speaking = await listSpeaking(transaction);
    if (!tells && speaking.length === 0) return 0;
    const { owed, posts } = await owedEverywhere(transaction, plan, today);
    const wanted = tells ? remindersOn(plan, owed, posts, today) : [];
    const told = await tellReminders(transaction, wanted, today, at);
    const speaks = stillSpeaking(owed, posts, told);
    const silent = speaking.filter((one) => !speaks(one)).map(({ id }) => id);
    await Promise.all(silent.map((subject) => settle(transaction, { subject }, at)));
    await markSettled(transaction, silent, at);
    return told.length + silent.length;
  });
}

function isTimeToTell(plan: Plan, today: string, at: Date): boolean {
  return isWorkingDay(plan, today) && at.getTime() >= beginningOf(today).getTime() + MORNING_MS;
}

/** Gives those that were not told before. */
async function tellReminders(
  transaction: WriteTransaction,
  wanted: readonly Reminder[],
  today: string,
  at: Date,
): Promise<Reminder[]> {
  const fresh = await insertReminders(transaction, wanted, today);
  const places = await namesOfOrganisations(transaction, [
    ...new Set(fresh.map(({ reminder }) => reminder.post.organisation)),
  ]);
  await tell(
    transaction,
    fresh.map(({ id, reminder }) => ({
      ...{ room: 'answering', kind: reminder.step, subject: id, deed: reminder.step, at },
      people: reminder.post.people.map((person) => ({ person })),
      lineage: reminder.post.lineage,
      link: linkTo(reminder),
      heading: headings[reminder.step],
      words: reminderWords(reminder, places.get(reminder.post.organisation) ?? ''),
      urgency: 'daily' as const,
      usefulUntil: usefulUntil(reminder),
    })),
  );
  return fresh.map(({ reminder }) => reminder);
}

/** That something is to be done by a day is no news after it. */
function usefulUntil({ step, dueOn }: Reminder): Date | null {
  return step === 'amber' || step === 'due' ? beginningOf(dayAfter(dueOn)) : null;
}

/** The tasks still open. A year reads as a number in an address unless it is quoted. */
function linkTo({ duty, period, post }: Reminder): string {
  const quoted = /^\d+$/.test(period) ? `"${period}"` : period;
  return `/desk/duties/${duty.id}?place=${post.organisation}&period=${encodeURIComponent(quoted)}`;
}
