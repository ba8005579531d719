import { listClassesWithin, readerOf, type Who } from '../../../directory/index.ts';
import { activityKind } from '../../../plan/index.ts';
import { type Call, type District, newId } from '../../../platform/index.ts';
import { MOST_SESSIONS } from '../limits.ts';
import { OverAlready } from '../refusals.ts';
import { titleOfSession } from '../rules/sessions.ts';
import { NotByClass, TooManySessions } from '../session-refusals.ts';
import { insertActivity, updateActivity } from '../store/activities.ts';
import { listSessions, updateSpan } from '../store/sessions.ts';
import { takeWhole } from './add-sessions.ts';

/**
 * Gives each class that is invited a session of its own, in its own room: hosted by the class, so that its teacher
 * arranges it. Classes that have one keep it. Families find their class's meeting, and not the whole.
 */
export async function addClasses(
  district: District,
  who: Who,
  id: string,
  call: Call,
): Promise<void> {
  await district.database.write(
    readerOf(who),
    async (transaction) => {
      const whole = await takeWhole(transaction, district, who, id);
      if (!activityKind(district.plan, whole.kind)?.everyFamily) throw NotByClass();
      if (whole.state === 'published' && whole.ends_at <= call.at) throw OverAlready();
      const present = await listSessions(transaction, id);
      const have = new Set(
        present.filter(({ state }) => state !== 'cancelled').flatMap(({ audience }) => audience),
      );
      const classes = await listClassesWithin(transaction, whole.audience);
      const missing = classes.filter((one) => !have.has(one.id));
      if (present.length + missing.length > MOST_SESSIONS) throw TooManySessions();
      for (const { id: schoolClass, name, lineage } of missing) {
        await insertActivity(transaction, {
          ...whole,
          id: newId(),
          host_id: schoolClass,
          host_lineage: lineage,
          audience: [schoolClass],
          title: titleOfSession(whole.title, name),
          place: `${name}教室`,
          part_of: id,
          has_sessions: false,
          is_listed: true,
          // Twins in two classes: their parents are expected at both.
          excludes_others: false,
          label: name,
          series_id: null,
          made_by: who.person,
          made_at: call.at,
          changed_at: call.at,
        });
      }
      if (missing.length === 0) return { made: 0 };
      await updateActivity(transaction, id, { is_listed: false }, call.at);
      await updateSpan(transaction, id);
      return { made: missing.length };
    },
    call,
  );
}
