import { Type } from 'typebox';
import { nobody } from '../../directory/index.ts';
import {
  type App,
  type District,
  decodeCursor,
  encodeCursor,
  NotFound,
  PageQuery,
} from '../../platform/index.ts';
import { gatherProof } from './gather-proofs.ts';
import { ledgerNameOf } from './ledger-name.ts';
import { MOST_BYTES_OF_A_CHECKPOINT, PROOFS_BY_NETWORK } from './limits.ts';
import { handoversOf, rulesOf } from './set-signers.ts';
import {
  ConsistencyProof,
  InclusionProof,
  LedgerCheckpoint,
  LedgerCheckpoints,
  LedgerKeys,
  LedgerSigners,
  OfSequence,
  TwoSizes,
  WitnessHandovers,
} from './shapes.ts';
import { proofOfGrowth, shownCheckpoint, shownLedgerKeys } from './show-proofs.ts';
import { lastCheckpoint, listCheckpointsBefore } from './store/checkpoints.ts';
import { listSigners } from './store/signers.ts';
import { witnessCheckpoint, witnessHandoversOf, witnessKeyOf } from './witness-others.ts';

/** What anyone may see of the ledger: its signed roots, the key to check them with, and proofs, which are hashes. */
export function ledgerRoutes(app: App): void {
  witnessRoute(app);
  app.get(
    '/api/v1/public/ledger/checkpoint',
    {
      config: { access: 'public' },
      schema: {
        summary: 'The newest signed checkpoint of the points ledger',
        response: { 200: LedgerCheckpoint },
      },
    },
    async ({ district }) => {
      const last = await district.database.read(nobody, lastCheckpoint);
      if (!last) throw NotFound();
      return shownCheckpoint(district, last);
    },
  );
  app.get(
    '/api/v1/public/ledger/checkpoints',
    {
      config: { access: 'public' },
      schema: {
        summary: 'All signed checkpoints of the points ledger, the newest first',
        querystring: Type.Object(PageQuery),
        response: { 200: LedgerCheckpoints },
      },
    },
    ({ district, query }) => browseCheckpoints(district, query),
  );
  app.get(
    '/api/v1/public/ledger/keys',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Every key that signed the points ledger, and how far',
        response: { 200: LedgerKeys },
      },
    },
    async ({ district }) => {
      await district.renewKeys?.();
      const name = await district.database.read(nobody, (transaction) =>
        ledgerNameOf(transaction, district),
      );
      return { items: shownLedgerKeys(district, name) };
    },
  );
  app.get(
    '/api/v1/public/ledger/signers',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Who signs the points ledger beside the district, and how many of them it needs',
        response: { 200: LedgerSigners },
      },
    },
    async ({ district }) => {
      const sets = await district.database.read(nobody, listSigners);
      const items = rulesOf(sets).map((rule) => ({ ...rule, keys: [...rule.keys] }));
      return { items, handovers: handoversOf(sets) };
    },
  );
  app.get(
    '/api/v1/public/ledger/inclusion-proofs/:sequence',
    {
      config: { access: 'public', allowance: PROOFS_BY_NETWORK },
      schema: {
        summary: 'That an entry is in the points ledger (RFC 6962)',
        params: OfSequence,
        response: { 200: InclusionProof },
      },
    },
    ({ district, params }) => gatherProof(district, params.sequence),
  );
  app.get(
    '/api/v1/public/ledger/consistency-proof',
    {
      config: { access: 'public', allowance: PROOFS_BY_NETWORK },
      schema: {
        summary: 'That a later ledger only added to an earlier one (RFC 6962)',
        querystring: TwoSizes,
        response: { 200: ConsistencyProof },
      },
    },
    ({ district, query }) =>
      district.database.read(nobody, (transaction) => proofOfGrowth(transaction, district, query)),
  );
}

/** Where other houses bring their ledgers' checkpoints, as C2SP tlog-witness has it. */
function witnessRoute(app: App): void {
  app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_, body, done) =>
    done(null, body),
  );
  app.post(
    '/witness/add-checkpoint',
    {
      config: { access: 'public', allowance: PROOFS_BY_NETWORK },
      bodyLimit: MOST_BYTES_OF_A_CHECKPOINT,
      schema: { summary: 'Have another ledger’s checkpoint witnessed (C2SP tlog-witness)' },
    },
    async ({ district, body, call }, reply) => {
      const { status, body: said } = await witnessCheckpoint(district, String(body), call.at);
      const type = status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8';
      return reply.code(status).type(type).send(said);
    },
  );
  app.get(
    '/witness/key',
    {
      config: { access: 'public' },
      schema: { summary: 'The key with which this district witnesses for others' },
    },
    ({ district }, reply) =>
      reply.type('text/plain; charset=utf-8').send(`${witnessKeyOf(district)}\n`),
  );
  app.get(
    '/witness/handovers',
    {
      config: { access: 'public' },
      schema: {
        summary: 'What each former key with which this district witnessed has signed of the next',
        response: { 200: WitnessHandovers },
      },
    },
    async ({ district }) => {
      await district.renewKeys?.();
      return { items: await witnessHandoversOf(district) };
    },
  );
}

async function browseCheckpoints(
  district: District,
  { limit, cursor }: { limit: number; cursor?: string },
) {
  const before = cursor === undefined ? undefined : Number(decodeCursor(cursor, 1)[0]);
  const rows = await district.database.read(nobody, (transaction) =>
    listCheckpointsBefore(transaction, before, limit + 1),
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ size, note, at }) => ({ size, note, signed_at: at.toISOString() })),
    ...(rows.length > limit && last && { next: encodeCursor([last.size]) }),
  };
}
