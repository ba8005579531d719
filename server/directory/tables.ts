import type { Generated } from 'kysely';
import type { Language } from '../platform/index.ts';
import type { PostRole } from './access/index.ts';

declare module '../platform/database/tables.ts' {
  interface Tables {
    organisations: OrganisationRow;
    directory_version: { version: number };
    people: PersonRow;
    students: StudentRow;
    enrolments: EnrolmentRow;
    guardianships: GuardianshipRow;
    posts: PostRow;
    external_keys: ExternalKeyRow;
    link_requests: LinkRequestRow;
  }
}

export const organisationKinds = [
  'district',
  'subdistrict',
  'community',
  'school',
  'kindergarten',
  'grade',
  'class',
] as const;

export type OrganisationKind = (typeof organisationKinds)[number];

export const stages = ['kindergarten', 'primary', 'junior', 'senior'] as const;

export type Stage = (typeof stages)[number];

interface OrganisationRow {
  id: string;
  kind: OrganisationKind;
  parent_id: string | null;
  lineage: string[];
  name: string;
  name_in_pinyin: Generated<string>;
  code: string | null;
  stage: Stage | null;
  entered_in: number | null;
  closed_on: string | null;
}

interface PersonRow {
  id: string;
  name: string;
  name_in_pinyin: Generated<string>;
  gender: number | null;
  phone_sealed: Buffer | null;
  phone_index: Buffer | null;
  id_number_sealed: Buffer | null;
  id_number_index: Buffer | null;
  language: Generated<Language>;
  type_size: Generated<'normal' | 'large'>;
}

interface StudentRow {
  id: string;
  name: string;
  name_in_pinyin: Generated<string>;
  gender: number | null;
  born_on: string | null;
  student_number: string | null;
  id_number_sealed: Buffer | null;
  id_number_index: Buffer | null;
  id_number_last_four: string | null;
  class_id: string | null;
  lineage: Generated<string[]>;
}

interface EnrolmentRow {
  id: string;
  student_id: string;
  class_id: string;
  began_on: string;
  ended_on: string | null;
}

interface GuardianshipRow {
  id: string;
  student_id: string;
  carer_id: string;
  relationship: string;
  is_main: Generated<boolean>;
  began_on: string;
  ended_on: string | null;
}

interface PostRow {
  id: string;
  person_id: string;
  organisation_id: string;
  role: PostRole;
  began_on: string;
  ended_on: string | null;
}

interface ExternalKeyRow {
  source: string;
  kind: 'organisation' | 'person' | 'student';
  key: string;
  entity_id: string;
}

interface LinkRequestRow {
  id: string;
  person_id: string;
  school_id: string;
  student_id: string | null;
  child_name: string;
  class_hint: string;
  relationship: string;
  state: Generated<'waiting' | 'confirmed' | 'declined'>;
  asked_at: Generated<Date>;
  decided_at: Date | null;
  decided_by: string | null;
  reason: string | null;
  seen_at: Date | null;
}
