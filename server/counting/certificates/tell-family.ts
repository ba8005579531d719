import { type Told, tell } from '../../notices/index.ts';
import type { WriteTransaction } from '../../platform/index.ts';
import {
  type CertificateNotice,
  certificateHeading,
  certificateWords,
} from './rules/notice-words.ts';

interface CertificateNews {
  readonly certificate: string;
  readonly kind: CertificateNotice;
  /** What decided it: a certificate may be suspended again by another fact. */
  readonly deed: string;
  readonly people: readonly Told[];
}

/** Tells families what became of their children's certificates, in the transaction that decides. */
export async function tellFamilies(
  transaction: WriteTransaction,
  news: readonly CertificateNews[],
  at: Date,
): Promise<void> {
  await tell(
    transaction,
    news.map(({ certificate, kind, deed, people }) => ({
      ...{ room: 'certificates', kind, people, subject: certificate, deed, at },
      link: `/certificates/${certificate}`,
      heading: certificateHeading[kind],
      words: certificateWords[kind],
      urgency: 'daily' as const,
    })),
  );
}
