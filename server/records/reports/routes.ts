import type { FastifyReply } from 'fastify';
import { whoIn } from '../../directory/index.ts';
import { type App, etagOf, versionIn } from '../../platform/index.ts';
import { PictureTooLarge } from '../../platform/pictures/index.ts';
import { changePhoto, putPhoto, removePhoto, uploadPhoto } from './actions/change-photo.ts';
import { decideConsent, showConsents } from './actions/decide-consent.ts';
import { listPhotoChildren } from './actions/list-photo-children.ts';
import { listPublicReports } from './actions/list-public-reports.ts';
import { showPicture, showPublicPicture } from './actions/show-picture.ts';
import { showPublicReport, showReport } from './actions/show-report.ts';
import { writeReport } from './actions/write-report.ts';
import { PhotoMissing } from './refusals.ts';
import {
  ById,
  DecideConsent,
  PhotoChange,
  PhotoChildren,
  PictureConsents,
  PictureQuery,
  PublicReport,
  PublicReportsPage,
  PublicReportsQuery,
  PutPhoto,
  Report,
  UploadedPhoto,
  WriteReport,
} from './shapes.ts';

export async function reportsRoutes(app: App): Promise<void> {
  reportRoutes(app);
  uploadRoutes(app);
  photoRoutes(app);
  pictureRoutes(app);
  consentRoutes(app);
}

function reportRoutes(app: App): void {
  app.get(
    '/api/v1/activities/:id/report',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'What was done, with photos: for the host and for those who took part',
        params: ById,
        response: { 200: Report },
      },
    },
    async (request, reply) => {
      const report = await showReport(request.district, whoIn(request), request.params.id);
      return reply.header('etag', etagOf(report.version)).send(report);
    },
  );
  app.put(
    '/api/v1/activities/:id/report',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Write what was done (If-Match: its version, 0 for the first)',
        params: ById,
        body: WriteReport,
        response: { 200: Report },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const version = versionIn(request.headers['if-match']);
      await writeReport(district, whoIn(request), { ...body, activity: params.id, version }, call);
      const report = await showReport(district, whoIn(request), params.id);
      return reply.header('etag', etagOf(report.version)).send(report);
    },
  );
  app.get(
    '/api/v1/public/reports',
    {
      config: { access: 'public' },
      schema: {
        summary: 'What was held: reports that hosts show to all, of the latest event first',
        querystring: PublicReportsQuery,
        response: { 200: PublicReportsPage },
      },
    },
    (request) => listPublicReports(request.district, request.query),
  );
  app.get(
    '/api/v1/public/activities/:id/report',
    {
      config: { access: 'public' },
      schema: {
        summary: 'The report of a public event, if its host shows it to all',
        params: ById,
        response: { 200: PublicReport },
      },
    },
    (request) => showPublicReport(request.district, request.params.id),
  );
}

function uploadRoutes(app: App): void {
  app.get(
    '/api/v1/activities/:id/photo-children',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Children of the families that came, to say who is seen in a photo',
        params: ById,
        response: { 200: PhotoChildren },
      },
    },
    (request) => listPhotoChildren(request.district, whoIn(request), request.params.id),
  );
  app.post(
    '/api/v1/activities/:id/photos',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Upload a photo (multipart); only the host sees it for now',
        params: ById,
        response: { 201: UploadedPhoto },
      },
    },
    async (request, reply) => {
      const upload = await request.file();
      if (!upload) throw PhotoMissing();
      const bytes = await upload.toBuffer().catch((error: { code?: string }) => {
        throw error.code === 'FST_REQ_FILE_TOO_LARGE' ? PictureTooLarge() : error;
      });
      const { district, params, call } = request;
      const asked = { activity: params.id, bytes };
      return reply.code(201).send({ id: await uploadPhoto(district, whoIn(request), asked, call) });
    },
  );
}

function photoRoutes(app: App): void {
  app.patch(
    '/api/v1/photos/:id',
    {
      config: { access: 'activities.arrange' },
      schema: { summary: 'Caption, and which children are seen', params: ById, body: PhotoChange },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      await changePhoto(district, whoIn(request), { ...body, photo: params.id }, call);
      return reply.code(204).send();
    },
  );
  app.put(
    '/api/v1/photos/:id/place',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Show a photo to those who took part, or to all, if every family consents',
        params: ById,
        body: PutPhoto,
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      await putPhoto(district, whoIn(request), { ...body, photo: params.id }, call);
      return reply.code(204).send();
    },
  );
  app.delete(
    '/api/v1/photos/:id',
    {
      config: { access: 'activities.arrange' },
      schema: { summary: 'Remove a photo for good', params: ById },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      await removePhoto(district, whoIn(request), params.id, call);
      return reply.code(204).send();
    },
  );
}

function pictureRoutes(app: App): void {
  app.get(
    '/api/v1/photos/:id/picture',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'The picture (jpeg), for its host and for those who took part',
        params: ById,
        querystring: PictureQuery,
      },
    },
    async (request, reply) => {
      const { district, params, query } = request;
      const asked = { photo: params.id, size: query.size };
      return sendPicture(reply, await showPicture(district, whoIn(request), asked));
    },
  );
  app.get(
    '/api/v1/public/photos/:id/picture',
    {
      config: { access: 'public' },
      schema: {
        summary: 'The picture (jpeg) of a public report',
        params: ById,
        querystring: PictureQuery,
      },
    },
    async (request, reply) => {
      const { district, params, query } = request;
      const asked = { photo: params.id, size: query.size };
      return sendPicture(reply, await showPublicPicture(district, asked));
    },
  );
}

/** Kept by no cache: a consent that is withdrawn hides it at once. */
function sendPicture(reply: FastifyReply, bytes: Buffer) {
  return reply
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .type('image/jpeg')
    .send(bytes);
}

function consentRoutes(app: App): void {
  app.get(
    '/api/v1/students/:id/picture-consents',
    {
      config: { access: 'pictures.consent' },
      schema: {
        summary: 'What the carers of my child say about pictures',
        params: ById,
        response: { 200: PictureConsents },
      },
    },
    (request) => showConsents(request.district, whoIn(request), request.params.id),
  );
  app.put(
    '/api/v1/students/:id/picture-consents',
    {
      config: { access: 'pictures.consent' },
      schema: {
        summary: 'Consent to pictures of my child for a purpose, or withdraw it',
        params: ById,
        body: DecideConsent,
        response: { 200: PictureConsents },
      },
    },
    (request) => {
      const { district, params, body, call } = request;
      return decideConsent(district, whoIn(request), { ...body, student: params.id }, call);
    },
  );
}
