/** Every public page by its address. A page is a file with one export, `Page`. */
export const pages = {
  '/': () => import('./pages/what-it-is.tsx'),
  '/plan': () => import('./pages/plan.tsx'),
  '/progress': () => import('./pages/progress.tsx'),
  '/calendar': () => import('./pages/calendar.tsx'),
  '/calendar/subscribe': () => import('./pages/subscribe.tsx'),
  '/reports': () => import('./pages/reports.tsx'),
  '/reports/$activityId': () => import('./pages/report.tsx'),
  '/verify': () => import('./pages/verify.tsx'),
  '/sign-in': () => import('./pages/sign-in.tsx'),
} as const;
