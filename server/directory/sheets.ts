import type { Language } from '../platform/index.ts';
import type { SheetColumn } from '../platform/sheets/index.ts';
import { type Capability, capabilities, matrix, type Role, roles } from './access/index.ts';
import type { browseCarers, browseStaff, browseStudents } from './actions/browse.ts';
import type { OrganisationLine } from './store.ts';
import { kindNames, reachNames, relationshipName, stageNames } from './words.ts';

type RowOf<List extends (...asked: never[]) => Promise<{ items: unknown[] }>> = Awaited<
  ReturnType<List>
>['items'][number];

/** The columns of the directory's lists as sheets: what the desk shows, in its order. */
export const studentColumns: readonly SheetColumn<RowOf<typeof browseStudents>>[] = [
  { header: { zh: '姓名', en: 'Name' }, width: 14, value: ({ name }) => name },
  { header: { zh: '班级', en: 'Class' }, width: 16, value: ({ class_name }) => class_name },
  { header: { zh: '学校', en: 'School' }, width: 28, value: ({ school_name }) => school_name },
  { header: { zh: '家长人数', en: 'Carers' }, width: 10, value: ({ carers }) => carers },
];

export const staffColumns: readonly SheetColumn<RowOf<typeof browseStaff>>[] = [
  { header: { zh: '姓名', en: 'Name' }, width: 14, value: ({ name }) => name },
  { header: { zh: '岗位', en: 'Post' }, width: 16, value: ({ role }) => roles[role as Role] },
  {
    header: { zh: '所在机构', en: 'Place' },
    width: 28,
    value: ({ organisation_name }) => organisation_name,
  },
];

export const carerColumns: readonly SheetColumn<RowOf<typeof browseCarers>>[] = [
  { header: { zh: '姓名', en: 'Name' }, width: 14, value: ({ name }) => name },
  {
    header: { zh: '孩子', en: 'Children' },
    width: 48,
    value: ({ children }, language) =>
      children.map((child) => childInWords(child, language)).join(language === 'zh' ? '；' : '; '),
  },
  { header: { zh: '手机', en: 'Phone' }, width: 14, value: ({ masked_phone }) => masked_phone },
];

function childInWords(
  child: RowOf<typeof browseCarers>['children'][number],
  language: Language,
): string {
  const { name, class_name, relationship } = child;
  const inBrackets = [class_name, relationshipName(relationship)[language]].filter(Boolean);
  return language === 'zh'
    ? `${name}（${inBrackets.join('，')}）`
    : `${name} (${inBrackets.join(', ')})`;
}

export const organisationColumns: readonly SheetColumn<OrganisationLine>[] = [
  { header: { zh: '名称', en: 'Name' }, width: 28, value: ({ name }) => name },
  { header: { zh: '类别', en: 'Kind' }, width: 12, value: ({ kind }) => kindNames[kind] },
  {
    header: { zh: '学段', en: 'Stage' },
    width: 16,
    value: ({ stage }) => stage && stageNames[stage],
  },
];

/** A row a capability, a column a role. */
export const accessColumns: readonly SheetColumn<Capability>[] = [
  { header: { zh: '可以做什么', en: 'May' }, width: 32, value: (id) => capabilities[id] },
  ...(Object.keys(roles) as Role[]).map((role) => ({
    header: roles[role],
    width: 16,
    value: (id: Capability) => {
      const reach = matrix[role][id];
      return reach ? reachNames[reach] : null;
    },
  })),
];
