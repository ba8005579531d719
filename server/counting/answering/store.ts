import { sql } from 'kysely';
import { newId, type ReadTransaction, type WriteTransaction } from '../../platform/index.ts';
import type { Reminder, Step } from './rules/steps.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    duty_reminders: ReminderRow;
    duty_reminder_days: { day: string; told_at: Date };
  }
}

interface ReminderRow {
  id: string;
  duty: string;
  period: string;
  due_on: string;
  place: string;
  step: Step;
  told_on: string;
  settled_at: Date | null;
}

/** A reminder that still speaks. */
export type Speaking = Pick<ReminderRow, 'id' | 'duty' | 'period' | 'due_on' | 'place' | 'step'>;

/** False when somebody has looked already: each morning is begun once, whoever begins it. */
export async function beginMorning(
  transaction: WriteTransaction,
  day: string,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql<{ day: string }>`
    insert into duty_reminder_days (day, told_at) values (${day}, ${at})
    on conflict do nothing returning day`.execute(transaction);
  return rows.length > 0;
}

/** Writes down what is told. Of steps that were told before nothing comes back. */
export async function insertReminders(
  transaction: WriteTransaction,
  reminders: readonly Reminder[],
  day: string,
): Promise<{ id: string; reminder: Reminder }[]> {
  const made = reminders.map((reminder) => ({ id: newId(), reminder }));
  const rows = made.map(({ id, reminder: { duty, period, dueOn, post, step } }) => ({
    ...{ id, duty: duty.id, period, due_on: dueOn, place: post.organisation, step },
    told_on: day,
  }));
  const inserted = await sql<{ id: string }>`
    insert into duty_reminders (id, duty, period, due_on, place, step, told_on)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told (
      id uuid, duty text, period text, due_on date, place uuid, step text, told_on date)
    on conflict do nothing returning id`.execute(transaction);
  const fresh = new Set(inserted.rows.map(({ id }) => id));
  return made.filter(({ id }) => fresh.has(id));
}

export async function listSpeaking(transaction: ReadTransaction): Promise<Speaking[]> {
  const { rows } = await sql<Speaking>`
    select id, duty, period, due_on, place, step from duty_reminders
     where settled_at is null`.execute(transaction);
  return rows;
}

export async function markSettled(
  transaction: WriteTransaction,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await sql`
    update duty_reminders set settled_at = ${at}
     where id = any(${ids}::uuid[]) and settled_at is null`.execute(transaction);
}
