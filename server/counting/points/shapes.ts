import { Type } from 'typebox';
import { Page } from '../../platform/index.ts';

const Size = Type.Integer({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Entries',
});
const Hashes = Type.Array(Type.String({ description: 'Base64 of 32 bytes' }), {
  description: 'RFC 6962, section 2.1; verified as in RFC 9162, section 2.1',
});

export const LedgerCheckpoint = Type.Object(
  {
    note: Type.String({ description: 'A C2SP signed note: origin, size, root, signature' }),
    signed_at: Type.String(),
    key: Type.String({ description: 'The verifier key (C2SP signed-note form)' }),
  },
  { title: 'LedgerCheckpoint' },
);

export const LedgerCheckpoints = Page(
  Type.Object(
    { size: Size, note: Type.String(), signed_at: Type.String() },
    { title: 'SignedSize' },
  ),
  'LedgerCheckpoints',
);

export const InclusionProof = Type.Object(
  {
    sequence: Type.Integer({ description: 'The leaf' }),
    size: Size,
    leaf_hash: Type.String({ description: 'Base64; RFC 6962 leaf of the entry' }),
    hashes: Hashes,
    checkpoint: LedgerCheckpoint,
  },
  { title: 'InclusionProof' },
);

export const ConsistencyProof = Type.Object(
  { earlier: Size, later: Size, hashes: Hashes },
  { title: 'ConsistencyProof' },
);

export const OfSequence = Type.Object({
  sequence: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
});
export const TwoSizes = Type.Object({ earlier: Size, later: Type.Optional(Size) });

export const LedgerKeys = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        key: Type.String({ description: 'As C2SP tools read it' }),
        public_multikey: Type.String(),
        until: Type.Union([Type.Integer(), Type.Null()], {
          description: 'The largest checkpoint that it signed; null while it is in force',
        }),
        ended_at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
        handover: Type.Union([Type.String(), Type.Null()], {
          description: 'Base64 of its signature on its successor',
        }),
      }),
    ),
  },
  { title: 'LedgerKeys' },
);

const Handovers = Type.Array(
  Type.Object({
    former: Type.String({ description: 'Verifier key' }),
    next: Type.String({ description: 'Verifier key' }),
    signature: Type.String({ description: 'Base64, by the former key (docs/ledger-format.md)' }),
  }),
);

export const WitnessHandovers = Type.Object({ items: Handovers }, { title: 'WitnessHandovers' });

export const LedgerSigners = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        after: Type.Integer({ description: 'Larger checkpoints need them, until the next rule' }),
        needed: Type.Integer({ description: 'How many of them' }),
        keys: Type.Array(Type.String({ description: 'Verifier key (C2SP tlog-cosignature)' })),
      }),
      { description: 'The oldest first' },
    ),
    handovers: Handovers,
  },
  { title: 'LedgerSigners' },
);
