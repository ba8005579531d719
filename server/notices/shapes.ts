import { Type } from 'typebox';
import { Page, PageQuery } from '../platform/index.ts';
import { MOST_LETTERS_OF_AN_ADDRESS } from './limits.ts';
import { outsideChannels, urgencies } from './tables.ts';

const Id = Type.String({ format: 'uuid' });
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);

export const ById = Type.Object({ id: Id });

export const Notice = Type.Object(
  {
    id: Id,
    room: Type.String({ description: 'Which room speaks' }),
    kind: Type.String({ description: 'Which of its sentences' }),
    child_name: Nullable(Type.String({ description: 'The child that it concerns' })),
    heading: Words,
    text: Words,
    link: Nullable(Type.String({ description: 'Where in the carer’s app it leads' })),
    asks: Type.Boolean({ description: 'It waits for an answer, read or not' }),
    made_at: Type.String(),
    read_at: Nullable(Type.String()),
    done_at: Nullable(Type.String({ description: 'When it fell silent by itself' })),
  },
  { title: 'Notice' },
);
export type Notice = Type.Static<typeof Notice>;

export const Notices = Page(Notice, 'Notices');
export const NoticesQuery = Type.Object({ ...PageQuery, unread: Type.Boolean({ default: false }) });

export const CallToMake = Type.Object(
  {
    id: Id,
    carer_name: Type.String(),
    student_id: Nullable(Id),
    student_name: Nullable(Type.String()),
    place_name: Nullable(Type.String({ description: 'The class, or who answers for the notice' })),
    text: Words,
    useful_until: Nullable(Type.String()),
    made_at: Type.String(),
    tries: Type.Integer({ description: 'How often nobody answered' }),
    called_at: Nullable(Type.String()),
    called_by_name: Nullable(Type.String()),
  },
  { title: 'CallToMake' },
);
export const CallsToMake = Type.Object(
  { total: Type.Integer(), items: Type.Array(CallToMake) },
  { title: 'CallsToMake' },
);
export const PhoneNumber = Type.Object(
  { phone: Nullable(Type.String()) },
  { title: 'PhoneNumber' },
);
export const CallMade = Type.Object(
  { outcome: Type.Enum(['reached', 'not-reached']) },
  { title: 'CallMade', additionalProperties: false },
);

export const ChannelHealth = Type.Object(
  {
    channel: Type.Enum([...outsideChannels]),
    is_set: Type.Boolean({ description: 'The settings name it' }),
    is_resting: Type.Boolean({
      description: 'It fails for everybody and is left alone for a while',
    }),
    queued: Type.Integer(),
    sent: Type.Integer({ description: 'Taken by the provider, no receipt yet or never' }),
    delivered: Type.Integer({ description: 'Arrived, says the receipt' }),
    failed: Type.Integer(),
    expired: Type.Integer({ description: 'Read or done before it was sent' }),
    last_error: Nullable(Type.String()),
    last_error_at: Nullable(Type.String()),
    last_success_at: Nullable(Type.String()),
  },
  { title: 'ChannelHealth' },
);
export const ChannelHealths = Type.Object(
  { items: Type.Array(ChannelHealth) },
  { title: 'ChannelHealths' },
);

const ClockTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });
const Channel = Type.Enum([...outsideChannels]);
const wishes = {
  pace: Type.Enum([...urgencies], {
    description: 'daily: once a day, except for what cannot wait',
  }),
  quiet_from: ClockTime,
  quiet_until: ClockTime,
  digest_at: ClockTime,
  off: Type.Array(Channel, { uniqueItems: true, maxItems: outsideChannels.length }),
};

export const NoticeWishes = Type.Object(
  {
    ...wishes,
    channels: Type.Array(Channel, { description: 'Those that the district has' }),
    has_phone: Type.Boolean({ description: 'The roster has a phone for text messages' }),
    addresses: Type.Array(
      Type.Object({ id: Id, channel: Channel, label: Type.String(), made_at: Type.String() }),
    ),
    push_key: Type.String({ description: 'The key by which a browser subscribes, base64url' }),
  },
  { title: 'NoticeWishes' },
);
export const NoticeWishesChange = Type.Object(wishes, {
  title: 'NoticeWishesChange',
  additionalProperties: false,
});
export type NoticeWishesChange = Type.Static<typeof NoticeWishesChange>;

export const PushSubscription = Type.Object(
  {
    endpoint: Type.String({ format: 'uri', maxLength: MOST_LETTERS_OF_AN_ADDRESS }),
    keys: Type.Object({
      // An uncompressed point of P-256, and sixteen bytes.
      p256dh: Type.String({ pattern: '^B[A-Za-z0-9_-]{86}$' }),
      auth: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }),
    }),
  },
  { title: 'PushSubscription' },
);
export const AddressMade = Type.Object({ id: Id }, { title: 'AddressMade' });
export const MailWanted = Type.Object(
  { address: Type.String({ format: 'email', maxLength: 254 }) },
  { title: 'MailWanted', additionalProperties: false },
);
export const MailCode = Type.Object(
  { code: Type.String({ pattern: '^[0-9]{6}$' }) },
  { title: 'MailCode', additionalProperties: false },
);
export const WechatBack = Type.Object({
  code: Type.String({ maxLength: 200 }),
  state: Type.String({ maxLength: 200 }),
});
export const WechatSigned = Type.Object({
  signature: Type.String({ maxLength: 100 }),
  timestamp: Type.String({ maxLength: 20 }),
  nonce: Type.String({ maxLength: 100 }),
  msg_signature: Type.Optional(Type.String({ maxLength: 100 })),
  encrypt_type: Type.Optional(Type.String({ maxLength: 20 })),
  openid: Type.Optional(Type.String({ maxLength: 100 })),
  echostr: Type.Optional(Type.String({ maxLength: 200 })),
});
