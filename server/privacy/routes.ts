import { Type } from 'typebox';
import { whoIn } from '../directory/index.ts';
import type { App } from '../platform/index.ts';
import { everyRow, sendSheet } from '../platform/sheets/index.ts';
import { askAboutMyData, withdrawRequest } from './actions/ask.ts';
import { answerRequest } from './actions/decide.ts';
import { makeArchive } from './actions/make-archive.ts';
import { showMyData } from './actions/show-my-data.ts';
import { showRequests } from './actions/show-requests.ts';
import { requestColumns } from './rules/request-columns.ts';
import {
  ArchiveQuery,
  ById,
  MyData,
  PrivacyRequestPage,
  PrivacyRequestQuery,
  PrivacyRequestSheetQuery,
  RequestAnswer,
  RequestMade,
  RequestWanted,
} from './shapes.ts';

export async function privacyRoutes(app: App): Promise<void> {
  myDataRoutes(app);
  askingRoutes(app);
  answeringRoutes(app);
}

function myDataRoutes(app: App): void {
  app.get(
    '/api/v1/me/data',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'What is held about me, part by part', response: { 200: MyData } },
    },
    (request) => showMyData(request.district, whoIn(request)),
  );
  app.get(
    '/api/v1/me/data/archive',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'All that is held about me (zip: a page to read, JSON for programs)',
        querystring: ArchiveQuery,
      },
    },
    async (request, reply) => {
      const archive = await makeArchive(request.district, whoIn(request), request.call);
      const named = encodeURIComponent(
        request.call.language === 'zh' ? '我的信息.zip' : 'my-data.zip',
      );
      reply.header(
        'content-disposition',
        `attachment; filename="my-data.zip"; filename*=UTF-8''${named}`,
      );
      reply.header('cache-control', 'private, no-store');
      return reply.type('application/zip').send(archive);
    },
  );
}

function askingRoutes(app: App): void {
  app.post(
    '/api/v1/privacy-requests',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Ask to have my data corrected or erased',
        body: RequestWanted,
        response: { 201: RequestMade },
      },
    },
    async (request, reply) => {
      const id = await askAboutMyData(request.district, whoIn(request), request.body, request.call);
      return reply.code(201).send({ id });
    },
  );
  app.delete(
    '/api/v1/privacy-requests/:id',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Take back what I asked',
        params: ById,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await withdrawRequest(request.district, whoIn(request), request.params.id, request.call);
      return reply.code(204).send(null);
    },
  );
}

function answeringRoutes(app: App): void {
  app.get(
    '/api/v1/privacy-requests',
    {
      config: { access: 'privacy.decide' },
      schema: {
        summary: 'Requests about their data that wait here',
        querystring: PrivacyRequestQuery,
        response: { 200: PrivacyRequestPage },
      },
    },
    (request) => showRequests(request.district, whoIn(request), request.query),
  );
  app.get(
    '/api/v1/privacy-requests/sheet',
    {
      config: { access: 'privacy.decide' },
      schema: {
        summary: 'Requests about their data, as a spreadsheet (xlsx)',
        querystring: PrivacyRequestSheetQuery,
      },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const rows = await everyRow((page) =>
        showRequests(district, whoIn(request), { ...query, ...page }),
      );
      const title = call.language === 'zh' ? '个人信息申请' : 'Privacy requests';
      return sendSheet(request, reply, { title, columns: requestColumns, rows });
    },
  );
  app.post(
    '/api/v1/privacy-requests/:id/answer',
    {
      config: { access: 'privacy.decide' },
      schema: {
        summary: 'Accept a request, or refuse it with a reason',
        params: ById,
        body: RequestAnswer,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      await answerRequest(district, whoIn(request), params.id, body, call);
      return reply.code(204).send(null);
    },
  );
}
