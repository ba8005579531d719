import { Type } from 'typebox';
import { nobody } from '../../directory/index.ts';
import { type App, NotFound } from '../../platform/index.ts';
import { verifierKeyOf } from './ledger/index.ts';
import { ledgerNameOf } from './ledger-name.ts';
import { lastCheckpoint } from './store/checkpoints.ts';

const LedgerCheckpoint = Type.Object(
  {
    note: Type.String({ description: 'A C2SP signed note: origin, size, root, signature' }),
    signed_at: Type.String(),
    key: Type.String({ description: 'The verifier key (C2SP signed-note form)' }),
  },
  { title: 'LedgerCheckpoint' },
);

/** What anyone may see of the ledger: its newest signed root, and the key to check it with. */
export function ledgerRoutes(app: App): void {
  app.get(
    '/api/v1/public/ledger/checkpoint',
    {
      config: { access: 'public' },
      schema: {
        summary: 'The newest signed checkpoint of the points ledger',
        response: { 200: LedgerCheckpoint },
      },
    },
    async (request) => {
      const { district } = request;
      const last = await district.database.read(nobody, lastCheckpoint);
      if (!last) throw NotFound();
      const key = verifierKeyOf({
        name: ledgerNameOf(district),
        publicKey: district.keys.publicKey,
      });
      return { note: last.note, signed_at: last.at.toISOString(), key };
    },
  );
}
