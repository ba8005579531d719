import { sql } from 'kysely';
import type { Language, ReadTransaction } from '../../platform/index.ts';
import type { OrganisationKind } from '../tables.ts';

export interface OwnPage {
  readonly name: string;
  readonly language: Language;
  readonly type_size: 'normal' | 'large';
}

export async function findAdult(
  transaction: ReadTransaction,
  id: string,
): Promise<OwnPage | undefined> {
  const { rows } = await sql<OwnPage>`
    select name, language, type_size from people where id = ${id}`.execute(transaction);
  return rows[0];
}

export async function findYoung(
  transaction: ReadTransaction,
  id: string,
): Promise<OwnPage | undefined> {
  const { rows } = await sql<OwnPage>`
    select name, 'zh' as language, 'normal' as type_size from students where id = ${id}`.execute(
    transaction,
  );
  return rows[0];
}

export interface OrganisationName {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
}

export async function listOrganisations(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<OrganisationName[]> {
  const { rows } = await sql<OrganisationName>`
    select id, name, kind from organisations where id = any(${ids}::uuid[])`.execute(transaction);
  return rows;
}

export interface OwnChild {
  readonly id: string;
  readonly name: string;
  readonly class_name: string | null;
  readonly school_id: string | null;
  readonly school_name: string | null;
  readonly relationship: string;
}

export async function listOwnChildren(
  transaction: ReadTransaction,
  carer: string,
): Promise<OwnChild[]> {
  const { rows } = await sql<OwnChild>`
    select students.id, students.name, class.name as class_name,
           school.id as school_id, school.name as school_name, relationship
      from guardianships
      join students on students.id = student_id
      left join organisations as class on class.id = students.class_id
      left join organisations as school
        on school.id = any(students.lineage) and school.kind in ('school', 'kindergarten')
     where carer_id = ${carer} and ended_on is null
     order by students.born_on nulls last, students.name, students.id`.execute(transaction);
  return rows;
}
