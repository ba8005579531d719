/** What comes after an event. */
export const afterwards = {
  thanks: {
    title: '感谢卡',
    open: '看感谢卡',
    openText: '谢谢您为这次活动出的力。',
    to: '{{name}}：',
    text: '{{day}}，您在《{{title}}》里担任{{part}}。',
    heart: '孩子们和家长们因为您的付出，多了一份收获。谢谢您！',
    parts: { attendee: '参加者', speaker: '主讲', volunteer: '志愿者' },
    print: '打印',
  },
} as const;
