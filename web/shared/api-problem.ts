import i18next from 'i18next';

/** Which field of the request, and why. */
export interface FieldProblem {
  readonly field: string;
  readonly reason: string;
}

interface ProblemParts {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly remedy: string;
  readonly fields?: readonly FieldProblem[] | undefined;
  readonly reference?: string | undefined;
}

/** RFC 9457 problem details as the server said them, in the reader's language; or our own for a dead network. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  /** 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly remedy: string;
  readonly fields: readonly FieldProblem[];
  /** Names this very request in the server's log. */
  readonly reference: string | undefined;

  constructor(parts: ProblemParts) {
    super(`${parts.title} (${parts.code})`);
    this.status = parts.status;
    this.code = parts.code;
    this.title = parts.title;
    this.detail = parts.detail;
    this.remedy = parts.remedy;
    this.fields = parts.fields ?? [];
    this.reference = parts.reference;
  }

  /** What the server says of one field, if anything. */
  reasonOf(field: string): string | undefined {
    return this.fields.find((problem) => problem.field.replace(/^\W+/, '') === field)?.reason;
  }
}

export function noConnection(): ApiProblem {
  return new ApiProblem({
    status: 0,
    code: 'web.no-connection',
    title: i18next.t('shared:problem.noConnection'),
    remedy: i18next.t('shared:problem.noConnectionRemedy'),
  });
}

/** A link that the browser itself found to be nobody's. */
export function problemOfForgery(): ApiProblem {
  return new ApiProblem({
    status: 422,
    code: 'web.link-forged',
    title: i18next.t('shared:problem.linkForged'),
    remedy: i18next.t('shared:problem.linkForgedRemedy'),
  });
}

/** A deed without a network: it is refused, and never done later unasked. */
export function notDone(): ApiProblem {
  return new ApiProblem({
    status: 0,
    code: 'web.not-done-offline',
    title: i18next.t('shared:problem.notDone'),
    remedy: i18next.t('shared:problem.notDoneRemedy'),
  });
}

/** The problem in an answer that is not 2xx, whatever its body turned out to be. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const said: unknown = await response.json().catch(() => null);
  const parts = typeof said === 'object' && said !== null ? (said as Partial<ProblemParts>) : {};
  return new ApiProblem({
    status: response.status,
    code: parts.code ?? `http.${response.status}`,
    title: parts.title ?? i18next.t('shared:problem.unexpected'),
    detail: parts.detail,
    remedy: parts.remedy ?? i18next.t('shared:problem.unexpectedRemedy'),
    fields: parts.fields,
    reference: parts.reference,
  });
}

/** Any error as a problem that a person can be shown. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({
    status: 0,
    code: 'web.unexpected',
    title: i18next.t('shared:problem.unexpected'),
    remedy: i18next.t('shared:problem.unexpectedRemedy'),
  });
}
