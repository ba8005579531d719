import { clientIn } from '../../directory/index.ts';
import type { App } from '../../platform/index.ts';
import { verifyForClient } from './actions/verify-for-client.ts';
import { BYTES_OF_A_BULK_REQUEST } from './limits.ts';
import { BulkVerification, BulkVerified } from './shapes.ts';

/** For programs of other houses that the district let in. */
export function clientCertificatesRoutes(app: App): void {
  app.post(
    '/api/v1/clients/certificate-verifications',
    {
      config: { access: 'client:certificates.verify' },
      bodyLimit: BYTES_OF_A_BULK_REQUEST,
      schema: {
        summary: 'Verify up to 1,000 certificates, for an admissions system (OAuth 2.0)',
        description:
          'Each by number with the child’s name and the last four of the ID number, by the token of the QR, or as the whole signed credential. The families see who asked.',
        body: BulkVerification,
        response: { 200: BulkVerified },
      },
    },
    async (request, reply) => {
      const { district, body, call } = request;
      const items = await verifyForClient(district, clientIn(request), body.certificates, call);
      reply.header('cache-control', 'no-store');
      return { items, checked_at: call.at.toISOString() };
    },
  );
}
