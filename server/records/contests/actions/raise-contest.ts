import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { endOfWorkingDay, type Plan } from '../../../plan/index.ts';
import { type Call, type District, newId, type WriteTransaction } from '../../../platform/index.ts';
import { type About, aboutOf } from '../about.ts';
import type { ContestsOptions } from '../door-options.ts';
import { MOST_OPEN_A_CARER } from '../limits.ts';
import { ContestedAlready, TooLate, TooManyOpen } from '../refusals.ts';
import type { RaiseContest } from '../shapes.ts';
import type { EnteredHow } from '../states.ts';
import { countOpen, insertContest, isRepeated } from '../store/contests.ts';
import type { Contest } from '../tables.ts';
import { tellCarer, tellStaff } from '../tell.ts';

const DAY_MS = 86_400_000;

/** By whom of the staff, in the carer's name. */
interface Entered {
  readonly by: string;
  readonly how: EnteredHow;
}

interface Raising {
  readonly options: ContestsOptions;
  readonly call: Call;
  readonly entered?: Entered;
}

/**
 * A carer says that an entry is wrong or missing: the host answers by its deadline. An appeal about a certificate goes
 * to the district at once.
 */
export async function raiseContest(
  district: District,
  who: Who,
  asked: RaiseContest,
  { options, call, entered }: Raising,
): Promise<string> {
  requireMay(who, 'contests.raise', { person: who.person });
  const { plan } = district;
  return district.database
    .write(
      readerOf(who),
      async (transaction) => {
        const about = await aboutOf({ transaction, plan, who, call }, asked, options);
        requireInTime(plan, about, call.at);
        if ((await countOpen(transaction, who.person)) >= MOST_OPEN_A_CARER) throw TooManyOpen();
        const { certificate_id: certificate } = about;
        if (certificate) await options.setAppealed(transaction, certificate, call.at);
        return insert(transaction, plan, who.person, { about, asked, at: call.at, entered });
      },
      call,
    )
    .catch((error: unknown) => {
      throw isRepeated(error) ? ContestedAlready() : error;
    });
}

function requireInTime({ contests }: Plan, { since }: About, at: Date): void {
  if (at.getTime() - since.getTime() > contests.raiseWithinDays * DAY_MS) throw TooLate();
}

async function insert(
  transaction: WriteTransaction,
  plan: Plan,
  carer: string,
  {
    about,
    asked,
    at,
    entered,
  }: { about: About; asked: RaiseContest; at: Date; entered: Entered | undefined },
): Promise<string> {
  const { since: _, ...row } = about;
  const isAppeal = asked.claim === 'certificate';
  const { districtAnswersWithinWorkingDays, hostAnswersWithinWorkingDays } = plan.contests;
  const days = isAppeal ? districtAnswersWithinWorkingDays : hostAnswersWithinWorkingDays;
  const contest: Omit<Contest, 'version'> = {
    id: newId(),
    carer_id: carer,
    claim: asked.claim,
    ...row,
    words: asked.words.trim(),
    state: isAppeal ? 'escalated' : 'open',
    made_at: at,
    due_at: endOfWorkingDay(plan, at, days),
    escalated_at: isAppeal ? at : null,
    escalated_because: isAppeal ? 'appeal' : null,
    entered_by: entered?.by ?? null,
    entered_how: entered?.how ?? null,
  };
  await insertContest(transaction, contest);
  await tellStaff(
    transaction,
    { ...contest, version: 1 },
    {
      ...{ kind: isAppeal ? 'escalated' : 'raised', due: contest.due_at, at },
      lineage: contest.host_lineage,
    },
  );
  if (entered) {
    const news = { kind: 'entered', due: contest.due_at, at } as const;
    await tellCarer(transaction, { ...contest, version: 1 }, news);
  }
  return contest.id;
}
