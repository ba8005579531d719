import type { TSchema } from 'typebox';
import type { TLocalizedValidationError } from 'typebox/error';
import { Settings } from 'typebox/system';
import { Errors } from 'typebox/value';
import { isScalar } from 'yaml';
import type { Words } from '../../platform/index.ts';
import { closest } from '../closest.ts';
import type { PlanProblem } from '../problem.ts';
import { type Path, type PlanSource, problemAt } from './plan-source.ts';

/** A file with more mistakes than this is another kind of file. */
const MOST_ERRORS = 1000;

type Finding = Pick<PlanProblem, 'wrong' | 'remedy'>;

/** What a file's shape finds wrong, as sentences. Empty: the value is of the shape. */
export function shapeProblems(source: PlanSource, shape: TSchema): PlanProblem[] {
  return allErrors(shape, source.value).flatMap((error) => {
    const path = pathOf(error.instancePath, source.value);
    switch (error.keyword) {
      case 'required':
        return error.params.requiredProperties.map((key) =>
          problemAt(source, path, missingKey(key)),
        );
      case 'additionalProperties':
        return error.params.additionalProperties.map((key) =>
          problemAt(
            source,
            [...path, key],
            unknownKey(key, source, shapeAt(shape, path), path),
            'key',
          ),
        );
      case 'boolean':
        // The `additionalProperties` above says it already.
        return [];
      default:
        return [
          problemAt(source, path, findingOf(error, writtenAt(source, path), shapeAt(shape, path))),
        ];
    }
  });
}

/** TypeBox stops at 8 errors, as it should for strangers' requests; a plan's author wants them all. */
function allErrors(shape: TSchema, value: unknown): TLocalizedValidationError[] {
  const { maxErrors } = Settings.Get();
  Settings.Set({ maxErrors: MOST_ERRORS });
  try {
    return Errors(shape, value);
  } finally {
    Settings.Set({ maxErrors });
  }
}

function pathOf(pointer: string, value: unknown): Path {
  const path: (string | number)[] = [];
  const steps = pointer.split('/').slice(1);
  for (const escaped of steps) {
    const step = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(valueAt(value, path)) ? Number(step) : step);
  }
  return path;
}

function valueAt(value: unknown, path: Path): unknown {
  let inner = value;
  for (const step of path) inner = (inner as Record<string | number, unknown> | null)?.[step];
  return inner;
}

interface ShapePart {
  readonly patternErrorMessage?: string;
  readonly properties?: Readonly<Record<string, ShapePart>>;
  readonly items?: ShapePart;
}

function shapeAt(shape: TSchema, path: Path): ShapePart | undefined {
  let inner: ShapePart | undefined = shape as ShapePart;
  for (const step of path) {
    inner = typeof step === 'number' ? inner?.items : inner?.properties?.[step];
  }
  return inner;
}

const languages: Readonly<Record<string, Words>> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
};

function missingKey(key: string): Finding {
  const language = languages[key];
  if (language) {
    return {
      wrong: { zh: `缺少${language.zh}译文`, en: `The ${language.en} words are missing` },
      remedy: { zh: `请加上“${key}: …”`, en: `Add "${key}: …"` },
    };
  }
  return {
    wrong: { zh: `缺少“${key}”`, en: `"${key}" is missing` },
    remedy: { zh: `请加上“${key}: …”`, en: `Add "${key}: …"` },
  };
}

function unknownKey(
  key: string,
  source: PlanSource,
  shape: ShapePart | undefined,
  path: Path,
): Finding {
  const known = Object.keys(shape?.properties ?? {});
  const meant = closest(key, known);
  const list = known.join(', ');
  if (valueAt(source.value, [...path, key]) === null && !meant) {
    return {
      wrong: { zh: `“${key}”没有值`, en: `"${key}" stands alone, without a value` },
      remedy: {
        zh: '花括号里的文字如果有逗号，整句要加引号',
        en: 'Inside { } a text with a comma must be in quotes',
      },
    };
  }
  return {
    wrong: { zh: `不认识“${key}”`, en: `"${key}" is not known here` },
    remedy: meant
      ? { zh: `可能应为“${meant}”`, en: `Perhaps "${meant}" was meant` }
      : { zh: `这里可以写：${list}`, en: `Known here: ${list}` },
  };
}

/** A value, and how the author wrote it: 2.10 is the number 2.1, but was meant as it stands. */
interface Written {
  readonly value: unknown;
  readonly text: string;
}

function writtenAt(source: PlanSource, path: Path): Written {
  const value = valueAt(source.value, path);
  const node = source.document.getIn(path, true);
  const text = isScalar(node) ? node.source : undefined;
  return { value, text: text ?? JSON.stringify(value) };
}

function findingOf(
  error: TLocalizedValidationError,
  { value, text }: Written,
  shape: ShapePart | undefined,
): Finding {
  const shown = JSON.stringify(value) ?? '';
  const wrong = { zh: `“${brief(shown)}”不合要求`, en: `${brief(shown)} is not acceptable` };
  switch (error.keyword) {
    case 'type':
      return typeFinding(String(error.params.type), { value, text });
    case 'enum':
      return { wrong, remedy: oneOf(value, error.params.allowedValues.map(String)) };
    case 'const':
      return { wrong, remedy: oneOf(value, [String(error.params.allowedValue)]) };
    case 'format':
      return { wrong, remedy: { zh: '日期请写成 2026-09-01', en: 'Write the day as 2026-09-01' } };
    case 'pattern':
      return { wrong, remedy: patternRemedy(shape, String(error.params.pattern)) };
    case 'minimum':
      return { wrong, remedy: limit('不能小于', 'at least', error.params.limit) };
    case 'exclusiveMinimum':
      return { wrong, remedy: limit('要大于', 'a number above', error.params.limit) };
    case 'maximum':
      return { wrong, remedy: limit('不能大于', 'at most', error.params.limit) };
    case 'minItems':
      return {
        wrong: { zh: '这个列表是空的', en: 'The list is empty' },
        remedy: {
          zh: '请至少写一项，或删去这个键',
          en: 'Write at least one entry, or remove the key',
        },
      };
    case 'maxItems':
      return {
        wrong: { zh: '这个列表太长', en: 'The list is too long' },
        remedy: limit('项数不能多于', 'no more entries than', error.params.limit),
      };
    case 'maxLength':
      return {
        wrong: { zh: '这段文字太长', en: 'The text is too long' },
        remedy: limit('字数不能多于', 'no more characters than', error.params.limit),
      };
    case 'uniqueItems':
      return {
        wrong: { zh: '列表里有重复', en: 'The list repeats an entry' },
        remedy: { zh: '请删去重复的一项', en: 'Remove the repeated one' },
      };
    default:
      return { wrong, remedy: { zh: `请改正（${error.message}）`, en: `It ${error.message}` } };
  }
}

function typeFinding(type: string, { value, text }: Written): Finding {
  const name = typeNames[type] ?? { zh: type, en: type };
  const wrong = {
    zh: `这里要写${name.zh}，现在是“${brief(text)}”`,
    en: `${name.en} is wanted here, not ${brief(text)}`,
  };
  if (type === 'string' && typeof value === 'number') {
    return {
      wrong,
      remedy: { zh: `请加引号，如 "${text}"`, en: `Put it in quotes, like "${text}"` },
    };
  }
  if ((type === 'number' || type === 'integer') && typeof value === 'string') {
    return { wrong, remedy: { zh: '请只写数字，不加引号和单位', en: 'Write the number alone' } };
  }
  return { wrong, remedy: { zh: `请写成${name.zh}`, en: `Write ${name.en.toLowerCase()}` } };
}

const typeNames: Readonly<Record<string, Words>> = {
  object: { zh: '若干“键: 值”', en: 'A group of "key: value" lines' },
  array: { zh: '列表（每项以 - 开头）', en: 'A list (each entry begins with -)' },
  string: { zh: '文字', en: 'Text' },
  number: { zh: '数字', en: 'A number' },
  integer: { zh: '整数', en: 'A whole number' },
  boolean: { zh: 'true 或 false', en: 'True or false' },
};

function oneOf(value: unknown, allowed: readonly string[]): Words {
  const meant = typeof value === 'string' ? closest(value, allowed) : undefined;
  const list = allowed.join(', ');
  return {
    zh: meant ? `可能应为“${meant}”；可以写：${list}` : `可以写：${list}`,
    en: meant ? `Perhaps "${meant}" was meant; allowed: ${list}` : `Allowed: ${list}`,
  };
}

/** The shape says in both languages how to write it; editors show the same sentence. */
function patternRemedy(shape: ShapePart | undefined, pattern: string): Words {
  const [zh, en] = shape?.patternErrorMessage?.split(' · ') ?? [];
  return { zh: zh ?? `格式为 ${pattern}`, en: en ?? `The form is ${pattern}` };
}

function limit(zh: string, en: string, bound: number | bigint): Words {
  return { zh: `${zh} ${bound}`, en: `Give ${en} ${bound}` };
}

function brief(text: string | undefined): string {
  const shown = text ?? '';
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}
