import { Type } from 'typebox';
import { type App, NotFound } from '../../platform/index.ts';
import { didDocumentOfDistrict } from '../keys/index.ts';
import { checkCopy } from './actions/check-copy.ts';
import { checkLink } from './actions/check-link.ts';
import { sm2KeysOf } from './actions/sm2-signature.ts';
import { verificationKit } from './actions/verification-kit.ts';
import { statusListJwt, VC_JWT } from './credential/index.ts';
import { CHECKS_BY_NETWORK } from './limits.ts';
import {
  AdmissionsCopyCheck,
  CertificateCheck,
  CheckedCertificate,
  VerificationKit,
} from './shapes.ts';
import { publishedStatusList, SECONDS_A_LIST_STANDS } from './status-lists.ts';

/** What anyone may ask: whether a link holds, the lists of what does not, the keys. */
export function publicCertificatesRoutes(app: App): void {
  app.post(
    '/api/v1/public/certificate-checks',
    {
      config: { access: 'public', allowance: CHECKS_BY_NETWORK },
      schema: {
        summary: 'Check the link in a certificate’s QR',
        body: CertificateCheck,
        response: { 200: CheckedCertificate },
      },
    },
    (request) => checkLink(request.district, request.body.token, request.call),
  );
  app.post(
    '/api/v1/public/admissions-copy-checks',
    {
      config: { access: 'public', allowance: CHECKS_BY_NETWORK },
      schema: {
        summary: 'Check a copy that shows only what the family chose (SD-JWT VC)',
        body: AdmissionsCopyCheck,
        response: { 200: CheckedCertificate },
      },
    },
    (request) => checkCopy(request.district, request.body.copy, request.call),
  );
  app.get(
    '/api/v1/public/status-lists/:purpose/:list',
    {
      config: { access: 'public' },
      schema: {
        summary: 'A signed status list (Bitstring Status List 1.0)',
        description:
          'With a Data Integrity proof, or where `Accept` asks for application/vc+jwt, as a JWT.',
        params: Type.Object({
          purpose: Type.Union([Type.Literal('revocation'), Type.Literal('suspension')]),
          list: Type.Integer({ minimum: 0, maximum: 10_000 }),
        }),
      },
    },
    async (request, reply) => {
      const { purpose, list } = request.params;
      const signed = await publishedStatusList(request.district, purpose, list);
      reply.header('cache-control', `public, max-age=${SECONDS_A_LIST_STANDS}`);
      reply.header('vary', 'accept');
      if (!wantsJwt(request.headers.accept)) {
        return reply.type('application/vc+ld+json').send(JSON.stringify(signed));
      }
      return reply.type(VC_JWT).send(statusListJwt(signed, request.district.keys));
    },
  );
  app.get(
    '/api/v1/public/verification-kit',
    {
      config: { access: 'public' },
      schema: {
        summary: 'What a page needs to check certificates’ links without a network',
        response: { 200: VerificationKit },
      },
    },
    async ({ district, call }, reply) => {
      reply.header('cache-control', `public, max-age=${SECONDS_A_LIST_STANDS}`);
      return verificationKit(district, call.at);
    },
  );
  app.get('/.well-known/sm2-key.pem', { config: { access: 'public' } }, (request, reply) => {
    const keys = sm2KeysOf(request.district);
    if (!keys) throw NotFound();
    return reply.type('application/x-pem-file').send(keys.publicKeyPem);
  });
  app.get('/.well-known/did.json', { config: { access: 'public' } }, async (request, reply) => {
    const { district } = request;
    await district.renewKeys?.();
    const document = JSON.stringify(didDocumentOfDistrict(district));
    return reply.type('application/did+json').send(document);
  });
}

/** Whether a JWT is named and nothing that is as good stands before it. */
function wantsJwt(accept = ''): boolean {
  const [first] = accept.split(',').map((part) => part.trim().split(';')[0]);
  return first === VC_JWT;
}
