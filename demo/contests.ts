import type pg from 'pg';
import { endOfWorkingDay, type Plan } from '../server/plan/index.ts';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;
/** All events are over before anybody contests. */
const LONGEST_AGO = 21;

interface Attended {
  readonly activity_id: string;
  readonly fact_id: string;
  readonly carer_id: string;
  readonly host_id: string;
  readonly host_lineage: string[];
  readonly title: string;
  readonly minutes: number;
  readonly made_by: string;
}

interface Told {
  readonly words: string;
  readonly daysAgo: number;
  readonly answer?: {
    readonly outcome: 'upheld' | 'declined';
    readonly reason: string;
  };
  /** The host let its time pass. */
  readonly isLate?: true;
}

const told: readonly Told[] = [
  {
    daysAgo: 1,
    words: '我一直待到活动结束，中间只出去接了个电话，好像按那时候签退了。',
  },
  {
    daysAgo: 6,
    words: '那天我坐在第三排，从头听到尾，怎么少了半小时？',
    answer: {
      outcome: 'declined',
      reason: '核对了签到表和会场照片，您 14:30 到场，与记录一致。以后迟到也欢迎，时长按到场算。',
    },
  },
];

const toldByOthers: readonly Told[] = [
  { daysAgo: 4, words: '出口没有人扫码，我是最后一批走的，好像只记到中场。' },
  {
    daysAgo: 20,
    isLate: true,
    words: '手机没电了，老师让我把到场时间写在纸上，后来一直没有改过来。',
  },
];

/** Some families say that an entry is wrong or missing: the guest's, and others of the same school. */
export async function contestSome(
  client: pg.ClientBase,
  plan: Plan,
  { school, guest, random, today }: { school: string; guest: string; random: Random; today: Date },
): Promise<void> {
  const asked = [
    { list: told, where: 'carer_id = $2' },
    { list: toldByOthers, where: 'carer_id <> $2' },
  ];
  for (const { list, where } of asked) {
    const { rows } = await client.query<Attended>(
      `select activities.id as activity_id, facts.id as fact_id, carer_id, host_id, host_lineage, title, minutes,
              activities.made_by
         from attendances join activities on activities.id = activity_id
         join facts on facts.source = 'attendance:' || attendances.id
        where host_lineage @> array[$1]::uuid[] and minutes > 0 and activities.state = 'finished'
          and not is_private and ${where} and ends_at < $4
        order by ends_at desc, attendances.id limit $3`,
      [school, guest, list.length, new Date(today.getTime() - LONGEST_AGO * DAY_MS)],
    );
    for (const [index, attended] of rows.entries()) {
      const one = list[index];
      if (one) await contest(client, plan, attended, { one, random, today });
    }
  }
}

async function contest(
  client: pg.ClientBase,
  plan: Plan,
  attended: Attended,
  { one, random, today }: { one: Told; random: Random; today: Date },
): Promise<void> {
  const { words, answer, isLate } = one;
  const made = new Date(today.getTime() - one.daysAgo * DAY_MS);
  const { contests } = plan;
  const due = endOfWorkingDay(plan, made, contests.hostAnswersWithinWorkingDays);
  const answered = new Date(made.getTime() + DAY_MS);
  const state = isLate ? 'escalated' : answer ? 'answered' : 'open';
  const dueAt = {
    open: due,
    answered: new Date(answered.getTime() + contests.notAcceptedWithinDays * DAY_MS),
    escalated: endOfWorkingDay(plan, due, contests.districtAnswersWithinWorkingDays),
  }[state];
  const id = random.id(made.getTime());
  await client.query(
    `insert into contests (id, carer_id, claim, fact_id, activity_id, host_id, host_lineage, title, words, state,
                           made_at, due_at, escalated_at, escalated_because)
     values ($1, $2, 'wrong', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[id, attended.carer_id, attended.fact_id],
      ...[attended.activity_id, attended.host_id, attended.host_lineage],
      JSON.stringify({ zh: attended.title, en: attended.title }),
      ...[words, state, made, dueAt, isLate ? due : null, isLate ? 'overdue' : null],
    ],
  );
  if (!answer) return;
  await client.query(
    `insert into contest_decisions (contest_id, level, outcome, reason, decided_by, decided_at)
     values ($1, 'host', $2, $3, $4, $5)`,
    [id, answer.outcome, answer.reason, attended.made_by, answered],
  );
}
