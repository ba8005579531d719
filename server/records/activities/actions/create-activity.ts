import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { BadRequest, type Call, type District, newId } from '../../../platform/index.ts';
import {
  getHost,
  requireAudience,
  requireGroups,
  requireKind,
  requireStages,
} from '../hosts-and-guests.ts';
import { PriorityOfNobody } from '../refusals.ts';
import { checkSchedule } from '../rules/check-schedule.ts';
import type { NewActivity } from '../shapes.ts';
import { insertActivity } from '../store/activities.ts';

/** A member of staff drafts an activity of an organisation in reach. Nobody else sees it yet. */
export async function createActivity(
  district: District,
  who: Who,
  asked: NewActivity,
  call: Call,
): Promise<{ id: string }> {
  return district.database.write(
    readerOf(who),
    async (transaction) => {
      const host = await getHost(transaction, asked.host_id);
      const { id: host_id, lineage } = host.organisation;
      requireMay(who, 'activities.arrange', { lineage });

      const kind = requireKind(district.plan, asked.kind, host.kind);
      requireStages(district.plan, asked.stages ?? []);
      const schedule = {
        begins_at: new Date(asked.begins_at),
        ends_at: new Date(asked.ends_at),
        registration_opens_at: instant(asked.registration_opens_at),
        registration_closes_at: instant(asked.registration_closes_at),
        priority_until: instant(asked.priority_until),
      };
      const wrong = checkSchedule(schedule);
      if (wrong.length > 0) throw BadRequest({ fields: wrong });
      const area = { kind: host.kind, lineage };
      const audience = await requireAudience(transaction, area, asked.audience_ids ?? []);

      const priority_ids = await requireGroups(transaction, area, asked.priority_ids ?? []);
      if (schedule.priority_until && priority_ids.length === 0) throw PriorityOfNobody();

      const id = newId();
      await insertActivity(transaction, {
        id,
        kind: asked.kind,
        state: 'draft',
        host_id,
        host_kind: host.kind,
        host_lineage: lineage,
        title: asked.title.trim(),
        description: asked.description ?? '',
        bring: asked.bring ?? '',
        place: asked.place.trim(),
        online_link: asked.online_link ?? null,
        ...schedule,
        capacity: asked.capacity ?? null,
        audience,
        stages: asked.stages ?? [],
        priority_ids,
        is_public: asked.is_public ?? false,
        series_id: null,
        is_private: kind.private ?? false,
        made_by: who.person,
        made_at: call.at,
        changed_at: call.at,
      });
      return { id };
    },
    call,
  );
}

function instant(text: string | null | undefined): Date | null {
  return text ? new Date(text) : null;
}
