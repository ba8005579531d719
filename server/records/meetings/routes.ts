import { Type } from 'typebox';
import { whoIn } from '../../directory/index.ts';
import type { App } from '../../platform/index.ts';
import { answerMeeting, showMyAnswers } from './actions/answer-meeting.ts';
import { recordTalk } from './actions/record-talk.ts';
import { showClasses, showFamilies } from './actions/show-families.ts';
import {
  AnswerMeeting,
  ById,
  MeetingAnswers,
  MeetingClasses,
  MeetingFamilies,
  RecordTalk,
} from './shapes.ts';

export async function meetingsRoutes(app: App): Promise<void> {
  app.get(
    '/api/v1/meetings/:id/classes',
    {
      config: { access: 'meetings.read' },
      schema: {
        summary: 'How many families of each class a parents’ meeting reached',
        params: ById,
        response: { 200: MeetingClasses },
      },
    },
    (request) => showClasses(request.district, whoIn(request), request.params.id),
  );
  app.get(
    '/api/v1/meetings/:id/families',
    {
      config: { access: 'meetings.read' },
      schema: {
        summary: 'Every family of the class: what it said, and whether it was reached',
        params: ById,
        response: { 200: MeetingFamilies },
      },
    },
    (request) => showFamilies(request.district, whoIn(request), request.params.id),
  );
  app.post(
    '/api/v1/meetings/:id/talks',
    {
      config: { access: 'meetings.record' },
      schema: {
        summary: 'A talk with a family that did not come: it is reached after all',
        params: ById,
        body: RecordTalk,
        response: { 201: Type.Object({ id: Type.String() }, { title: 'TalkRecorded' }) },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const asked = { ...body, meeting: params.id };
      return reply.code(201).send(await recordTalk(district, whoIn(request), asked, call));
    },
  );
  app.get(
    '/api/v1/meetings/:id/answers',
    {
      config: { access: 'activities.sign-up' },
      schema: {
        summary: 'What I answered, for each of my children',
        params: ById,
        response: { 200: MeetingAnswers },
      },
    },
    (request) => showMyAnswers(request.district, whoIn(request), request.params.id),
  );
  app.put(
    '/api/v1/meetings/:id/answers',
    {
      config: { access: 'activities.sign-up' },
      schema: {
        summary: 'I cannot come, or another carer does',
        params: ById,
        body: AnswerMeeting,
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      await answerMeeting(district, whoIn(request), { ...body, meeting: params.id }, call);
      return reply.code(204).send();
    },
  );
}
