import {
  childrenOfCarers,
  findOrganisation,
  type Organisation,
  type Who,
} from '../../directory/index.ts';
import { listFactsById } from '../../facts/index.ts';
import { activityKind, beginningOf, factKind, type Plan } from '../../plan/index.ts';
import {
  BadRequest,
  type Call,
  NotFound,
  type ReadTransaction,
  type Words,
} from '../../platform/index.ts';
import { type Activity, findActivities, getSeen } from '../activities/index.ts';
import type { ContestsOptions } from './door-options.ts';
import { NothingToAppeal, NotOverYet } from './refusals.ts';
import type { RaiseContest } from './shapes.ts';
import type { Contest } from './tables.ts';

/** What a contest is about, and since when its time runs. */
export interface About
  extends Pick<
    Contest,
    | 'fact_id'
    | 'activity_id'
    | 'certificate_id'
    | 'certificate_state'
    | 'host_id'
    | 'host_lineage'
    | 'title'
    | 'happened_on'
  > {
  readonly since: Date;
}

const nothing = {
  ...{ fact_id: null, activity_id: null, certificate_id: null, certificate_state: null },
  happened_on: null,
};

export interface Asking {
  readonly transaction: ReadTransaction;
  readonly plan: Plan;
  readonly who: Who;
  readonly call: Call;
}

/** What the person contests, if it is theirs to contest. */
export function aboutOf(
  asking: Asking,
  asked: RaiseContest,
  { certificateOf }: ContestsOptions,
): Promise<About> {
  if (asked.claim === 'wrong') return aboutFact(asking, needed('fact_id', asked.fact_id));
  if (asked.claim === 'certificate') {
    return aboutCertificate(asking, needed('certificate_id', asked.certificate_id), certificateOf);
  }
  const { activity_id } = asked;
  return activity_id ? aboutEvent(asking, activity_id) : aboutDay(asking, asked);
}

async function aboutFact({ transaction, plan, who }: Asking, id: string): Promise<About> {
  const [fact] = await listFactsById(transaction, [id]);
  const kind = fact && factKind(plan, fact.kind);
  if (!fact || !kind || fact.subject !== who.person || fact.reverses) throw NotFound();
  const named = fact.attributes.activity;
  const activity =
    typeof named === 'string' ? (await findActivities(transaction, [named])).get(named) : undefined;
  const place = activity ? hostOf(activity) : await placeOf(transaction, fact.organisation);
  return {
    ...nothing,
    ...place,
    fact_id: id,
    activity_id: activity?.id ?? null,
    title: activity ? titleOf(plan, activity) : kind.name,
    since: fact.at,
  };
}

/** An event that the person could come to, and that is over. */
async function aboutEvent({ transaction, plan, who, call }: Asking, id: string): Promise<About> {
  const { activity, isGuest } = await getSeen(transaction, who, id);
  const isHeld = activity.state === 'published' || activity.state === 'finished';
  if (!isGuest || !isHeld) throw NotFound();
  if (activity.ends_at > call.at) throw NotOverYet();
  const title = titleOf(plan, activity);
  return { ...nothing, ...hostOf(activity), activity_id: id, title, since: activity.ends_at };
}

/** Something that no event of ours names: the child's school answers, or whom the person names. */
async function aboutDay(
  { transaction, who, call }: Asking,
  { host_id, happened_on }: RaiseContest,
): Promise<About> {
  const day = needed('happened_on', happened_on);
  const since = beginningOf(day);
  if (since > call.at) throw NotOverYet();
  const place = host_id ? await placeOf(transaction, host_id) : await schoolOf(transaction, who);
  const title = { zh: '缺少的积分', en: 'Points that are missing' };
  return { ...nothing, ...place, happened_on: day, title, since };
}

async function aboutCertificate(
  { transaction, plan, who }: Asking,
  id: string,
  certificateOf: ContestsOptions['certificateOf'],
): Promise<About> {
  const certificate = await certificateOf(transaction, plan, id);
  if (!certificate || !who.children.includes(certificate.student)) throw NotFound();
  if (certificate.holds) throw NothingToAppeal();
  const [child] = (await childrenOfCarers(transaction, [who.person])).filter(
    ({ student }) => student === certificate.student,
  );
  const top = child?.lineage[0];
  if (top === undefined) throw NotFound();
  const { name, number, state, lastEventAt } = certificate;
  return {
    ...nothing,
    ...{ certificate_id: id, certificate_state: state, since: lastEventAt },
    ...{ host_id: top, host_lineage: [top] },
    title: { zh: `${name.zh}（${number}）`, en: `${name.en} (${number})` },
  };
}

const hostOf = ({ host_id, host_lineage }: Activity) => ({ host_id, host_lineage });

/** What a family was counselled in stays theirs. */
function titleOf(plan: Plan, { title, kind, is_private }: Activity): Words {
  const known = activityKind(plan, kind);
  return is_private && known ? known.name : { zh: title, en: title };
}

async function placeOf(transaction: ReadTransaction, id: string) {
  const found = await findOrganisation(transaction, id);
  if (!found) throw NotFound();
  return asHost(found);
}

const asHost = ({ id, lineage }: Organisation) => ({ host_id: id, host_lineage: lineage });

async function schoolOf(transaction: ReadTransaction, who: Who) {
  const [child] = await childrenOfCarers(transaction, [who.person]);
  for (const id of child?.lineage ?? []) {
    const place = await findOrganisation(transaction, id);
    if (place?.kind === 'school' || place?.kind === 'kindergarten') return asHost(place);
  }
  throw missing('host_id', { zh: '请选由哪个单位答复', en: 'Say who is to answer' });
}

function needed(field: string, value: string | undefined): string {
  if (value !== undefined) return value;
  throw missing(field, { zh: '请写明是哪一件', en: 'Say which one it is' });
}

function missing(field: string, reason: Words) {
  return BadRequest({ fields: [{ field, reason }] });
}
