import type { Who } from '../../../directory/index.ts';
import type { Call, District, Words } from '../../../platform/index.ts';
import { renderCertificatePdf } from '../credential/index.ts';
import { readRareFont } from '../rare-font.ts';
import { admissionUse, linkOf, signedCertificate } from './show-certificates.ts';
import { sm2SignatureOf } from './sm2-signature.ts';

const uses: Readonly<Record<'off' | 'information' | 'condition', Words>> = {
  off: { zh: '本证明不用于入学审核。', en: 'This certificate is not used in admission.' },
  information: {
    zh: '本证明供入学时参考，不作为录取条件。',
    en: 'This certificate is for information at admission; it is not a condition.',
  },
  condition: {
    zh: '本证明是入学审核所看的条件之一。',
    en: 'This certificate is one of the conditions looked at in admission.',
  },
};

/** The paper, in the reader's language, with what it may be used for. */
export async function printCertificate(
  district: District,
  who: Who,
  id: string,
  call: Call,
): Promise<Buffer> {
  const certificate = await signedCertificate(district, who, id, call);
  const until = certificate.validUntil === undefined ? null : new Date(certificate.validUntil);
  const { use, legal_basis } = admissionUse(district.plan, call.at);
  const rareFace = district.rareFontFile && (await readRareFont(district.rareFontFile));
  const sm2Signature = sm2SignatureOf(district, certificate);
  return renderCertificatePdf({
    certificate,
    verifyLink: linkOf(district, { id, valid_until: until }, certificate) ?? district.publicUrl,
    admissionUse: {
      zh: `${uses[use].zh}${legal_basis.zh}`,
      en: `${uses[use].en} ${legal_basis.en}`,
    },
    language: call.language,
    ...(rareFace && { rareFace }),
    ...(sm2Signature && { sm2Signature }),
  });
}
