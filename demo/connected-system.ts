import { hash } from 'node:crypto';
import type pg from 'pg';

/** Known to all, so that the API can be tried: docs/for-other-systems.md shows both. Only a demo has them. */
const CLIENT = '01900000-0000-7000-8000-00000000c11e';
const SECRET = 'gongyu_cs_demo-only-demo-only-demo-only-demo-only-000';

/** The admissions system of the next office, as the district officer would let it in; gives what it proves itself by. */
export async function letInAdmissions(
  client: pg.ClientBase,
  { officer, at }: { readonly officer: string; readonly at: Date },
): Promise<{ readonly client_id: string; readonly client_secret: string }> {
  await client.query(
    `insert into clients (id, name, organisation, contact, scopes, made_at, made_by)
     values ($1, '幼升小报名系统', '区教育局招生办', '信息科 028-0000 0000', '{certificates.verify}', $2, $3)`,
    [CLIENT, at, officer],
  );
  await client.query(
    `insert into client_secrets (id, client_id, secret_hash, made_at, made_by) values ($1, $1, $2, $3, $4)`,
    [CLIENT, hash('sha256', SECRET, 'buffer'), at, officer],
  );
  return { client_id: CLIENT, client_secret: SECRET };
}
