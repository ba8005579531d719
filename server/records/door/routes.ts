import { whoIn } from '../../directory/index.ts';
import { type App, etagOf, versionIn } from '../../platform/index.ts';
import { CheckedIn } from '../activities/index.ts';
import { browseConflicts } from './actions/browse-conflicts.ts';
import { checkInSelf } from './actions/check-in-self.ts';
import { decideConflicts } from './actions/decide-conflicts.ts';
import { changeDoorRules, showDoorHints, showDoorRules } from './actions/door-rules.ts';
import { openScanner } from './actions/open-scanner.ts';
import { uploadScans } from './actions/upload-scans.ts';
import { paperRoutes } from './paper-routes.ts';
import { phoneOf } from './phone-of-request.ts';
import {
  ById,
  ChangeDoorRules,
  ConflictsQuery,
  Decided,
  Decisions,
  DoorHints,
  DoorRulesShape,
  ScanConflictPage,
  ScannerShape,
  ScanUpload,
  SelfCheckIn,
  UploadedScans,
} from './shapes.ts';

export async function doorRoutes(app: App): Promise<void> {
  scannerRoutes(app);
  conflictRoutes(app);
  hallRoutes(app);
  rulesRoutes(app);
  paperRoutes(app);
}

function scannerRoutes(app: App): void {
  app.get(
    '/api/v1/activities/:id/scanner',
    {
      config: { access: 'activities.check-in' },
      schema: {
        summary: 'What a phone needs to scan at this door without network',
        params: ById,
        response: { 200: ScannerShape },
      },
    },
    (request) => openScanner(request.district, whoIn(request), request.params.id, request.call),
  );
  app.post(
    '/api/v1/activities/:id/scans',
    {
      config: { access: 'activities.check-in' },
      schema: {
        summary: 'Send scans made without network; each once, however often it is sent',
        params: ById,
        body: ScanUpload,
        response: { 200: UploadedScans },
      },
    },
    (request) => {
      const { district, params, body, call } = request;
      return uploadScans(district, whoIn(request), { ...body, activity: params.id }, call);
    },
  );
}

function conflictRoutes(app: App): void {
  app.get(
    '/api/v1/activities/:id/scan-conflicts',
    {
      config: { access: 'activities.check-in' },
      schema: {
        summary: 'Scans that a person must decide, and what was decided',
        params: ById,
        querystring: ConflictsQuery,
        response: { 200: ScanConflictPage },
      },
    },
    (request) => {
      const { district, params, query } = request;
      return browseConflicts(district, whoIn(request), { ...query, activity: params.id });
    },
  );
  app.post(
    '/api/v1/activities/:id/scan-conflicts/decisions',
    {
      config: { access: 'activities.correct' },
      schema: {
        summary: 'Admit or dismiss conflicts, with the reason',
        params: ById,
        body: Decisions,
        response: { 200: Decided },
      },
    },
    (request) => {
      const { district, params, body, call } = request;
      return decideConflicts(district, whoIn(request), { ...body, activity: params.id }, call);
    },
  );
}

function hallRoutes(app: App): void {
  app.post(
    '/api/v1/activities/:id/self-check-ins',
    {
      config: { access: 'activities.sign-up' },
      schema: {
        summary: 'Check myself in or out with the code on the hall’s screen',
        params: ById,
        body: SelfCheckIn,
        response: { 200: CheckedIn },
      },
    },
    (request, reply) => {
      const { district, params, body, call } = request;
      const phone = phoneOf(request, reply);
      return checkInSelf(district, whoIn(request), { ...body, activity: params.id }, phone, call);
    },
  );
}

function rulesRoutes(app: App): void {
  app.get(
    '/api/v1/activities/:id/door-rules',
    {
      config: { access: 'activities.check-in' },
      schema: {
        summary: 'Where phones must be to check themselves in',
        params: ById,
        response: { 200: DoorRulesShape },
      },
    },
    async (request, reply) => {
      const rules = await showDoorRules(request.district, whoIn(request), request.params.id);
      return reply.header('etag', etagOf(rules.version)).send(rules);
    },
  );
  app.put(
    '/api/v1/activities/:id/door-rules',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Turn the check of distance on or off (If-Match: its version, 0 for the first)',
        params: ById,
        body: ChangeDoorRules,
        response: { 200: DoorRulesShape },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const version = versionIn(request.headers['if-match']);
      const asked = { ...body, activity: params.id, version };
      const rules = await changeDoorRules(district, whoIn(request), asked, call);
      return reply.header('etag', etagOf(rules.version)).send(rules);
    },
  );
  app.get(
    '/api/v1/activities/:id/door-hints',
    {
      config: { access: 'activities.correct' },
      schema: {
        summary: 'What may be worth a look among those who used the hall’s code',
        params: ById,
        response: { 200: DoorHints },
      },
    },
    (request) => showDoorHints(request.district, whoIn(request), request.params.id),
  );
}
