import { Type } from 'typebox';
import { admissionUses } from '../vocabulary.ts';
import { Layers } from './layer-file.ts';
import { closed, Day, effective, Form, Id, listOf, Words, words } from './parts.ts';

export const PlanFile = Type.Object(
  {
    id: Id('计划编号 · the plan’s id'),
    name: Words,
    districtName: Words,
    office: words({ description: '实施单位，也是证明的签发单位 · who runs the plan and signs' }),
    version: Form('^[0-9]+\\.[0-9]+\\.[0-9]+$', "请写成 '1.0.0' · Write it as '1.0.0'"),
    ...effective,
    layers: Layers,
    timezone: Type.Literal('Asia/Shanghai'),
    contact: Type.Object(
      {
        phone: Type.Optional(
          Form('^[0-9+][0-9 -]{5,20}$', '请写电话号码，加引号 · Write a phone number, in quotes'),
        ),
        email: Type.Optional(
          Form('^\\S+@\\S+$', '请写电子邮箱 · Write an e-mail address', { maxLength: 200 }),
        ),
        address: Words,
        hours: Type.Optional(Words),
      },
      closed,
    ),
    sm2Signature: Type.Optional(
      Type.Boolean({ description: '证明另附国密签名 · certificates bear an SM2 signature too' }),
    ),
    reminders: Type.Optional(
      Type.Object(
        {
          aboveAfterWorkingDays: Type.Integer({
            minimum: 1,
            maximum: 60,
            description:
              '任务转红后多少个工作日还没办，提醒上一级；不写就是 5 · working days late until the post above hears of it; missing: 5',
          }),
        },
        closed,
      ),
    ),
    admissionUse: listOf(
      {
        use: Type.Enum(admissionUses),
        from: Day('第一天 · first day'),
        until: Type.Optional(Day('最后一天，含当天 · last day, itself included')),
        legalBasis: Words,
        appealAddress: Words,
      },
      '成长课时证明在入学时的用途；没有写到的日子就是 off · what a certificate may be used for at enrolment',
    ),
  },
  { ...closed, title: 'PlanFile', description: 'plan.yaml' },
);
