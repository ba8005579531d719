import type { RefusalField } from '../../../platform/index.ts';
import { LONGEST_ANSWER, MOST_PEOPLE_COUNTED } from '../limits.ts';

export const questionKinds = ['text', 'one', 'many', 'count'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly choices: string[];
  readonly is_required: boolean;
}

/** What is said to one question: a text, the choices made, or a number as text. */
export interface Answer {
  readonly question_id: string;
  readonly values: string[];
}

/** The answers without empty ones, trimmed. */
export function cleanAnswers(answers: readonly Answer[]): Answer[] {
  return answers.flatMap(({ question_id, values }) => {
    const said = values.map((one) => one.trim()).filter((one) => one !== '');
    return said.length > 0 ? [{ question_id, values: said }] : [];
  });
}

/** What is wrong with cleaned answers: each with its question and what would be right. */
export function checkAnswers(
  questions: readonly Question[],
  answers: readonly Answer[],
): RefusalField[] {
  const strangers = answers.filter(
    ({ question_id: id }, index) =>
      !questions.some((one) => one.id === id) ||
      answers.findIndex(({ question_id }) => question_id === id) !== index,
  );
  const unasked = { zh: '没有这个问题，或者答了两次', en: 'Not asked, or answered twice' };
  return [
    ...strangers.map(() => ({ field: 'answers', reason: unasked })),
    ...questions.flatMap((question) => {
      const said = answers.find(({ question_id }) => question_id === question.id)?.values ?? [];
      const reason = wrongWith(question, said);
      return reason ? [{ field: `answers.${question.id}`, reason }] : [];
    }),
  ];
}

function wrongWith(
  { kind, label, choices, is_required: isRequired }: Question,
  said: readonly string[],
): RefusalField['reason'] | undefined {
  const [first = ''] = said;
  if (said.length === 0) {
    return isRequired ? { zh: `请回答：${label}`, en: `Please answer: ${label}` } : undefined;
  }
  if (kind !== 'many' && said.length > 1) {
    return { zh: `${label}：只能答一项`, en: `${label}: one answer only` };
  }
  if (kind === 'text' && first.length > LONGEST_ANSWER) {
    return {
      zh: `${label}：最多 ${LONGEST_ANSWER} 个字`,
      en: `${label}: at most ${LONGEST_ANSWER} characters`,
    };
  }
  if (kind === 'count' && !isCount(first)) {
    return {
      zh: `${label}：请填 0 到 ${MOST_PEOPLE_COUNTED} 的整数`,
      en: `${label}: a whole number from 0 to ${MOST_PEOPLE_COUNTED}`,
    };
  }
  if ((kind === 'one' || kind === 'many') && said.some((one) => !choices.includes(one))) {
    return { zh: `${label}：请从选项里选`, en: `${label}: choose from what is offered` };
  }
  return undefined;
}

function isCount(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= MOST_PEOPLE_COUNTED;
}

/** What no host may ask of a family on a form. */
const forbidden =
  /身份证|证件号|护照号|银行卡|卡号|密码|验证码|\bid (card|number)\b|passport|bank (card|account)|password/i;

/** What is wrong with questions that a host would ask. */
export function checkQuestions(questions: readonly Omit<Question, 'id'>[]): RefusalField[] {
  return questions.flatMap(({ kind, label, choices }, index) => {
    const field = `questions.${index}`;
    if (forbidden.test(label)) {
      const reason = {
        zh: '不要在报名里问证件号、银行卡或密码',
        en: 'Sign-up is no place to ask for ID numbers, bank cards or passwords',
      };
      return [{ field: `${field}.label`, reason }];
    }
    const chooses = kind === 'one' || kind === 'many';
    const distinct = new Set(choices.map((one) => one.trim()));
    if (chooses && (distinct.size < 2 || distinct.size !== choices.length || distinct.has(''))) {
      const reason = { zh: '请至少写两个不同的选项', en: 'Give at least two different choices' };
      return [{ field: `${field}.choices`, reason }];
    }
    if (!chooses && choices.length > 0) {
      const reason = { zh: '这种问题没有选项', en: 'This kind of question has no choices' };
      return [{ field: `${field}.choices`, reason }];
    }
    return [];
  });
}
