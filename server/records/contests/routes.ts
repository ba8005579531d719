import { whoIn } from '../../directory/index.ts';
import { type App, etagOf, versionIn } from '../../platform/index.ts';
import { PictureTooLarge } from '../../platform/pictures/index.ts';
import { everyRow, sendSheet } from '../../platform/sheets/index.ts';
import { refuseAnswer, withdrawContest } from './actions/answer-back.ts';
import { browseContests, listMine } from './actions/browse-contests.ts';
import { decideContest } from './actions/decide-contest.ts';
import { enterContest } from './actions/enter-contest.ts';
import { addEvidence, showEvidence } from './actions/evidence.ts';
import { raiseContest } from './actions/raise-contest.ts';
import { showContest } from './actions/show-contest.ts';
import type { ContestsOptions } from './door-options.ts';
import { EvidenceMissing } from './refusals.ts';
import { contestColumns } from './rules/contest-columns.ts';
import {
  AddedEvidence,
  ByEvidence,
  ById,
  ContestFile,
  ContestPage,
  ContestsQuery,
  ContestsSheetQuery,
  DecideContest,
  EnterContest,
  OwnContestPage,
  OwnContestsQuery,
  RaiseContest,
  Raised,
} from './shapes.ts';

export async function contestsRoutes(app: App, options: ContestsOptions): Promise<void> {
  familyRoutes(app, options);
  evidenceRoutes(app);
  deskRoutes(app, options);
  app.get(
    '/api/v1/contests/:id',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'One contest: for the family that made it, and for those who decide',
        params: ById,
        response: { 200: ContestFile },
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const file = await showContest(district, whoIn(request), params.id, { options, call });
      return reply.header('etag', etagOf(file.version)).send(file);
    },
  );
}

function familyRoutes(app: App, options: ContestsOptions): void {
  app.post(
    '/api/v1/contests',
    {
      config: { access: 'contests.raise' },
      schema: {
        summary: 'Say that an entry is wrong, that one is missing, or appeal about a certificate',
        body: RaiseContest,
        response: { 201: Raised },
      },
    },
    async (request, reply) => {
      const { district, body, call } = request;
      const id = await raiseContest(district, whoIn(request), body, { options, call });
      return reply.code(201).send({ id });
    },
  );
  app.post(
    '/api/v1/contests/for-carers',
    {
      config: { access: 'contests.enter' },
      schema: {
        summary: 'Enter what a carer contests who came in person or wrote',
        description: 'By the carer of a child in reach, or by the phone that the carer gave.',
        body: EnterContest,
        response: { 201: Raised },
      },
    },
    async (request, reply) => {
      const { district, body, call } = request;
      const id = await enterContest(district, whoIn(request), body, { options, call });
      return reply.code(201).send({ id });
    },
  );
  app.get(
    '/api/v1/carer/contests',
    {
      config: { access: 'contests.raise' },
      schema: {
        summary: 'What I contested, the newest first',
        querystring: OwnContestsQuery,
        response: { 200: OwnContestPage },
      },
    },
    (request) => listMine(request.district, whoIn(request), request.query, request.call),
  );
  app.post(
    '/api/v1/contests/:id/refusal',
    {
      config: { access: 'contests.raise' },
      schema: { summary: 'Take the host’s answer to the district, once', params: ById },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      await refuseAnswer(district, whoIn(request), params.id, call);
      return reply.code(204).send();
    },
  );
  app.delete(
    '/api/v1/contests/:id',
    {
      config: { access: 'contests.raise' },
      schema: { summary: 'Withdraw what one contested', params: ById },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      await withdrawContest(district, whoIn(request), params.id, { options, call });
      return reply.code(204).send();
    },
  );
}

function evidenceRoutes(app: App): void {
  app.post(
    '/api/v1/contests/:id/evidence',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Attach a picture or a PDF (multipart); only those who decide see it',
        params: ById,
        response: { 201: AddedEvidence },
      },
    },
    async (request, reply) => {
      const upload = await request.file();
      if (!upload) throw EvidenceMissing();
      const bytes = await upload.toBuffer().catch((error: { code?: string }) => {
        throw error.code === 'FST_REQ_FILE_TOO_LARGE' ? PictureTooLarge() : error;
      });
      const { district, params, call } = request;
      const asked = { contest: params.id, bytes };
      return reply.code(201).send({ id: await addEvidence(district, whoIn(request), asked, call) });
    },
  );
  app.get(
    '/api/v1/contests/:id/evidence/:evidence_id',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'The picture (jpeg) or paper (pdf), for the family and those who decide',
        params: ByEvidence,
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const asked = { contest: params.id, evidence: params.evidence_id };
      const { kind, bytes } = await showEvidence(district, whoIn(request), asked, call);
      // Kept by no cache; a PDF of somebody else's is saved and not opened here.
      reply
        .header('cache-control', 'private, no-store')
        .header('x-content-type-options', 'nosniff');
      if (kind === 'pdf') {
        reply.header('content-disposition', 'attachment; filename="evidence.pdf"');
      }
      return reply.type(kind === 'pdf' ? 'application/pdf' : 'image/jpeg').send(bytes);
    },
  );
}

function deskRoutes(app: App, options: ContestsOptions): void {
  app.get(
    '/api/v1/contests',
    {
      config: { access: 'contests.decide' },
      schema: {
        summary: 'What families contest of the hosts in one’s reach',
        querystring: ContestsQuery,
        response: { 200: ContestPage },
      },
    },
    (request) => browseContests(request.district, whoIn(request), request.query, request.call),
  );
  app.get(
    '/api/v1/contests/sheet',
    {
      config: { access: 'contests.decide' },
      schema: {
        summary: 'The same as a spreadsheet (xlsx)',
        querystring: ContestsSheetQuery,
      },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const rows = await everyRow((page) =>
        browseContests(district, whoIn(request), { ...query, ...page }, call),
      );
      const title = call.language === 'zh' ? '积分异议' : 'Contests';
      return sendSheet(request, reply, { title, columns: contestColumns, rows });
    },
  );
  app.post(
    '/api/v1/contests/:id/decision',
    {
      config: { access: 'contests.decide' },
      schema: {
        summary: 'Decide with a reason; an upheld one corrects the record (If-Match: its version)',
        params: ById,
        body: DecideContest,
        response: { 200: ContestFile },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const version = versionIn(request.headers['if-match']);
      const asked = { ...body, contest: params.id, version };
      await decideContest(district, whoIn(request), asked, { options, call });
      const file = await showContest(district, whoIn(request), params.id, { options, call });
      return reply.header('etag', etagOf(file.version)).send(file);
    },
  );
}
