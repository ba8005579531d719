/** 我负责的任务的文字。 */
export const answering = {
  myDuties: {
    today: '我负责的任务',
    first: '今天：{{title}}，{{left}}，{{day}}到期。',
    firstLate: '今天：{{title}}，{{left}}，{{day}}已到期。',
    more_other: '另有 {{count}} 项要办。',
    none: '今天没有要办的',
    left: {
      student_other: '还有 {{count}} 名学生',
      staff_other: '还有 {{count}} 名教职工',
      organisation_other: '还有 {{count}} 个单位',
      body_other: '还有 {{count}} 个组织',
    },
    own: '还没有办',
    of: '共 {{tasks}}',
    due: '{{day}}到期',
    names: '如 {{names}}',
    standsIn: '岗位空缺，由您代管',
    allDone_other: '办好的和不必办的（{{count}} 项）',
    unrecorded_other: '系统里还没有这类记录的（{{count}} 项）',
    later_other: '以后到期的（{{count}} 项）',
  },
};
