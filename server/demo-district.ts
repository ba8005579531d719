import {
  decideOnSome,
  excuseSome,
  isEmpty,
  loadDemoDistrict,
  type ScaleName,
  tellUnread,
} from '../demo/index.ts';
import { settleDistrict } from './background.ts';
import { type District, listPersonas } from './platform/index.ts';
import { progressBar } from './progress-bar.ts';
import { findAnomalies } from './records/anomalies/index.ts';

export interface DemoAsked {
  readonly scale: ScaleName;
  readonly seed: number;
}

/** Fills an empty district with made-up people and counts what they did; does nothing to one that has people. */
export async function makeDemoDistrict(district: District, asked: DemoAsked): Promise<boolean> {
  if (!(await isEmpty(district))) return false;
  const people = progressBar('正在造一个演示区 · making a demo district');
  const { students, carers, facts } = await loadDemoDistrict(district, {
    ...asked,
    onProgress: (share) => people.show(share),
  });
  people.end();
  const counting = progressBar('正在计分和签发证明 · counting points, signing certificates');
  await settleDistrict(district, (place) => counting.show(place / facts));
  await decideOnSome(district);
  await excuseSome(district);
  await tellUnread(district);
  await findAnomalies(district);
  await settleDistrict(district);
  counting.end();
  process.stdout.write(
    `${students} 名学生 students · ${carers} 位家长 carers · ${facts} 条事实 facts\n`,
  );
  return true;
}

/** Who can be signed in as, for the terminal. */
export async function personaLines(district: District): Promise<string[]> {
  const personas = await district.database.read({ person: null, reach: [] }, listPersonas);
  return personas.map(({ persona }) => `  ${persona}`);
}
