import { Type } from 'typebox';
import { ACCOUNT_NAME } from './accounts.ts';
import { PASSWORD_LETTERS } from './limits.ts';
import { strengths } from './tables.ts';

const Id = Type.String({ format: 'uuid' });
const Phone = Type.String({
  pattern: '^1[0-9]{10}$',
  description: 'A mainland mobile number, 11 digits',
});
const SixDigits = Type.String({ pattern: '^[0-9]{6}$' });
const Password = Type.String({ minLength: 1, maxLength: PASSWORD_LETTERS.most });

export const CodeRequest = Type.Object(
  { phone: Phone },
  { title: 'CodeRequest', additionalProperties: false },
);

export const CodeSent = Type.Object(
  {
    expires_at: Type.String({ format: 'date-time' }),
    retry_after_seconds: Type.Integer({ description: 'Before that no other code is sent' }),
  },
  { title: 'CodeSent' },
);

const SignInByCode = Type.Object(
  {
    phone: Phone,
    code: SixDigits,
    person_id: Type.Optional(Id),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  },
  { title: 'SignInByCode', additionalProperties: false },
);

const SignInByPassword = Type.Object(
  {
    account: Type.String({ minLength: 1, maxLength: 40, description: 'Phone or account name' }),
    password: Password,
    totp: Type.Optional(SixDigits),
  },
  { title: 'SignInByPassword', additionalProperties: false },
);

export const SignInRequest = Type.Union([SignInByCode, SignInByPassword], {
  title: 'SignInRequest',
});

export const SignedInAnswer = Type.Object(
  {
    person: Type.Object({ id: Id, name: Type.String() }),
    kind: Type.Enum(['adult', 'student']),
    strength: Type.Enum([...strengths]),
    expires_at: Type.String({ format: 'date-time' }),
  },
  { title: 'SignedIn' },
);

export const ChoiceAnswer = Type.Object(
  {
    choose: Type.Array(
      Type.Object({ person_id: Id, name: Type.String({ description: 'Masked' }) }),
    ),
  },
  { title: 'SignInChoice' },
);

export const PasswordRequest = Type.Object(
  {
    password: Password,
    current_password: Type.Optional(Password),
    account: Type.Optional(
      Type.String({ pattern: ACCOUNT_NAME, description: 'To type instead of the phone' }),
    ),
  },
  { title: 'PasswordRequest', additionalProperties: false },
);

export const TotpOffer = Type.Object(
  { secret: Type.String({ description: 'Base32' }), otpauth_uri: Type.String() },
  { title: 'TotpOffer' },
);

export const TotpConfirmation = Type.Object(
  { totp: SixDigits },
  { title: 'TotpConfirmation', additionalProperties: false },
);

export const Devices = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        id: Id,
        device: Type.String(),
        is_this: Type.Boolean(),
        made_at: Type.String({ format: 'date-time' }),
        last_seen_at: Type.String({ format: 'date-time', description: 'To the hour' }),
      }),
    ),
  },
  { title: 'Devices' },
);

export const DeviceById = Type.Object({ id: Id });
