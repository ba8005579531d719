import { sql } from 'kysely';
import { defineHolding, type Holding } from '../../platform/index.ts';

const certificates = defineHolding({
  name: 'certificates',
  title: { zh: '孩子的课时证明', en: 'Certificates of your children' },
  why: {
    zh: '由积分自动判定、可请人复核；证明属于孩子，您注销后由其他家长和学校保管。',
    en: 'Decided by the points; a person can look again. They are the child’s: when you go, they stay for the other carers.',
  },
  tables: ['certificates', 'certificate_events'],
  columns: {
    number: { zh: '编号', en: 'Number' },
    state: { zh: '状态', en: 'State' },
    threshold: { zh: '标准（百分之一分）', en: 'Threshold, hundredths' },
    issued_at: { zh: '签发时间', en: 'Issued' },
    valid_until: { zh: '有效期至', en: 'Valid until' },
    credential: { zh: '证明原文', en: 'Credential' },
    events: { zh: '经过', en: 'History' },
  },
  async list({ transaction, children }) {
    const { rows } = await sql<CertificateHeld>`
      select number, state, threshold, issued_at, valid_until, credential,
             (select coalesce(json_agg(json_build_object('event', event, 'at', at, 'total', total, 'reason', reason)
                                       order by at), '[]')
                from certificate_events where certificate_id = certificates.id) as events
        from certificates where student_id = any(${children}::uuid[]) order by number`.execute(
      transaction,
    );
    return rows;
  },
});

interface CertificateHeld {
  readonly number: string;
  readonly state: string;
  readonly threshold: number;
  readonly issued_at: Date | null;
  readonly valid_until: Date | null;
  readonly credential: object | null;
  readonly events: object;
}

export const certificatesHoldings: readonly Holding[] = [certificates];
