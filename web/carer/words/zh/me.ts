/** One's own things, and help. */
export const me = {
  me: {
    title: '我的',
    family: '我的家庭',
    certificates: '我的证明',
    activities: '我的活动',
    notices: '消息',
    code: '我的签到码',
    points: '积分明细',
    devices: '已登录的设备',
    settings: '使用习惯',
    help: '打电话求助',
    forgotten: '这部手机上记下的资料已经删除。联网后请再退出一次，账号才算真正退出。',
  },
  devices: {
    title: '已登录的设备',
    text: '不认识的设备，请让它退出。',
    here: '这台手机',
    seen: '最近使用 {{when}}',
    end: '让它退出',
    ended: '那台设备已退出',
  },
  help: {
    title: '打电话求助',
    teacher: '先找班主任',
    teacherText:
      '报名、签到、积分的事，打电话给班主任就行。班主任可以替您办好，不必自己在手机上操作。',
    district: '找不到班主任，打给区里',
    call: '打电话 {{phone}}',
    emergency: '遇到紧急情况',
    minors: '12355 青少年服务台',
    police: '110 报警',
  },
} as const;
