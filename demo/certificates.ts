import { decideOnCertificate } from '../server/counting/certificates/index.ts';
import { findWho, theProgram } from '../server/directory/index.ts';
import { type District, listPersonas } from '../server/platform/index.ts';

/** What the demo's officer decided, each on another certificate, as a district does in a year. */
const decisions = [
  {
    decision: 'contest',
    reason: '有家长反映其中一场活动本人没有到场，正在核对签到记录，一周内答复。',
  },
  { decision: 'revoke', reason: '核对签到表和照片，三场活动由他人代签，积分已更正。' },
  { decision: 'reissue', reason: '纸质证明上孩子的名字印错了一个字，重新签发。' },
] as const;

/** Decides on some certificates, through the same door as the desk: none of a family that somebody signs in as. */
export async function decideOnSome(district: District): Promise<void> {
  const { database, clock } = district;
  const personas = await database.read(theProgram, listPersonas);
  const officer = personas.find(({ persona }) => persona === 'district-officer')?.person ?? '';
  const who = await findWho(district, {
    ...{ person: officer, kind: 'adult', strength: 'password+totp' },
  });
  if (!who) throw new Error('The demo has no district officer.');
  const guests = personas.map(({ person }) => person);
  for (const [index, certificate] of (await certificatesOfOthers(district, guests)).entries()) {
    const one = decisions[index];
    const call = { at: clock(), language: 'zh' as const };
    if (one) await decideOnCertificate(district, who, { ...certificate, ...one }, call);
  }
}

async function certificatesOfOthers({ database }: District, guests: readonly string[]) {
  return database.withOwner(async (client) => {
    const { rows } = await client.query<{ id: string; version: number }>(
      `select id, version from certificates
        where state = 'valid'
          and not exists (select from guardianships
                           where guardianships.student_id = certificates.student_id and carer_id = any($1))
        order by number limit $2`,
      [guests, decisions.length],
    );
    return rows;
  });
}
