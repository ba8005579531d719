import type { OrganisationKind, Stage } from '../../tables.ts';

const KINDS: Readonly<Record<string, OrganisationKind>> = {
  区: 'district',
  区县: 'district',
  district: 'district',
  街道: 'subdistrict',
  镇: 'subdistrict',
  乡: 'subdistrict',
  subdistrict: 'subdistrict',
  社区: 'community',
  村: 'community',
  片区: 'community',
  community: 'community',
  学校: 'school',
  小学: 'school',
  中学: 'school',
  school: 'school',
  幼儿园: 'kindergarten',
  kindergarten: 'kindergarten',
  年级: 'grade',
  grade: 'grade',
  班级: 'class',
  class: 'class',
};

/** The kind that our template's column 类型 names. */
export function readOrganisationKind(text: string): OrganisationKind | undefined {
  return KINDS[text.toLowerCase()];
}

/**
 * The kind of an organisation of OneRoster or School Data Sync: their types know no subdistricts, communities
 * or kindergartens, so that the Chinese name decides within what the type allows. Null: not kept (a ministry, a
 * department of a school).
 */
export function kindOfTypedOrganisation(type: string, name: string): OrganisationKind | null {
  switch (type.toLowerCase()) {
    case 'district':
    case 'localauthority':
      return 'district';
    case 'local':
    case 'region':
    case 'division':
    case 'municipality':
      return /(社区|村|片区)$/.test(name) ? 'community' : 'subdistrict';
    case 'school':
    case 'campus':
      return /幼儿园|kindergarten/i.test(name) ? 'kindergarten' : 'school';
    default:
      return null;
  }
}

const STAGES: Readonly<Record<string, Stage>> = {
  幼儿园: 'kindergarten',
  学前: 'kindergarten',
  小学: 'primary',
  初中: 'junior',
  高中: 'senior',
};

/** The stage that our template's column 学段 names. */
export function readStage(text: string): Stage | undefined {
  return STAGES[text];
}
