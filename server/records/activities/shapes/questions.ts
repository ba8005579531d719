import { Type } from 'typebox';
import { MOST_ANSWER_VALUES, MOST_CHOICES, MOST_QUESTIONS } from '../limits.ts';
import { questionKinds } from '../rules/check-answers.ts';

const Id = Type.String({ format: 'uuid' });
const strict = { additionalProperties: false };

const asked = {
  kind: Type.Enum([...questionKinds], {
    description: 'A text, one choice, many choices, or how many people come',
  }),
  label: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  choices: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: MOST_CHOICES }),
  is_required: Type.Boolean(),
};

export const QuestionShape = Type.Object({ id: Id, ...asked }, { title: 'Question' });

export const AskQuestions = Type.Object(
  { questions: Type.Array(Type.Object(asked, strict), { maxItems: MOST_QUESTIONS }) },
  { title: 'AskQuestions', ...strict },
);
export type AskQuestions = Type.Static<typeof AskQuestions>;

export const AnswerShape = Type.Object(
  {
    question_id: Id,
    values: Type.Array(Type.String({ maxLength: 1000 }), {
      maxItems: MOST_ANSWER_VALUES,
      description: 'A text, the choices made, or a number as text',
    }),
  },
  { title: 'Answer', ...strict },
);
export const Answers = Type.Array(AnswerShape, { maxItems: MOST_QUESTIONS });

export const ChangeAnswers = Type.Object(
  { answers: Answers },
  { title: 'ChangeAnswers', ...strict },
);
