/**
 * A believable district, always the same for the same seed: who there is, a history of events, and everything
 * that those state as facts. Everybody in it is made up.
 *
 * May touch: every table, as the owner, of a district that is empty; the doors for what is shared.
 */
import { type District, setPersonas } from '../server/platform/index.ts';
import { tellOfLastEvents } from './afterwards.ts';
import { lendOnePhone } from './anomalies.ts';
import { enterSomeDeeds } from './awards.ts';
import { columns } from './columns.ts';
import { announceByOneSchool } from './coming.ts';
import { letInAdmissions } from './connected-system.ts';
import { contestSome } from './contests.ts';
import { DeedsOfDuty } from './deeds-of-duty.ts';
import { Registrar } from './enrol.ts';
import { FactLog } from './fact-log.ts';
import { Registry } from './families.ts';
import { History } from './history.ts';
import { placesOf, plantTree } from './places.ts';
import { Populace } from './populace.ts';
import { Random } from './random.ts';
import { Rows } from './rows.ts';
import { type ScaleName, scales } from './scales.ts';

export { decideOnSome } from './certificates.ts';
export { letInAdmissions } from './connected-system.ts';
export { excuseSome } from './excuses.ts';
export { phoneNumber, withCheckDigit } from './made-up.ts';
export { tellUnread } from './notices.ts';
export { isScaleName, type ScaleName, scales } from './scales.ts';

export interface DemoOptions {
  readonly scale: ScaleName;
  readonly seed: number;
  /** Called with the share that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface DemoCounts {
  readonly students: number;
  readonly carers: number;
  readonly facts: number;
}

/** Whether the district has nobody in it yet. */
export async function isEmpty(district: District): Promise<boolean> {
  return district.database.read({ person: null, reach: [] }, async (transaction) => {
    const found = await transaction.selectFrom('organisations').select('id').limit(1).execute();
    return found.length === 0;
  });
}

/**
 * Fills an empty district, in one transaction. Points and certificates are not written: the counters follow
 * the log afterwards, as always.
 */
export async function loadDemoDistrict(
  district: District,
  { scale: name, seed, onProgress = () => {} }: DemoOptions,
): Promise<DemoCounts> {
  const scale = scales[name];
  const today = district.clock();
  const schoolYear = schoolYearOf(today);
  const beganAt = Date.UTC(schoolYear - scale.years, 8, 1);
  const random = new Random(`gongyu ${name} ${seed}`);
  const rows = new Rows();
  const facts = new FactLog(rows, random, 0);
  const beganOn = new Date(beganAt).toISOString().slice(0, 10);
  const registrar = new Registrar({ rows, facts, random, sealing: district.sealing }, beganOn);
  const { districtName } = district.plan;
  const tree = plantTree(random, scale, { districtName: districtName.zh, schoolYear, at: beganAt });
  const populace = new Populace(random, new Registry(random, beganAt), registrar, tree);
  const history = new History({ plan: district.plan, random, rows, facts }, scale, today, beganAt);
  const owed = { plan: district.plan, rows, facts, tree, populace, scale };
  const duties = new DeedsOfDuty(owed, today, beganAt);

  await district.database.withOwner(async (client) => {
    await client.query('begin');
    for (const place of placesOf(tree)) registrar.place(place);
    populace.fillOffices();
    await rows.flush(client, columns);
    for (const [index, school] of tree.schools.entries()) {
      const people = populace.fillSchool(school, scale);
      history.ofSchool(school, people);
      duties.ofSchool(school, people);
      await rows.flush(client, columns);
      // One school is enough to try these, and the first is where the personas are.
      const { plan } = district;
      if (index === 0)
        await announceByOneSchool({ client, plan, school, lead: people.lead, today });
      onProgress((index + 1) / tree.schools.length);
    }
    history.ofCommunities(tree.communities, populace);
    duties.ofOffices();
    await rows.flush(client, columns);
    await client.query(`update log_places set place = $1 where follower = 'sequencer'`, [
      facts.place,
    ]);
    const personas = populace.personas();
    const school = tree.schools[0]?.place.id ?? '';
    const guest = personas.find(({ persona }) => persona === 'carer')?.person ?? '';
    await tellOfLastEvents(district, client, { school, guest, random });
    const officer = personas.find(({ persona }) => persona === 'district-officer')?.person ?? '';
    await letInAdmissions(client, { officer, at: today });
    const lead = personas.find(({ persona }) => persona === 'class-teacher')?.person ?? '';
    await enterSomeDeeds(district, client, { school, lead, random, today });
    await contestSome(client, district.plan, { school, guest, random, today });
    await lendOnePhone(client, { school, random });
    await client.query('commit');
    await client.query('analyze');
  });
  await district.database.write({ person: null, reach: [] }, (transaction) =>
    setPersonas(transaction, populace.personas()),
  );
  return { students: populace.students, carers: populace.carers, facts: facts.place };
}

/** The year in which the present school year began. */
function schoolYearOf(today: Date): number {
  return today.getUTCMonth() >= 8 ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
}
