import type { MyCertificate } from '../../queries/certificates.ts';
import { useSay } from '../parts/say.ts';
import { Tag } from '../parts/tag.tsx';

const tones = {
  due: 'plain',
  valid: 'mint',
  suspended: 'amber',
  contested: 'amber',
  ended: 'plain',
  revoked: 'brick',
  replaced: 'plain',
} as const;

export function CertificateTag({ certificate }: { readonly certificate: MyCertificate }) {
  const say = useSay();
  return <Tag tone={tones[certificate.state]}>{say(certificate.state_name)}</Tag>;
}
