import type { Generated } from 'kysely';

declare module '../database/tables.ts' {
  interface Tables {
    sign_in_codes: SignInCodeRow;
    accounts: AccountRow;
    sessions: SessionRow;
    demo_personas: DemoPersonaRow;
  }
}

/** Grown-ups and students live in different tables; their ids never meet. */
export type PersonKind = 'adult' | 'student';

/**
 * What a session has proven, weakest first. By a phone's code alone one is a carer or a student; a post counts
 * with a password, a sensitive post with a password and a code of the authenticator.
 */
export const strengths = ['code', 'password', 'password+totp'] as const;

export type Strength = (typeof strengths)[number];

/** How a session began. */
export type MadeBy = 'code' | 'password' | 'persona';

interface SignInCodeRow {
  phone_index: Buffer;
  code_hash: Buffer;
  made_at: Date;
  expires_at: Date;
  tries: Generated<number>;
  used_at: Date | null;
}

interface AccountRow {
  person_id: string;
  kind: PersonKind;
  login_index: Buffer;
  password_hash: string;
  password_set_at: Date;
  totp_sealed: Buffer | null;
  totp_confirmed_at: Date | null;
  totp_offered_sealed: Buffer | null;
  totp_last_step: Generated<number>;
}

interface SessionRow {
  id: string;
  token_hash: Buffer;
  person_id: string;
  kind: PersonKind;
  strength: Strength;
  made_by: MadeBy;
  device: string;
  made_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

interface DemoPersonaRow {
  persona: string;
  person_id: string;
  kind: PersonKind;
}
