import { sql } from 'kysely';
import { defineHolding, type Holding } from '../../platform/index.ts';
import { NOTE } from './actions/book-slot.ts';
import { openAnswer } from './store/questions.ts';

const registrations = defineHolding({
  name: 'registrations',
  title: { zh: '报名', en: 'Sign-ups' },
  why: {
    zh: '安排名额和场地；候补、缺席说明也在这里。注销时删除您答主办方的内容和咨询前写的话。',
    en: 'To arrange places; waiting and absence are here too. Erasing deletes your answers to the host and what you wrote before a consultation.',
  },
  tables: ['registrations', 'registration_carers', 'registration_answers', 'absence_excuses'],
  columns: {
    activity: { zh: '活动', en: 'Activity' },
    begins_at: { zh: '开始', en: 'Begins' },
    role: { zh: '身份', en: 'As' },
    state: { zh: '状态', en: 'State' },
    made_at: { zh: '报名时间', en: 'Signed up' },
    left_at: { zh: '退出时间', en: 'Left' },
    absence: { zh: '缺席原因', en: 'Why absent' },
    note: { zh: '咨询前写的话', en: 'Note to the counsellor' },
    answers: { zh: '对主办方问题的回答', en: 'Answers to the host' },
  },
  async list({ transaction, district: { sealing }, person }) {
    const { rows } = await sql<RegistrationHeld>`
      select activities.title as activity, begins_at, role, registrations.state, registrations.made_at,
             left_at, reason as absence, note_sealed,
             array(select answer from registration_answers
                    where registration_answers.registration_id = registrations.id
                      and answered_by = ${person}) as answers
        from registration_carers
        join registrations on registrations.id = registration_carers.registration_id
        join activities on activities.id = registrations.activity_id
        left join absence_excuses on absence_excuses.registration_id = registrations.id
       where carer_id = ${person} order by registrations.made_at`.execute(transaction);
    return rows.map(({ note_sealed: note, answers, ...row }) => ({
      ...row,
      note: note && sealing.open(NOTE, note),
      answers: answers.map((answer) => openAnswer(sealing, answer).join('、')),
    }));
  },
  async erase({ transaction, person }) {
    await sql`delete from registration_answers where answered_by = ${person}`.execute(transaction);
    await sql`
      update registrations set note_sealed = null
       where made_by = ${person} and note_sealed is not null`.execute(transaction);
  },
});

interface RegistrationHeld {
  readonly activity: string;
  readonly begins_at: Date;
  readonly role: string;
  readonly state: string;
  readonly made_at: Date;
  readonly left_at: Date | null;
  readonly absence: string | null;
  readonly note_sealed: Buffer | null;
  readonly answers: Buffer[];
}

const attendances = defineHolding({
  name: 'attendances',
  title: { zh: '到场', en: 'Attendance' },
  why: {
    zh: '积分从这里来，有争议时要查，因此保留；注销后不再指向您的姓名。',
    en: 'Points come from it and disputes are settled by it, so it stays; after erasing it leads to no name.',
  },
  tables: ['attendances', 'attendance_corrections'],
  columns: {
    activity: { zh: '活动', en: 'Activity' },
    role: { zh: '身份', en: 'As' },
    entered_at: { zh: '签到', en: 'Entered' },
    entry_method: { zh: '签到方式', en: 'How' },
    left_at: { zh: '签退', en: 'Left' },
    minutes: { zh: '分钟', en: 'Minutes' },
    corrections: { zh: '更正', en: 'Corrections' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<AttendanceHeld>`
      select title as activity, role, entered_at, entry_method, left_at, minutes,
             array(select minutes_before || ' → ' || minutes_after || ' ' || reason
                     from attendance_corrections where attendance_id = attendances.id
                    order by attendance_corrections.version) as corrections
        from attendances join activities on activities.id = activity_id
       where carer_id = ${person} order by entered_at`.execute(transaction);
    return rows;
  },
});

interface AttendanceHeld {
  readonly activity: string;
  readonly role: string;
  readonly entered_at: Date;
  readonly entry_method: string;
  readonly left_at: Date | null;
  readonly minutes: number | null;
  readonly corrections: string[];
}

const help = defineHolding({
  name: 'help',
  title: { zh: '协助和带班', en: 'Help and leading' },
  why: { zh: '让活动知道谁来帮忙。', en: 'So that an event knows who helps.' },
  tables: ['activity_helpers', 'activities'],
  columns: {
    activity: { zh: '活动', en: 'Activity' },
    part: { zh: '做什么', en: 'Part' },
    begins_at: { zh: '开始', en: 'Begins' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<{ activity: string; part: string; begins_at: Date }>`
      select title as activity, part, begins_at
        from activity_helpers join activities on activities.id = activity_id where person_id = ${person}
      union all
      select title, 'lead', begins_at from activities where led_by = ${person} or deputy_id = ${person}
       order by begins_at`.execute(transaction);
    return rows;
  },
});

/** What activities hold about a person. */
export const activitiesHoldings: readonly Holding[] = [registrations, attendances, help];
