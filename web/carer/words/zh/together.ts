/** What families shape together: the topics of a salon. */
export const together = {
  topics: {
    title: '想聊什么',
    how: '点一下想聊的，主办方只看得到有几个人，看不到是谁。',
    noneYet: '话题单还没有列好，您可以先提一个。',
    wanted_other: '{{count}} 人想聊',
    noWish: '还没有人选',
    talked: '聊过了',
    propose: '我想聊别的',
    proposeText: '用您自己的话写，一句就好。只有主办方知道是谁提的，别的家庭不知道。',
    proposeLabel: '您想聊什么？',
    send: '告诉主办方',
    sent: '主办方会看到，列上了会告诉您',
    mine: '我提的话题',
    states: { open: '等主办方看', accepted: '列上了', declined: '这次没有列', withdrawn: '收回了' },
    reason: '主办方说：{{reason}}',
    withdraw: '收回',
    withdrawn: '已收回',
  },
} as const;
