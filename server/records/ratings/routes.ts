import { whoIn } from '../../directory/index.ts';
import type { App } from '../../platform/index.ts';
import { SheetQuery, sendSheet } from '../../platform/sheets/index.ts';
import { rateActivity, showMyRating } from './actions/rate-activity.ts';
import { showRatings } from './actions/show-ratings.ts';
import { ratingColumns, ratingLines } from './rules/rating-columns.ts';
import { ById, MyRating, Rate, Ratings } from './shapes.ts';

export async function ratingsRoutes(app: App): Promise<void> {
  app.get(
    '/api/v1/activities/:id/my-rating',
    {
      config: { access: 'activities.sign-up' },
      schema: {
        summary: 'What I said of an event that I came to',
        params: ById,
        response: { 200: MyRating },
      },
    },
    (request) => showMyRating(request.district, whoIn(request), request.params.id, request.call),
  );
  app.put(
    '/api/v1/activities/:id/my-rating',
    {
      config: { access: 'activities.sign-up' },
      schema: {
        summary: 'Say how it was, or say it anew; the host reads no name',
        params: ById,
        body: Rate,
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      await rateActivity(district, whoIn(request), { ...body, activity: params.id }, call);
      return reply.code(204).send();
    },
  );
  app.get(
    '/api/v1/activities/:id/ratings',
    {
      config: { access: 'activities.read' },
      schema: {
        summary: 'What those who came say, of at least five together',
        params: ById,
        response: { 200: Ratings },
      },
    },
    (request) => showRatings(request.district, whoIn(request), request.params.id),
  );
  app.get(
    '/api/v1/activities/:id/ratings/sheet',
    {
      config: { access: 'activities.read' },
      schema: {
        summary: 'The same as a spreadsheet (xlsx)',
        params: ById,
        querystring: SheetQuery({}),
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const ratings = await showRatings(district, whoIn(request), params.id);
      const title = call.language === 'zh' ? '活动评价' : 'Ratings';
      const rows = ratingLines(ratings);
      return sendSheet(request, reply, { title, columns: ratingColumns, rows });
    },
  );
}
