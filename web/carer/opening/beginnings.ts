/** A page on which visits often begin, so that what it needs is fetched before the app can ask for it. */
interface Beginning {
  /** The address below /app. */
  readonly at: RegExp;
  /** Its file in `carer/pages`, where it is not part of the app's start. */
  readonly page?: string;
  /** Its first question to the server; `$1` is what the address names. */
  readonly asks: string;
}

export const beginnings: readonly Beginning[] = [
  { at: /^\/?$/, asks: '/api/v1/carer/home' },
  { at: /^\/activities$/, page: 'activities', asks: '/api/v1/carer/activities' },
  { at: /^\/activities\/([^/]+)$/, page: 'activity', asks: '/api/v1/activities/$1' },
  { at: /^\/growth$/, page: 'growth', asks: '/api/v1/carer/points' },
  { at: /^\/notices$/, page: 'notices', asks: '/api/v1/notices?limit=30' },
];
