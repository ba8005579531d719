import type { Words } from '../platform/index.ts';

declare module '../platform/database/tables.ts' {
  interface Tables {
    notices: NoticeRow;
  }
}

/** `at-once`: cannot wait for the day's digest. */
export const urgencies = ['at-once', 'daily'] as const;
export type Urgency = (typeof urgencies)[number];

export interface NoticeRow {
  readonly id: string;
  readonly person_id: string;
  readonly student_id: string | null;
  readonly room: string;
  readonly kind: string;
  readonly subject_id: string;
  readonly deed: string;
  readonly lineage: string[];
  readonly link: string | null;
  readonly heading: Words;
  readonly words: Words;
  readonly urgency: Urgency;
  readonly asks: boolean;
  readonly useful_until: Date | null;
  readonly made_at: Date;
  readonly read_at: Date | null;
  readonly done_at: Date | null;
  readonly next_at: Date | null;
}

/** Besides the app itself. */
export const outsideChannels = ['wechat', 'wecom', 'web-push', 'email', 'sms'] as const;
export type OutsideChannel = (typeof outsideChannels)[number];

/** `sent`: the provider took it. `delivered`: its receipt says that it arrived. `expired`: no longer needed. */
export const deliveryStates = ['queued', 'sent', 'delivered', 'failed', 'expired'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

declare module '../platform/database/tables.ts' {
  interface Tables {
    notice_wishes: WishesRow;
    notice_addresses: AddressRow;
    notice_deliveries: DeliveryRow;
    notice_calls: CallRow;
    notice_address_proofs: ProofRow;
  }
}

export interface WishesRow {
  readonly person_id: string;
  readonly pace: Urgency;
  readonly quiet_from: number;
  readonly quiet_until: number;
  readonly digest_at: number;
  readonly off: OutsideChannel[];
  readonly changed_at: Date;
}

export interface AddressRow {
  readonly id: string;
  readonly person_id: string;
  readonly channel: OutsideChannel;
  readonly address_sealed: Buffer;
  readonly address_index: Buffer;
  readonly label: string;
  readonly made_at: Date;
  readonly ended_at: Date | null;
  readonly ended_because: 'by-person' | 'gone' | 'moved' | null;
}

export interface DeliveryRow {
  readonly id: string;
  readonly person_id: string;
  readonly channel: OutsideChannel;
  readonly notice_ids: string[];
  readonly is_digest: boolean;
  readonly address_id: string | null;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly next_try_at: Date;
  readonly provider_id: string | null;
  readonly error: string | null;
  readonly made_at: Date;
  readonly sent_at: Date | null;
  readonly ended_at: Date | null;
}

export interface CallRow {
  readonly notice_id: string;
  readonly person_id: string;
  readonly student_id: string | null;
  readonly lineage: string[];
  readonly made_at: Date;
  readonly tries: number;
  readonly outcome: 'reached' | 'not-reached' | null;
  readonly called_by: string | null;
  readonly called_at: Date | null;
}

export interface ProofRow {
  readonly person_id: string;
  readonly address_sealed: Buffer;
  readonly code_hash: Buffer;
  readonly expires_at: Date;
  readonly tries: number;
}
