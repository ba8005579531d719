import type { Words } from '../../platform/index.ts';

/** What a program of another house may be given. Less than any post: one deed, no list, no search. */
export const scopes = {
  'certificates.verify': { zh: '核验证明', en: 'Verify certificates' },
  'credentials.operate': { zh: '试运行凭证接口', en: 'Try the credential endpoints' },
} as const satisfies Record<string, Words>;

export type Scope = keyof typeof scopes;

export const scopeNames = Object.keys(scopes) as [Scope, ...Scope[]];

/** How a route names the scope that it is open to. */
export type ClientAccess = `client:${Scope}`;

export const clientAccesses: readonly ClientAccess[] = scopeNames.map(
  (scope) => `client:${scope}` as const,
);

/** The scope that a route names; undefined when it is for people. */
export function scopeOf(access: string | undefined): Scope | undefined {
  return scopeNames.find((scope) => access === `client:${scope}`);
}

/** A program of another house that asks now. */
export interface KnownClient {
  readonly id: string;
  readonly name: string;
  readonly scope: Scope;
}
