import type { FastifySchemaValidationError } from 'fastify/types/schema.js';
import type { Words } from '../words.ts';
import type { RefusalField } from './refusal.ts';

/** Ajv's findings as sentences that name the field, the reason and what would be right. */
export function fieldReasons(
  errors: readonly FastifySchemaValidationError[],
  context: string,
): RefusalField[] {
  const reasons = new Map<string, RefusalField>();
  for (const error of errors) {
    const field = fieldOf(error, context);
    // `anyOf` says itself that no branch fits; the findings inside its branches would only confuse.
    if (!reasons.has(field) || error.keyword === 'anyOf') {
      reasons.set(field, { field, reason: reasonOf(error) });
    }
  }
  return [...reasons.values()];
}

function fieldOf(error: FastifySchemaValidationError, context: string): string {
  const path = error.instancePath.split('/').slice(1);
  const missing = error.params.missingProperty ?? error.params.additionalProperty;
  if (typeof missing === 'string') path.push(missing);
  return path.length > 0 ? path.join('.') : context;
}

function reasonOf({ keyword, params, message }: FastifySchemaValidationError): Words {
  const limit = String(params.limit);
  switch (keyword) {
    case 'required':
      return { zh: '这一项必须填写', en: 'This field is required' };
    case 'requiredProperties':
      return { zh: '这一项必须填写', en: 'This field is required' };
    case 'additionalProperties':
      return { zh: '没有这一项', en: 'There is no such field' };
    case 'minLength':
      return { zh: `至少 ${limit} 个字`, en: `At least ${limit} characters` };
    case 'maxLength':
      return { zh: `最多 ${limit} 个字`, en: `At most ${limit} characters` };
    case 'minimum':
      return { zh: `不能小于 ${limit}`, en: `Must not be less than ${limit}` };
    case 'maximum':
      return { zh: `不能大于 ${limit}`, en: `Must not be greater than ${limit}` };
    case 'minItems':
      return { zh: `至少选 ${limit} 项`, en: `Choose at least ${limit}` };
    case 'maxItems':
      return { zh: `最多 ${limit} 项`, en: `At most ${limit}` };
    case 'enum':
    case 'const':
    case 'anyOf':
      return { zh: '不在可选的值里', en: 'Not one of the allowed values' };
    case 'format':
      return formatReason(String(params.format));
    case 'pattern':
      return { zh: '格式不对', en: 'Not in the right form' };
    case 'type':
      return { zh: `应为 ${String(params.type)}`, en: `Must be of type ${String(params.type)}` };
    default:
      return { zh: '不合要求', en: message ?? 'Not acceptable' };
  }
}

function formatReason(format: string): Words {
  switch (format) {
    case 'date':
      return { zh: '日期应写成 2026-10-18', en: 'Write the date as 2026-10-18' };
    case 'date-time':
      return {
        zh: '时间应写成 2026-10-18T14:00:00+08:00',
        en: 'Write the time as 2026-10-18T14:00:00+08:00',
      };
    case 'uuid':
      return { zh: '编号的格式不对', en: 'Not a valid id' };
    default:
      return { zh: `格式应为 ${format}`, en: `Must be in the form ${format}` };
  }
}
