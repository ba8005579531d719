import type { Words } from '../../../platform/index.ts';
import { showDay, showPoints } from './days.ts';
import type { CertificateInput } from './shapes.ts';

export type CertificateFieldKey =
  | 'number'
  | 'child_name'
  | 'id_number_last_four'
  | 'district'
  | 'criteria'
  | 'threshold'
  | 'issuer'
  | 'issued_on'
  | 'valid'
  /** Of an admissions copy only. */
  | 'certificate'
  | 'school'
  | 'score'
  | 'points';

export interface CertificateField {
  readonly key: CertificateFieldKey;
  readonly label: Words;
  readonly value: Words;
}

/**
 * Everything the paper says about this certificate, in the paper's order. The PDF and the public verify page
 * both show this list and nothing else, so that an edited PDF is seen to differ.
 */
export function certificateFields(input: CertificateInput): CertificateField[] {
  const { child, achievement } = input;
  const points = showPoints(input.threshold);
  return [
    field('number', '证明编号', 'Certificate number', same(input.number)),
    field('child_name', '孩子姓名', 'Child’s name', same(child.name)),
    field(
      'id_number_last_four',
      '身份证件号末四位',
      'Last four of ID number',
      same(child.idNumberLastFour),
    ),
    field('district', '所在区', 'District', input.districtName),
    field('criteria', '取得条件', 'Earned by', achievement.criteria),
    field('threshold', '要求积分', 'Points required', { zh: `${points} 分`, en: points }),
    field('issuer', '签发单位', 'Issued by', input.issuer.name),
    field('issued_on', '签发日期', 'Issued on', showDay(input.issuedAt)),
    field('valid', '有效期', 'Valid', validity(input)),
  ];
}

/** What each field is called, for pages that check a link by themselves. */
export function certificateLabels(): { key: CertificateFieldKey; label: Words }[] {
  return certificateFields(NOBODYS).map(({ key, label }) => ({ key, label }));
}

const NO_WORDS = { zh: '', en: '' };
const NOBODYS: CertificateInput = {
  ...{ id: '', number: '', threshold: 0, statusIndex: 0, districtName: NO_WORDS },
  child: { name: '', idNumberLastFour: '' },
  achievement: { id: '', name: NO_WORDS, description: NO_WORDS, criteria: NO_WORDS },
  issuer: { id: '', name: NO_WORDS },
  ...{ issuedAt: '2000-01-01T00:00:00Z', validFrom: '2000-01-01T00:00:00Z' },
  statusLists: { revocation: '', suspension: '' },
};

function validity({ validFrom, validUntil }: CertificateInput): Words {
  const from = showDay(validFrom);
  if (validUntil === undefined) return { zh: `${from.zh}起长期有效`, en: `from ${from.en}` };
  const until = showDay(validUntil);
  return { zh: `${from.zh}至${until.zh}`, en: `${from.en} to ${until.en}` };
}

function field(key: CertificateFieldKey, zh: string, en: string, value: Words): CertificateField {
  return { key, label: { zh, en }, value };
}

function same(text: string): Words {
  return { zh: text, en: text };
}
