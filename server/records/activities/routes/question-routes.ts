import { whoIn } from '../../../directory/index.ts';
import { type App, versionIn } from '../../../platform/index.ts';
import { askQuestions } from '../actions/ask-questions.ts';
import { changeAnswers } from '../actions/change-answers.ts';
import { AskQuestions, ById, ByRegistration, ChangeAnswers } from '../shapes.ts';

/** What the host asks at sign-up, and what families say. */
export function questionRoutes(app: App): void {
  app.put(
    '/api/v1/activities/:id/questions',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Ask these questions at sign-up (If-Match: the activity’s version)',
        params: ById,
        body: AskQuestions,
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const version = versionIn(request.headers['if-match']);
      const asked = { ...body, activity: params.id, version };
      await askQuestions(district, whoIn(request), asked, call);
      return reply.code(204).send();
    },
  );
  app.put(
    '/api/v1/activities/:id/registrations/:registration_id/answers',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Answer the host’s questions anew',
        params: ByRegistration,
        body: ChangeAnswers,
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const asked = {
        activity: params.id,
        registration: params.registration_id,
        answers: body.answers,
      };
      await changeAnswers(district, whoIn(request), asked, call);
      return reply.code(204).send();
    },
  );
}
