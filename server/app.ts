/** The table of contents: what every request passes, then the rooms in the order of the plan. */
import {
  calendarRoutes,
  carerBoardRoutes,
  dutyBoardRoutes,
  hostBoardRoutes,
  publicBoardRoutes,
} from './boards/index.ts';
import { answeringRoutes } from './counting/answering/index.ts';
import {
  certificateForAppeal,
  certificatesRoutes,
  setAppealed,
  vcApiRoutes,
} from './counting/certificates/index.ts';
import { taskToExcuse } from './counting/duties/index.ts';
import { ledgerRoutes, wouldEarn } from './counting/points/index.ts';
import { recalculationsRoutes } from './counting/recalculations/index.ts';
import { reliefsRoutes } from './counting/reliefs/index.ts';
import { simulationRoutes } from './counting/simulation/index.ts';
import {
  capabilities,
  clientAccesses,
  clientBehind,
  clientsRoutes,
  directoryRoutes,
  guardRoutes,
  linksRoutes,
  meRoutes,
  peopleAtTheDoor,
  rosterImportRoutes,
  scopes,
} from './directory/index.ts';
import { type NoticesOptions, noticesRoutes, settle, tell } from './notices/index.ts';
import { pageRoutes } from './page-routes.ts';
import { personaRoutes } from './personas.ts';
import {
  type App,
  createHttpServer,
  createMessages,
  type District,
  documentRoutes,
  guardAnswers,
  guardOrigin,
  guardPublicRoutes,
  type Messages,
  readCookies,
  requireNamedAccess,
  sessionOf,
  signInRoutes,
} from './platform/index.ts';
import { privacyRoutes } from './privacy/index.ts';
import { activitiesRoutes } from './records/activities/index.ts';
import { anomaliesRoutes } from './records/anomalies/index.ts';
import { awardsRoutes } from './records/awards/index.ts';
import { contestsRoutes } from './records/contests/index.ts';
import { doorRoutes } from './records/door/index.ts';
import { excusesRoutes } from './records/excuses/index.ts';
import { meetingsRoutes } from './records/meetings/index.ts';
import { ratingsRoutes } from './records/ratings/index.ts';
import { reportsRoutes } from './records/reports/index.ts';
import { copyTopics, topicsRoutes } from './records/topics/index.ts';
import { serviceRoutes } from './service-routes.ts';

export const VERSION = '0.1.0';

export interface AppOptions {
  readonly districtOf: (host: string) => District | undefined;
  /** Warnings and errors to stderr, as lines of JSON. */
  readonly log: boolean;
  readonly proxies?: readonly string[];
  /** Under test an answer with an undeclared field fails instead of losing the field. */
  readonly strictAnswers?: boolean;
  /** The demo's personas, which sign in without a password. Never in production. */
  readonly personas?: boolean;
  /** The W3C's VC-API, for the W3C's suites: off unless switched on. */
  readonly vcApi?: boolean;
  /** Sends sign-in codes; the demo's console if not given. */
  readonly messages?: Messages;
  /** The ways out of the house for notices; none if not given. */
  readonly notices?: NoticesOptions;
}

/** The app without its listening, so that tests can inject requests. */
export async function createApp(options: AppOptions): Promise<App> {
  const app = createHttpServer(options.districtOf, {
    log: options.log,
    proxies: options.proxies ?? [],
  });
  await documentRoutes(app, VERSION, scopes);
  requireNamedAccess(app, new Set([...Object.keys(capabilities), ...clientAccesses]));
  if (options.strictAnswers) guardAnswers(app);
  await readCookies(app);
  guardOrigin(app);
  guardPublicRoutes(app);
  guardRoutes(app, sessionOf, clientBehind);

  await app.register(serviceRoutes);
  const messages = options.messages ?? createMessages({ transport: 'console' });
  await app.register(signInRoutes({ people: peopleAtTheDoor, messages }));
  if (options.personas) await app.register(personaRoutes);
  await app.register(meRoutes);
  await app.register(linksRoutes, { tell, settle });
  await app.register(directoryRoutes);
  await app.register(rosterImportRoutes);
  await app.register(clientsRoutes);
  await app.register(noticesRoutes, options.notices ?? { channelsOf: () => [] });
  await app.register(activitiesRoutes, { worthOf: wouldEarn, alsoCopy: copyTopics });
  await app.register(reportsRoutes);
  await app.register(ratingsRoutes);
  await app.register(doorRoutes);
  await app.register(meetingsRoutes);
  await app.register(topicsRoutes);
  await app.register(awardsRoutes);
  await app.register(contestsRoutes, { certificateOf: certificateForAppeal, setAppealed });
  await app.register(excusesRoutes, { taskOf: taskToExcuse });
  await app.register(anomaliesRoutes);
  await app.register(ledgerRoutes);
  await app.register(reliefsRoutes);
  await app.register(simulationRoutes);
  await app.register(recalculationsRoutes);
  await app.register(certificatesRoutes);
  if (options.vcApi) await app.register(vcApiRoutes);
  await app.register(carerBoardRoutes);
  await app.register(hostBoardRoutes);
  await app.register(dutyBoardRoutes);
  await app.register(answeringRoutes);
  await app.register(publicBoardRoutes);
  await app.register(calendarRoutes);
  await app.register(privacyRoutes);
  await app.register(pageRoutes);
  return app;
}
