import { sql } from 'kysely';
import { stateFacts } from '../facts/index.ts';
import { dateInShanghai } from '../plan/index.ts';
import {
  defineHolding,
  type Held,
  type Holding,
  type WriteTransaction,
} from '../platform/index.ts';
import { listOpenGuardianships } from './links/index.ts';
import { directoryChanged } from './version.ts';
import { relationshipName } from './words.ts';

/** What stands where a name stood, once its person had everything erased. */
const ERASED_NAME = '已注销';

const person = defineHolding({
  name: 'person',
  title: { zh: '您的基本信息', en: 'About you' },
  why: {
    zh: '学校名册或您自己提供，用来认出您、联系您。',
    en: 'From the school’s roster or from you: to know you and to reach you.',
  },
  tables: ['people', 'external_keys'],
  columns: {
    name: { zh: '姓名', en: 'Name' },
    phone: { zh: '手机', en: 'Phone' },
    id_number: { zh: '身份证号', en: 'ID number' },
    gender: { zh: '性别代码', en: 'Gender (GB/T 2261.1)' },
    language: { zh: '界面语言', en: 'Language' },
    roster_keys: { zh: '名册中的编号', en: 'Keys in rosters' },
  },
  async list({ transaction, district: { sealing }, person: id }) {
    const { rows } = await sql<PersonHeld>`
      select name, gender, language, phone_sealed, id_number_sealed,
             array(select source || ' ' || key from external_keys
                    where kind = 'person' and entity_id = people.id order by 1) as roster_keys
        from people where id = ${id}`.execute(transaction);
    return rows.map(({ phone_sealed: phone, id_number_sealed: number, ...row }) => ({
      ...row,
      phone: phone && sealing.open('phone', phone),
      id_number: number && sealing.open('id-number', number),
    }));
  },
  async erase({ transaction, person: id }) {
    await sql`
      update people
         set name = ${ERASED_NAME}, name_in_pinyin = '', gender = null, phone_sealed = null,
             phone_index = null, id_number_sealed = null, id_number_index = null
       where id = ${id}`.execute(transaction);
    await sql`delete from external_keys where kind = 'person' and entity_id = ${id}`.execute(
      transaction,
    );
    await directoryChanged(transaction);
  },
});

interface PersonHeld {
  readonly name: string;
  readonly gender: number | null;
  readonly language: string;
  readonly phone_sealed: Buffer | null;
  readonly id_number_sealed: Buffer | null;
  readonly roster_keys: string[];
}

const posts = defineHolding({
  name: 'posts',
  title: { zh: '任职', en: 'Posts' },
  why: {
    zh: '您在学校或机构的岗位，决定您能看到什么；离岗后作为历史保留。',
    en: 'Your posts decide what you may see; past ones stay as history.',
  },
  tables: ['posts'],
  columns: {
    organisation: { zh: '机构', en: 'Organisation' },
    role: { zh: '岗位', en: 'Role' },
    began_on: { zh: '开始', en: 'Began' },
    ended_on: { zh: '结束', en: 'Ended' },
  },
  async list({ transaction, person: id }) {
    const { rows } = await sql<Record<'organisation' | 'role' | 'began_on' | 'ended_on', string>>`
      select organisations.name as organisation, role, began_on, ended_on
        from posts join organisations on organisations.id = organisation_id
       where person_id = ${id} order by began_on`.execute(transaction);
    return rows;
  },
});

const family = defineHolding({
  name: 'family',
  title: { zh: '您和孩子', en: 'You and your children' },
  why: {
    zh: '学校名册或您申请关联时确认，积分按它记到孩子名下。注销时解除关联；孩子自己的学籍信息由学校保管。',
    en: 'From the roster or a confirmed request: points count for these children. Erasing ends the link; the child’s own file is kept by the school.',
  },
  tables: ['guardianships', 'students', 'enrolments'],
  columns: {
    child: { zh: '孩子', en: 'Child' },
    relationship: { zh: '关系', en: 'Relationship' },
    born_on: { zh: '出生日期', en: 'Born on' },
    student_number: { zh: '学籍号', en: 'Student number' },
    id_number: { zh: '身份证号', en: 'ID number' },
    classes: { zh: '班级', en: 'Classes' },
    began_on: { zh: '关联自', en: 'Linked since' },
    ended_on: { zh: '关联至', en: 'Linked until' },
  },
  async list({ transaction, district: { sealing }, person: id }) {
    // Who is linked no more sees that there was a link, and no more of the child: row-level security hides the rest.
    const { rows } = await sql<FamilyHeld>`
      select students.name as child, relationship, guardianships.began_on, guardianships.ended_on,
             students.born_on, student_number, students.id_number_sealed,
             array(select class.name || ' ' || enrolments.began_on || '–' || coalesce(enrolments.ended_on::text, '')
                     from enrolments join organisations as class on class.id = enrolments.class_id
                    where enrolments.student_id = students.id order by enrolments.began_on) as classes
        from guardianships left join students on students.id = guardianships.student_id
       where carer_id = ${id} order by guardianships.began_on`.execute(transaction);
    return rows.map(({ id_number_sealed: number, ...row }) => ({
      ...row,
      relationship: relationshipName(row.relationship),
      id_number: number && sealing.open('id-number', number),
    }));
  },
  erase: endEveryLink,
});

interface FamilyHeld {
  readonly child: string | null;
  readonly relationship: string;
  readonly began_on: string;
  readonly ended_on: string | null;
  readonly born_on: string | null;
  readonly student_number: string | null;
  readonly id_number_sealed: Buffer | null;
  readonly classes: string[];
}

async function endEveryLink({ transaction, district, person: id }: Held<WriteTransaction>) {
  const at = district.clock();
  const links = await listOpenGuardianships(transaction, id);
  await sql`
    update guardianships set ended_on = ${dateInShanghai(at)}
     where carer_id = ${id} and ended_on is null`.execute(transaction);
  await stateFacts(
    transaction,
    links.map((link) => ({
      kind: 'family.unlinked',
      at,
      organisation: link.class_id,
      subject: id,
      actor: id,
      quantity: 1,
      source: `guardianship-end:${link.id}`,
      attributes: { student: link.student_id, relationship: link.relationship },
    })),
  );
}

const linkRequests = defineHolding({
  name: 'link-requests',
  title: { zh: '关联孩子的申请', en: 'Requests to be linked' },
  why: { zh: '供学校核对您和孩子的关系。', en: 'For the school to make sure whose child it is.' },
  tables: ['link_requests'],
  columns: {
    school: { zh: '学校', en: 'School' },
    child_name: { zh: '孩子姓名', en: 'Child' },
    class_hint: { zh: '班级', en: 'Class' },
    relationship: { zh: '关系', en: 'Relationship' },
    state: { zh: '状态', en: 'State' },
    reason: { zh: '学校写的原因', en: 'The school’s reason' },
    asked_at: { zh: '申请时间', en: 'Asked' },
    decided_at: { zh: '处理时间', en: 'Decided' },
  },
  async list({ transaction, person: id }) {
    const { rows } = await sql<LinkRequestHeld>`
      select organisations.name as school, child_name, class_hint, relationship, state, reason,
             asked_at, decided_at
        from link_requests join organisations on organisations.id = school_id
       where person_id = ${id} order by asked_at`.execute(transaction);
    return rows.map((row) => ({ ...row, relationship: relationshipName(row.relationship) }));
  },
  async erase({ transaction, person: id }) {
    await sql`delete from link_requests where person_id = ${id}`.execute(transaction);
  },
});

interface LinkRequestHeld {
  readonly school: string;
  readonly child_name: string;
  readonly class_hint: string;
  readonly relationship: string;
  readonly state: string;
  readonly reason: string | null;
  readonly asked_at: Date;
  readonly decided_at: Date | null;
}

const looks = defineHolding({
  name: 'looks-at-files',
  title: { zh: '谁看过孩子的档案', en: 'Who looked at your children’s files' },
  why: {
    zh: '每次查看都留痕，您和学校都能查。也包括您作为教职工查看别人档案的记录。',
    en: 'Every look is written down, for you and for the school. Your own looks as staff are here too.',
  },
  tables: ['student_reads'],
  columns: {
    reader: { zh: '谁', en: 'Who' },
    role: { zh: '身份', en: 'As' },
    child: { zh: '孩子', en: 'Child' },
    what: { zh: '看了什么', en: 'What' },
    at: { zh: '时间', en: 'When' },
  },
  async list({ transaction, person: id }) {
    const { rows } = await sql<LookHeld>`
      select coalesce(people.name, clients.name) as reader, role, students.name as child, what, at
        from student_reads
        left join people on people.id = reader_id
        left join clients on clients.id = client_id
        left join students on students.id = student_id
       where reader_id = ${id}
          or student_id in (select student_id from guardianships
                             where carer_id = ${id} and ended_on is null)
       order by at`.execute(transaction);
    return rows;
  },
});

interface LookHeld {
  readonly reader: string;
  readonly role: string;
  readonly child: string | null;
  readonly what: string;
  readonly at: Date;
}

const imports = defineHolding({
  name: 'roster-imports',
  title: { zh: '您导入的名册', en: 'Rosters that you imported' },
  why: { zh: '说明名册从哪里来。', en: 'Shows where a roster came from.' },
  tables: ['roster_imports'],
  columns: {
    file_name: { zh: '文件', en: 'File' },
    state: { zh: '状态', en: 'State' },
    made_at: { zh: '时间', en: 'When' },
  },
  async list({ transaction, person: id }) {
    const { rows } = await sql<{ file_name: string; state: string; made_at: Date }>`
      select file_name, state, made_at from roster_imports
       where person_id = ${id} order by made_at`.execute(transaction);
    return rows;
  },
});

/** What the directory holds about a person. The family goes before the person, whose name its facts still need. */
export const directoryHoldings: readonly Holding[] = [
  family,
  linkRequests,
  person,
  posts,
  looks,
  imports,
];
