/** Every page of the carer's app by its address below /app. A page is a file with one export, `Page`. */
export const pages = {
  '/': () => import('./pages/home.tsx'),
  '/activities': () => import('./pages/activities.tsx'),
  '/activities/$activityId': () => import('./pages/activity.tsx'),
  '/my-activities': () => import('./pages/my-activities.tsx'),
  '/my-code': () => import('./pages/my-code.tsx'),
  '/scan': () => import('./pages/scan.tsx'),
  '/learning': () => import('./pages/learning.tsx'),
  '/growth': () => import('./pages/growth.tsx'),
  '/certificates': () => import('./pages/certificates.tsx'),
  '/certificates/$certificateId': () => import('./pages/certificate.tsx'),
  '/me': () => import('./pages/me.tsx'),
  '/family': () => import('./pages/family.tsx'),
  '/help': () => import('./pages/help.tsx'),
} as const;
