import { whoIn } from '../../../directory/index.ts';
import type { App } from '../../../platform/index.ts';
import { nameLead, showTeam, takeLeadBack } from '../actions/lead-team.ts';
import { ById, NameLead, Team } from '../shapes.ts';

/** Volunteers of a shift, and who leads them. */
export function teamRoutes(app: App): void {
  app.get(
    '/api/v1/activities/:id/team',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Who leads the team of a shift; for the lead and the host who is in it',
        params: ById,
        response: { 200: Team },
      },
    },
    (request) => showTeam(request.district, whoIn(request), request.params.id),
  );
  app.put(
    '/api/v1/activities/:id/lead',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Name one of the volunteers as lead of the team; they are told',
        params: ById,
        body: NameLead,
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const asked = { shift: params.id, person: body.person_id };
      await nameLead(district, whoIn(request), asked, call);
      return reply.code(204).send();
    },
  );
  app.delete(
    '/api/v1/activities/:id/lead',
    {
      config: { access: 'activities.arrange' },
      schema: { summary: 'Take the naming of the lead back', params: ById },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      await takeLeadBack(district, whoIn(request), params.id, call);
      return reply.code(204).send();
    },
  );
}
