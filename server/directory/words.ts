import type { Words } from '../platform/index.ts';
import type { Reach } from './access/index.ts';
import type { OrganisationKind, Stage } from './tables.ts';

/** What the directory's codes are called in the sheets that leave the house. */
export const kindNames: Readonly<Record<OrganisationKind, Words>> = {
  district: { zh: '区', en: 'District' },
  subdistrict: { zh: '街道', en: 'Subdistrict' },
  community: { zh: '社区', en: 'Community' },
  school: { zh: '学校', en: 'School' },
  kindergarten: { zh: '幼儿园', en: 'Kindergarten' },
  grade: { zh: '年级', en: 'Grade' },
  class: { zh: '班级', en: 'Class' },
};

export const stageNames: Readonly<Record<Stage, Words>> = {
  kindergarten: { zh: '幼儿园', en: 'Kindergarten' },
  primary: { zh: '小学', en: 'Primary' },
  junior: { zh: '初中', en: 'Junior secondary' },
  senior: { zh: '高中', en: 'Senior secondary' },
};

export const reachNames: Readonly<Record<Reach, Words>> = {
  own: { zh: '本人', en: 'oneself' },
  family: { zh: '本家庭', en: 'family' },
  post: { zh: '本单位', en: 'own place' },
  school: { zh: '全校', en: 'whole school' },
  district: { zh: '全区', en: 'district' },
};

const relationshipNames: Readonly<Record<string, Words>> = {
  '51': { zh: '父亲', en: 'Father' },
  '52': { zh: '母亲', en: 'Mother' },
  '57': { zh: '继父或养父', en: 'Stepfather or adoptive father' },
  '58': { zh: '继母或养母', en: 'Stepmother or adoptive mother' },
  '61': { zh: '祖父', en: 'Grandfather (father’s side)' },
  '62': { zh: '祖母', en: 'Grandmother (father’s side)' },
  '63': { zh: '外祖父', en: 'Grandfather (mother’s side)' },
  '64': { zh: '外祖母', en: 'Grandmother (mother’s side)' },
  '99': { zh: '其他照护人', en: 'Other carer' },
};
const OTHER_RELATIVE: Words = { zh: '其他亲属', en: 'Other relative' };

/** Of a GB/T 4761 code; one that is not among the choices is another relative. */
export function relationshipName(code: string): Words {
  return relationshipNames[code] ?? OTHER_RELATIVE;
}
