import type { ColumnSpec } from '../find-header.ts';
import { relationshipChoices } from '../rules/relationships.ts';

/** A column of our template: what the reader looks for and what the writer draws. */
export interface TemplateColumn<Name extends string> extends ColumnSpec<Name> {
  /** First header is ours, the others are what schools' own sheets say. */
  readonly headers: readonly [string, ...string[]];
  readonly hint: string;
  readonly sample: string;
  /** In characters. */
  readonly width: number;
  /** Offered as a list to choose from. */
  readonly choices?: readonly string[];
}

export interface TemplateSheet<Name extends string> {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly columns: readonly TemplateColumn<Name>[];
}

function column<Name extends string>(
  name: Name,
  headers: readonly [string, ...string[]],
  sample: string,
  hint: string,
  more: { isRequired?: true; width?: number; choices?: readonly string[] } = {},
): TemplateColumn<Name> {
  return { name, headers, sample, hint, width: 16, ...more };
}

/** Rows whose name begins so are the template's own. */
export const SAMPLE_MARK = '示例:';

export const postWords = {
  区级管理人员: 'district-officer',
  入学审核人员: 'admissions-officer',
  街道工作人员: 'subdistrict-worker',
  社区工作人员: 'community-worker',
  校长: 'principal',
  园长: 'principal',
  德育负责人: 'moral-education-lead',
  德育主任: 'moral-education-lead',
  班主任: 'class-teacher',
  教师: 'teacher',
  任课教师: 'teacher',
} as const;

export const organisationSheet = {
  name: '机构',
  aliases: ['机构表', '学校', '单位', 'organisations'],
  columns: [
    column(
      'code',
      ['机构代码', '学校代码', '代码', '编号'],
      'S001',
      '自己编也行,全区不重复,以后不要改',
      {
        isRequired: true,
      },
    ),
    column('name', ['机构名称', '学校名称', '名称'], '示例:麓湖小学', '用正式名称', {
      isRequired: true,
      width: 28,
    }),
    column('kind', ['类型', '机构类型'], '学校', '区、街道、社区、学校、幼儿园', {
      isRequired: true,
      choices: ['区', '街道', '社区', '学校', '幼儿园'],
    }),
    column('parent', ['上级机构代码', '上级代码', '上级机构'], 'J01', '不填就直接归区里管'),
    column('stage', ['学段'], '小学', '小学、初中、高中;九年一贯制等多学段学校不填', {
      choices: ['幼儿园', '小学', '初中', '高中'],
    }),
  ],
} as const satisfies TemplateSheet<string>;

const placeColumns = [
  column(
    'school',
    ['学校代码', '学校', '学校名称', '任职机构代码', '任职机构', '机构代码'],
    'S001',
    '机构表里的代码,也可以写全称',
    {
      isRequired: true,
    },
  ),
] as const;

export const staffSheet = {
  name: '教职工',
  aliases: ['教师', '老师', '教职工表', '教师名单', 'staff'],
  columns: [
    column('name', ['姓名', '教师姓名'], '示例:李晓芳', '', { isRequired: true }),
    column(
      'phone',
      ['手机号', '手机', '联系电话', '电话'],
      '10012345678',
      '手机号和身份证号至少填一项',
    ),
    column('gender', ['性别'], '女', '', { choices: ['男', '女'] }),
    column(
      'id_number',
      ['身份证号', '身份证', '身份证件号', '证件号码'],
      '',
      '选填;请保持“文本”格式',
      {
        width: 22,
      },
    ),
    ...placeColumns,
    column('role', ['职务', '岗位'], '班主任', '一人多职就写多行', {
      isRequired: true,
      choices: Object.keys(postWords),
    }),
    column('grade', ['年级'], '三年级', '班主任必填'),
    column('class', ['班级'], '1班', '班主任必填'),
    column('began_on', ['任职日期', '开始日期'], '2025-09-01', '选填'),
    column('ended_on', ['离任日期', '结束日期'], '', '离任时填'),
  ],
} as const satisfies TemplateSheet<string>;

export const studentSheet = {
  name: '学生',
  aliases: ['学生表', '学生名单', '学生信息', 'students'],
  columns: [
    column('name', ['姓名', '学生姓名'], '示例:王小满', '', { isRequired: true }),
    column('gender', ['性别'], '男', '', { choices: ['男', '女'] }),
    column('born_on', ['出生日期', '生日', '出生年月日'], '2017-03-12', '填了身份证号可以不填'),
    column(
      'student_number',
      ['学籍号', '学号', '全国学籍号'],
      'G20250001',
      '学籍号和身份证号至少填一项;幼儿可填园内编号',
      {
        width: 22,
      },
    ),
    column(
      'id_number',
      ['身份证号', '身份证', '身份证件号', '证件号码'],
      '',
      '选填;请保持“文本”格式',
      {
        width: 22,
      },
    ),
    ...placeColumns,
    column('grade', ['年级'], '三年级', '一年级…九年级、高一…高三、小班、中班、大班', {
      isRequired: true,
    }),
    column('class', ['班级'], '1班', '', { isRequired: true }),
    column('began_on', ['入班日期', '入学日期'], '2025-09-01', '选填'),
    column('ended_on', ['离校日期', '转出日期', '毕业日期'], '', '转出、毕业时填'),
  ],
} as const satisfies TemplateSheet<string>;

export const carerSheet = {
  name: '家长',
  aliases: ['家长表', '家长名单', '监护人', '家庭成员', 'carers'],
  columns: [
    column(
      'student',
      ['学生学籍号', '学籍号', '学号', '学生身份证号'],
      'G20250001',
      '和学生表里的学籍号一致;没有学籍号的填身份证号',
      {
        isRequired: true,
        width: 22,
      },
    ),
    column('student_name', ['学生姓名', '学生'], '示例:王小满', '用来核对,建议填'),
    column('name', ['家长姓名', '监护人姓名', '姓名'], '王建国', '', { isRequired: true }),
    column(
      'relationship',
      ['与学生关系', '关系', '称谓', '家庭关系'],
      '父亲',
      '也可填 GB/T 4761 代码',
      {
        isRequired: true,
        choices: relationshipChoices,
      },
    ),
    column(
      'phone',
      ['手机号', '手机', '联系电话', '电话', '家长手机号'],
      '10087654321',
      '没有手机的老人可以不填',
    ),
    column(
      'id_number',
      ['家长身份证号', '身份证号', '身份证', '证件号码'],
      '',
      '选填;请保持“文本”格式',
      { width: 22 },
    ),
    column(
      'is_main',
      ['主要照护人', '主要监护人', '是否主要照护人'],
      '是',
      '平时主要带孩子的那一位',
      {
        choices: ['是', '否'],
      },
    ),
    column('left', ['解除关联'], '', '不再是这名学生的家长时填“是”', { choices: ['是'] }),
  ],
} as const satisfies TemplateSheet<string>;

export type OrganisationColumn = (typeof organisationSheet.columns)[number]['name'];
export type StaffColumn = (typeof staffSheet.columns)[number]['name'];
export type StudentColumn = (typeof studentSheet.columns)[number]['name'];
export type CarerColumn = (typeof carerSheet.columns)[number]['name'];

export const templateSheets = [organisationSheet, staffSheet, studentSheet, carerSheet] as const;

export const INSTRUCTIONS_SHEET = '填写说明';
