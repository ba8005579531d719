import type { FastifyRequest } from 'fastify';
import { whoIn } from '../../directory/index.ts';
import { type App, etagOf, versionIn } from '../../platform/index.ts';
import { everyRow, sendSheet } from '../../platform/sheets/index.ts';
import { attachEvidence, showAwardEvidence } from './actions/award-evidence.ts';
import { previewSheet, takeSheet } from './actions/bring-sheet.ts';
import { browseAwards, kindsByHand, showAward, showKinds } from './actions/browse-awards.ts';
import { confirmBatch, decideAward, reviewAward } from './actions/decide-award.ts';
import { enterAward, withdrawAward } from './actions/enter-award.ts';
import { AwardFileMissing } from './refusals.ts';
import { awardColumns } from './rules/award-columns.ts';
import { emptyColumns } from './rules/award-sheet.ts';
import {
  AwardFile,
  AwardKinds,
  AwardMade,
  AwardPage,
  AwardsQuery,
  AwardsSheetQuery,
  BatchDecided,
  BatchQuery,
  ByEvidence,
  ById,
  DecideAward,
  NewAward,
  ReviewAward,
  SheetLines,
} from './shapes.ts';

export async function awardsRoutes(app: App): Promise<void> {
  listRoutes(app);
  enterRoutes(app);
  decideRoutes(app);
  evidenceRoutes(app);
  sheetRoutes(app);
}

function listRoutes(app: App): void {
  app.get(
    '/api/v1/awards',
    {
      config: { access: 'awards.write' },
      schema: {
        summary: 'Deeds entered by hand in one’s reach',
        querystring: AwardsQuery,
        response: { 200: AwardPage },
      },
    },
    (request) => browseAwards(request.district, whoIn(request), request.query),
  );
  app.get(
    '/api/v1/awards/sheet',
    {
      config: { access: 'awards.write' },
      schema: { summary: 'The same as a spreadsheet (xlsx)', querystring: AwardsSheetQuery },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const rows = await everyRow((page) =>
        browseAwards(district, whoIn(request), { ...query, ...page }),
      );
      const title = call.language === 'zh' ? '人工登记' : 'Entered by hand';
      return sendSheet(request, reply, { title, columns: awardColumns, rows });
    },
  );
  app.get(
    '/api/v1/award-kinds',
    {
      config: { access: 'awards.write' },
      schema: { summary: 'What may be entered by hand', response: { 200: AwardKinds } },
    },
    (request) => showKinds(request.district, whoIn(request)),
  );
  app.get(
    '/api/v1/awards/:id',
    {
      config: { access: 'awards.write' },
      schema: { summary: 'One of them', params: ById, response: { 200: AwardFile } },
    },
    async (request, reply) => {
      const file = await showAward(request.district, whoIn(request), request.params.id);
      return reply.header('etag', etagOf(file.version)).send(file);
    },
  );
}

function enterRoutes(app: App): void {
  app.post(
    '/api/v1/awards',
    {
      config: { access: 'awards.write' },
      schema: {
        summary: 'Enter what a carer did and no event records; a second person confirms',
        body: NewAward,
        response: { 201: AwardMade },
      },
    },
    async (request, reply) => {
      const { district, body, call } = request;
      return reply.code(201).send({ id: await enterAward(district, whoIn(request), body, call) });
    },
  );
  app.delete(
    '/api/v1/awards/:id',
    {
      config: { access: 'awards.write' },
      schema: { summary: 'Take one’s own entry back (If-Match: its version)', params: ById },
    },
    async (request, reply) => {
      const version = versionIn(request.headers['if-match']);
      await withdrawAward(request.district, whoIn(request), { ...request.params, version });
      return reply.code(204).send();
    },
  );
}

function decideRoutes(app: App): void {
  app.post(
    '/api/v1/awards/:id/decision',
    {
      config: { access: 'awards.decide' },
      schema: {
        summary: 'Confirm what a colleague entered, or decline it (If-Match: its version)',
        params: ById,
        body: DecideAward,
        response: { 200: AwardFile },
      },
    },
    async (request) => {
      const { district, params, body, call } = request;
      const version = versionIn(request.headers['if-match']);
      await decideAward(district, whoIn(request), { ...params, ...body, version }, call);
      return showAward(district, whoIn(request), params.id);
    },
  );
  app.post(
    '/api/v1/awards/:id/review',
    {
      config: { access: 'awards.review' },
      schema: {
        summary: 'Review one: fine, or taken back with a reason (If-Match: its version)',
        params: ById,
        body: ReviewAward,
        response: { 200: AwardFile },
      },
    },
    async (request) => {
      const { district, params, body, call } = request;
      const version = versionIn(request.headers['if-match']);
      await reviewAward(district, whoIn(request), { ...params, ...body, version }, call);
      return showAward(district, whoIn(request), params.id);
    },
  );
  app.post(
    '/api/v1/award-batches/:id/confirmation',
    {
      config: { access: 'awards.decide' },
      schema: {
        summary: 'Confirm a sheet as a whole; the plan’s share of it is drawn for review',
        params: ById,
        response: { 200: BatchDecided },
      },
    },
    (request) => confirmBatch(request.district, whoIn(request), request.params.id, request.call),
  );
}

function evidenceRoutes(app: App): void {
  for (const what of ['award', 'batch'] as const) {
    app.post(
      what === 'award' ? '/api/v1/awards/:id/evidence' : '/api/v1/award-batches/:id/evidence',
      {
        config: { access: 'awards.write' },
        schema: {
          summary:
            what === 'award'
              ? 'Attach a picture or a PDF to an award (multipart)'
              : 'Attach a picture or a PDF to a sheet of awards (multipart)',
          params: ById,
          response: { 201: AwardMade },
        },
      },
      async (request, reply) => {
        const { district, params, call } = request;
        const whose = what === 'award' ? { award: params.id } : { batch: params.id };
        const asked = { of: whose, bytes: await fileIn(request) };
        const id = await attachEvidence(district, whoIn(request), asked, call);
        return reply.code(201).send({ id });
      },
    );
  }
  app.get(
    '/api/v1/awards/:id/evidence/:evidence_id',
    {
      config: { access: 'awards.write' },
      schema: { summary: 'A picture (jpeg) or paper (pdf) of an award', params: ByEvidence },
    },
    async (request, reply) => {
      const { id: award, evidence_id: evidence } = request.params;
      const asked = { award, evidence };
      const { kind, bytes } = await showAwardEvidence(request.district, whoIn(request), asked);
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

function sheetRoutes(app: App): void {
  app.get(
    '/api/v1/award-batches/empty/sheet',
    {
      config: { access: 'awards.write' },
      schema: { summary: 'The empty sheet to fill in (xlsx)' },
    },
    (request, reply) => {
      const title = request.call.language === 'zh' ? '登记表' : 'Deeds';
      const rows = kindsByHand(request.district.plan);
      return sendSheet(request, reply, { title, columns: emptyColumns, rows });
    },
  );
  for (const step of ['preview', 'take'] as const) {
    app.post(
      step === 'preview' ? '/api/v1/award-batches/preview' : '/api/v1/award-batches',
      {
        config: { access: 'awards.write' },
        schema: {
          summary:
            step === 'preview'
              ? 'What a filled sheet would enter; nothing is written'
              : 'Enter the lines of a filled sheet; they wait for the second person',
          querystring: BatchQuery,
          response: { 200: SheetLines },
        },
      },
      async (request) => {
        const { district, query, call } = request;
        const file = await fileIn(request);
        const asked = { organisation: query.organisation_id, reason: query.reason, file };
        const act = step === 'preview' ? previewSheet : takeSheet;
        return act(district, whoIn(request), asked, call);
      },
    );
  }
}

async function fileIn(request: FastifyRequest): Promise<Buffer> {
  const upload = await request.file();
  if (!upload) throw AwardFileMissing();
  return upload.toBuffer();
}
