/** The public pages' words. en.ts must have the same keys. */
export const zh = {
  navigation: '公共页面',
  nav: { what: '这是什么', calendar: '日历', verify: '验证证明', signIn: '登录' },
  footer: {
    line: '共育是开放源代码的软件，由教育主管部门为本区家庭运行。',
    privacy: '我们只收集办事需要的信息；谁看过孩子的档案，家长都能查到。',
  },
  what: {
    title: '家、校、社一起，陪孩子长大',
    lead: '学校办讲座，社区有活动，家长来学习、来参与。每一次都记得清清楚楚，积成看得懂、查得到的成长积分。',
    carers: '我是家长',
    staff: '我是老师或工作人员',
    howTitle: '一次参加，是怎样变成一张证明的',
    steps: {
      find: { title: '找到活动', text: '学校和社区提前公布时间、地点和内容，按孩子的阶段挑选。' },
      come: { title: '到场参加', text: '手机出示签到码；没有智能手机，请老师代为登记，一样算数。' },
      earn: {
        title: '得到积分',
        text: '每一分都写明因为哪件事、按哪条规则；觉得不对，可以申请更正。',
      },
      prove: {
        title: '开出证明',
        text: '积分达标，成长课时证明自动开出。任何人都能当场验证真伪。',
      },
    },
    tiersTitle: '三片叶子',
    tiers: {
      home: { title: '家', text: '父母、祖辈和每一位照护孩子的人。' },
      school: { title: '校', text: '校级家长学校、家委会、开放日和家访。' },
      community: { title: '社', text: '社区指导服务站、家长加油站和志愿者。' },
    },
  },
  calendar: { title: '活动日历' },
  verify: { title: '验证证明' },
  signIn: {
    title: '您从哪个门进来？',
    carers: '家长',
    carersText: '看活动、报名、签到，查积分和证明。用手机号登录。',
    staff: '老师和工作人员',
    staffText: '学校、社区、街道和区级的工作台。用账号和密码登录。',
  },
} as const;
