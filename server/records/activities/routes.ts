import type { App } from '../../platform/index.ts';
import type { ActivitiesOptions } from './door-options.ts';
import { afterwardsRoutes } from './routes/afterwards-routes.ts';
import { deskRoutes } from './routes/desk-routes.ts';
import { doorRoutes } from './routes/door-routes.ts';
import { familyRoutes } from './routes/family-routes.ts';
import { programmeRoutes } from './routes/programme-routes.ts';
import { questionRoutes } from './routes/question-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { teamRoutes } from './routes/team-routes.ts';

export async function activitiesRoutes(app: App, options: ActivitiesOptions): Promise<void> {
  deskRoutes(app, options);
  sessionRoutes(app, options);
  familyRoutes(app, options);
  questionRoutes(app);
  programmeRoutes(app, options);
  doorRoutes(app);
  afterwardsRoutes(app);
  teamRoutes(app);
}
