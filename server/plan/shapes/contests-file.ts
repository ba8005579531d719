import { Type } from 'typebox';
import { ClauseId, closed } from './parts.ts';

const Days = (maximum: number, description: string) =>
  Type.Integer({ minimum: 1, maximum, description });

export const ContestsFile = Type.Object(
  {
    clause: ClauseId,
    raiseWithinDays: Days(3660, '活动之后多少天内可以提出 · days after the deed to contest it'),
    hostAnswersWithinWorkingDays: Days(60, '主办单位几个工作日内答复 · working days of the host'),
    notAcceptedWithinDays: Days(
      366,
      '答复后多少天内可以请区里复核，一次 · days to take the answer to the district, once',
    ),
    districtAnswersWithinWorkingDays: Days(
      60,
      '区里几个工作日内决定 · working days of the district',
    ),
  },
  { ...closed, title: 'ContestsFile', description: 'contests.yaml' },
);
