import { defineRefusal } from '../../platform/index.ts';
import { LONGEST_TOPIC, MOST_TOPICS } from './limits.ts';

export const NoTopics = defineRefusal(
  'topics.no-topics',
  409,
  { zh: '这种活动没有话题单', en: 'This kind of activity has no topics' },
  { zh: '话题单是沙龙才有的。', en: 'Salons have them.' },
);

export const Closed = defineRefusal(
  'topics.closed',
  409,
  { zh: '活动已经结束或取消，话题单不再改', en: 'It is over or called off: the topics stay' },
  { zh: '没聊到的话题，下次办的时候会再列出来。', en: 'What was left out is offered next time.' },
);

export const NotPublished = defineRefusal(
  'topics.not-published',
  409,
  { zh: '活动还没有发布', en: 'It is not published yet' },
  { zh: '发布以后，家长才能说想聊什么。', en: 'Families choose once it is published.' },
);

export const TooMany = defineRefusal(
  'topics.too-many',
  422,
  { zh: `话题最多 ${MOST_TOPICS} 个`, en: `At most ${MOST_TOPICS} topics` },
  { zh: '先拿掉一个，再列新的。', en: 'Take one off first.' },
);

export const TooLong = defineRefusal(
  'topics.too-long',
  422,
  {
    zh: `列上的话题最多 ${LONGEST_TOPIC} 个字`,
    en: `A topic has at most ${LONGEST_TOPIC} characters`,
  },
  { zh: '请改短一些再列上。', en: 'Put it more shortly.' },
);

export const WantedAlready = defineRefusal(
  'topics.wanted-already',
  409,
  { zh: '已有家长想聊的话题不能改字', en: 'A topic that carers want keeps its words' },
  {
    zh: '家长选的是原来的话。可以拿掉它，另列一个。',
    en: 'They chose what they read. Take it off and add another.',
  },
);

export const OneAtATime = defineRefusal(
  'topics.one-at-a-time',
  409,
  { zh: '您家已经提了一个话题，主办方还没有看', en: 'Your family has a proposal that waits' },
  { zh: '等主办方看过，再提下一个。', en: 'Propose another once it was answered.' },
);

export const DecidedAlready = defineRefusal(
  'topics.decided-already',
  409,
  { zh: '这个提议已经处理过了', en: 'This proposal was dealt with already' },
  { zh: '请刷新看看结果。', en: 'Reload to see how.' },
);

export const NotHeldYet = defineRefusal(
  'topics.not-held-yet',
  409,
  { zh: '沙龙还没有开始', en: 'It has not begun yet' },
  { zh: '聊过以后，再勾聊到了哪些。', en: 'Tick what was talked about once it was.' },
);
