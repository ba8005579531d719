import { Type } from 'typebox';
import { whoIn } from '../../directory/index.ts';
import { type App, etagOf, versionIn } from '../../platform/index.ts';
import { everyRow, sendSheet } from '../../platform/sheets/index.ts';
import { browseCertificates } from './actions/browse-certificates.ts';
import { decideOnCertificate } from './actions/decide-on-certificate.ts';
import { makeCopy } from './actions/make-admissions-copy.ts';
import { printCertificate } from './actions/print-certificate.ts';
import { renewCertificate } from './actions/renew-certificate.ts';
import {
  showCertificate,
  showMyCertificates,
  signedCertificate,
} from './actions/show-certificates.ts';
import { showSm2Signature } from './actions/sm2-signature.ts';
import { verifyLines } from './actions/verify-lines.ts';
import { readSheet, resultsSheet } from './actions/verify-sheet.ts';
import { clientCertificatesRoutes } from './client-routes.ts';
import { certificateJwt, credentialBytes, VC_JWT } from './credential/index.ts';
import { publicCertificatesRoutes } from './public-routes.ts';
import { IssuerChanged, SheetUnreadable } from './refusals.ts';
import { certificateColumns } from './rules/certificate-columns.ts';
import {
  AdmissionsCopy,
  AdmissionsCopyWanted,
  CertificateDecision,
  CertificateList,
  CertificatePage,
  CertificateSummary,
  CertificatesQuery,
  CertificatesSheetQuery,
  CertificateVerifications,
  VerifiedLines,
} from './shapes.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });

export function certificatesRoutes(app: App): void {
  familyRoutes(app);
  deskRoutes(app);
  publicCertificatesRoutes(app);
  admissionsRoutes(app);
  clientCertificatesRoutes(app);
}

function familyRoutes(app: App): void {
  app.get(
    '/api/v1/carer/certificates',
    {
      config: { access: 'certificates.read' },
      schema: { summary: 'My children’s certificates', response: { 200: CertificateList } },
    },
    async (request) => ({
      items: await showMyCertificates(request.district, whoIn(request), request.call),
    }),
  );
  app.get(
    '/api/v1/certificates/:id',
    {
      config: { access: 'certificates.read' },
      schema: { summary: 'A certificate', params: ById, response: { 200: CertificateSummary } },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const shown = await showCertificate(district, whoIn(request), params.id, call);
      return reply.header('etag', etagOf(shown.version)).send(shown);
    },
  );
  app.post(
    '/api/v1/certificates/:id/renewal',
    {
      config: { access: 'certificates.renew' },
      schema: {
        summary: 'Have a certificate issued anew: its end is near, or the child’s name has changed',
        description: 'If-Match: its version. Gives the new one.',
        params: ById,
        response: { 201: CertificateSummary },
      },
    },
    async (request, reply) => {
      const { district, call, params } = request;
      const version = versionIn(request.headers['if-match']);
      const id = await renewCertificate(district, whoIn(request), { ...params, version }, call);
      return reply.code(201).send(await showCertificate(district, whoIn(request), id, call));
    },
  );
  app.get(
    '/api/v1/certificates/:id/credential',
    {
      config: { access: 'certificates.read' },
      schema: { summary: 'The signed credential (Open Badges 3.0)', params: ById },
    },
    async (request, reply) => {
      const credential = await signedCertificate(
        request.district,
        whoIn(request),
        request.params.id,
        request.call,
      );
      reply.header('content-disposition', 'attachment; filename="certificate.json"');
      return reply.type('application/vc+ld+json').send(credentialBytes(credential));
    },
  );
  app.get(
    '/api/v1/certificates/:id/credential-jwt',
    {
      config: { access: 'certificates.read' },
      schema: { summary: 'The same credential secured as a JWT (vc+jwt)', params: ById },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const credential = await signedCertificate(district, whoIn(request), params.id, call);
      // Where the DID is the key itself, a certificate of before names another issuer.
      if (credential.issuer.id !== district.keys.did) throw IssuerChanged();
      reply.header('content-disposition', 'attachment; filename="certificate.jwt"');
      return reply.type(VC_JWT).send(certificateJwt(credential, district.keys));
    },
  );
  app.get(
    '/api/v1/certificates/:id/sm2-signature',
    {
      config: { access: 'certificates.read' },
      schema: {
        summary: 'The SM2/SM3 signature (DER) over the bytes of the signed credential',
        params: ById,
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const signature = await showSm2Signature(district, whoIn(request), params.id, call);
      reply.header('content-disposition', 'attachment; filename="certificate.json.sm2"');
      return reply.type('application/octet-stream').send(signature);
    },
  );
  app.post(
    '/api/v1/certificates/:id/admissions-copies',
    {
      config: { access: 'certificates.read' },
      schema: {
        summary: 'A copy of my child’s certificate that shows only what I choose (SD-JWT VC)',
        params: ById,
        body: AdmissionsCopyWanted,
        response: { 201: AdmissionsCopy },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const made = await makeCopy(district, whoIn(request), { ...params, ...body }, call);
      return reply.code(201).header('cache-control', 'no-store').send(made);
    },
  );
  app.get(
    '/api/v1/certificates/:id/paper',
    {
      config: { access: 'certificates.read' },
      schema: { summary: 'The certificate on paper (PDF, the credential attached)', params: ById },
    },
    async (request, reply) => {
      const { id } = request.params;
      const pdf = await printCertificate(request.district, whoIn(request), id, request.call);
      reply.header('content-disposition', 'inline; filename="certificate.pdf"');
      return reply.type('application/pdf').send(pdf);
    },
  );
}

function deskRoutes(app: App): void {
  app.get(
    '/api/v1/certificates',
    {
      config: { access: 'certificates.read' },
      schema: {
        summary: 'Certificates of the children in one’s reach by a post',
        querystring: CertificatesQuery,
        response: { 200: CertificatePage },
      },
    },
    (request) => browseCertificates(request.district, whoIn(request), request.query),
  );
  app.get(
    '/api/v1/certificates/sheet',
    {
      config: { access: 'certificates.read' },
      schema: {
        summary: 'The same as a spreadsheet (xlsx)',
        querystring: CertificatesSheetQuery,
      },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const rows = await everyRow((page) =>
        browseCertificates(district, whoIn(request), { ...query, ...page }),
      );
      const title = call.language === 'zh' ? '成长课时证明' : 'Certificates';
      return sendSheet(request, reply, { title, columns: certificateColumns, rows });
    },
  );
  app.post(
    '/api/v1/certificates/:id/decision',
    {
      config: { access: 'certificates.decide' },
      schema: {
        summary: 'Suspend a contested certificate, give it back, revoke it, or issue it again',
        description:
          'If-Match: its version. Gives the certificate that stands now; the family is told.',
        params: ById,
        body: CertificateDecision,
        response: { 200: CertificateSummary },
      },
    },
    async (request) => {
      const { district, call, params, body } = request;
      const version = versionIn(request.headers['if-match']);
      const decided = { ...params, ...body, version };
      const id = await decideOnCertificate(district, whoIn(request), decided, call);
      return showCertificate(district, whoIn(request), id, call);
    },
  );
}

function admissionsRoutes(app: App): void {
  app.post(
    '/api/v1/certificate-verifications',
    {
      config: { access: 'certificates.verify' },
      schema: {
        summary: 'Verify a list of certificates',
        body: CertificateVerifications,
        response: { 200: VerifiedLines },
      },
    },
    async (request) => {
      const { district, call, body } = request;
      const lines = await verifyLines(district, whoIn(request), body.lines, call);
      return { lines, checked_at: call.at.toISOString() };
    },
  );
  app.post(
    '/api/v1/certificate-verifications/sheet',
    {
      config: { access: 'certificates.verify' },
      schema: { summary: 'Verify an uploaded sheet and get it back with the results (xlsx)' },
    },
    async (request, reply) => {
      const upload = await request.file();
      if (!upload) throw SheetUnreadable();
      const asked = await readSheet(await upload.toBuffer());
      const lines = await verifyLines(request.district, whoIn(request), asked, request.call);
      return sendSheet(request, reply, resultsSheet(lines, request.call));
    },
  );
  app.post(
    '/api/v1/certificate-verifications/list-sheet',
    {
      config: { access: 'certificates.verify' },
      schema: {
        summary: 'Verify a list of certificates and get a spreadsheet of the results (xlsx)',
        body: CertificateVerifications,
      },
    },
    async (request, reply) => {
      const { district, body, call } = request;
      const lines = await verifyLines(district, whoIn(request), body.lines, call);
      return sendSheet(request, reply, resultsSheet(lines, call));
    },
  );
}
