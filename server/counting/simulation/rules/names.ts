import { stageNames, stages } from '../../../directory/index.ts';
import type { Words } from '../../../platform/index.ts';

/** What the table calls the ways in which families are told apart. */
export const dimensionNames: Readonly<Record<string, Words>> = {
  stage: { zh: '学段', en: 'Stage' },
  school: { zh: '学校', en: 'School' },
  carers: { zh: '家长人数', en: 'Carers' },
  'raised-by': { zh: '主要照护人', en: 'Main carer' },
  arrival: { zh: '来本区的时间', en: 'Came to the district' },
};

const groupNames: Readonly<Record<string, Words>> = {
  'carers one': { zh: '一位家长', en: 'One carer' },
  'carers several': { zh: '多位家长', en: 'Several carers' },
  'raised-by grandparent': { zh: '祖辈', en: 'A grandparent' },
  'raised-by parent': { zh: '父母等', en: 'A parent or another' },
  'arrival later': { zh: '后来的', en: 'Later' },
  'arrival before': { zh: '一直在的', en: 'Here from the beginning' },
};

export function groupName(
  dimension: string,
  key: string,
  schools: ReadonlyMap<string, string>,
): Words {
  if (dimension === 'school') {
    const name = schools.get(key) ?? '';
    return { zh: name, en: name };
  }
  const stage = stages.find((one) => one === key);
  if (dimension === 'stage' && stage) return stageNames[stage];
  return groupNames[`${dimension} ${key}`] ?? { zh: key, en: key };
}
