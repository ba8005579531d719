import { Type } from 'typebox';
import type { App } from '../../../platform/index.ts';
import type { VerifyTrialOptions } from './check-now.ts';
import { issueTrial } from './issue.ts';
import { trialList } from './trial-lists.ts';
import { verifyTrial, verifyTrialPresentation } from './verify.ts';

const config = { access: 'client:credentials.operate' } as const;
// Open: what is in them is for the suites to choose, and for `check-model.ts` to judge.
const Anything = Type.Object({}, { additionalProperties: true });
const Purpose = Type.Union([Type.Literal('revocation'), Type.Literal('suspension')]);
const IssueOptions = Type.Optional(
  Type.Object(
    {
      credentialStatus: Type.Optional(
        Type.Object(
          {
            type: Type.Literal('BitstringStatusListEntry'),
            statusPurpose: Type.Optional(Purpose),
          },
          { additionalProperties: false },
        ),
      ),
    },
    { additionalProperties: true },
  ),
);
const Options = Type.Optional(
  Type.Object(
    {
      checks: Type.Optional(Type.Array(Type.String())),
      challenge: Type.Optional(Type.String()),
      domain: Type.Optional(Type.String()),
    },
    { additionalProperties: true },
  ),
);

/** The W3C's VC-API, as far as its suites ask: its own addresses, shapes and errors. */
export function vcApiRoutes(app: App): void {
  app.post(
    '/credentials/issue',
    { config, schema: { body: Type.Object({ credential: Anything, options: IssueOptions }) } },
    async ({ district, body }, reply) => {
      const answer = await issueTrial(district, body.credential, body.options ?? {});
      if ('errors' in answer) return reply.code(400).send({ errors: told(answer.errors) });
      return reply.code(201).send({ verifiableCredential: answer.issued });
    },
  );
  app.get(
    '/credentials/status-lists/:purpose',
    { config: { access: 'public' }, schema: { params: Type.Object({ purpose: Purpose }) } },
    async ({ district, params }, reply) =>
      reply
        .type('application/vc+ld+json')
        .send(JSON.stringify(await trialList(district, params.purpose))),
  );
  app.post(
    '/credentials/verify',
    { config, schema: { body: Type.Object({ verifiableCredential: Anything, options: Options }) } },
    async ({ district, body }, reply) => {
      const { verifiableCredential, options = {} } = body;
      const errors = await verifyTrial(district, verifiableCredential, options);
      return reply.code(errors.length > 0 ? 400 : 200).send(verified(errors, options));
    },
  );
  app.post(
    '/presentations/verify',
    {
      config,
      schema: { body: Type.Object({ verifiablePresentation: Anything, options: Options }) },
    },
    async ({ district, body }, reply) => {
      const { verifiablePresentation, options = {} } = body;
      const errors = await verifyTrialPresentation(district, verifiablePresentation, options);
      return reply.code(errors.length > 0 ? 400 : 200).send(verified(errors, options));
    },
  );
}

function verified(errors: readonly string[], { checks = [] }: VerifyTrialOptions) {
  const asked = checks.length > 0 ? [...checks] : ['proof', 'credentialStatus'];
  return {
    verified: errors.length === 0,
    checks: [{ check: asked }],
    warnings: [],
    errors: told(errors),
  };
}

function told(errors: readonly string[]) {
  return errors.map((message) => ({ message }));
}
