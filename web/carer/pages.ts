/** Every page of the carer's app by its address below /app. A page is a file with one export, `Page`. */
export const pages = {
  '/': () => import('./pages/home.tsx'),
  '/activities': withWords(() => import('./pages/activities.tsx')),
  '/activities/$activityId': withWords(() => import('./pages/activity.tsx')),
  '/programmes/$programmeId': withWords(() => import('./pages/programme.tsx')),
  '/my-activities': withWords(() => import('./pages/my-activities.tsx')),
  '/my-activities/missed': withWords(() => import('./pages/missed.tsx')),
  '/my-code': withWords(() => import('./pages/my-code.tsx')),
  '/scan': withWords(() => import('./pages/scan.tsx')),
  '/check-in': withWords(() => import('./pages/check-in.tsx')),
  '/notices': withWords(() => import('./pages/notices.tsx')),
  '/reminders': withWords(() => import('./pages/reminders.tsx')),
  '/learning': withWords(() => import('./pages/learning.tsx')),
  '/growth': withWords(() => import('./pages/growth.tsx')),
  '/growth/how': withWords(() => import('./pages/how.tsx')),
  '/growth/total': withWords(() => import('./pages/total.tsx')),
  '/growth/entries': withWords(() => import('./pages/entries.tsx')),
  '/growth/entries/$sequence': withWords(() => import('./pages/entry-proof.tsx')),
  '/contests': withWords(() => import('./pages/contests.tsx')),
  '/contests/$contestId': withWords(() => import('./pages/contest.tsx')),
  '/certificates': withWords(() => import('./pages/certificates.tsx')),
  '/certificates/$certificateId': withWords(() => import('./pages/certificate.tsx')),
  '/me': withWords(() => import('./pages/me.tsx')),
  '/my-data': withWords(() => import('./pages/my-data.tsx')),
  '/devices': withWords(() => import('./pages/devices.tsx')),
  '/family': withWords(() => import('./pages/family.tsx')),
  '/family/link': withWords(() => import('./pages/link-child.tsx')),
  '/family/$studentId': withWords(() => import('./pages/child.tsx')),
  '/report/$activityId': withWords(() => import('./pages/report.tsx')),
  '/rate/$activityId': withWords(() => import('./pages/rate.tsx')),
  '/thanks/$activityId': withWords(() => import('./pages/thanks.tsx')),
  '/install': withWords(() => import('./pages/install.tsx')),
  '/help': withWords(() => import('./pages/help.tsx')),
} as const;

/** A page together with the words that the home does without. */
function withWords<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  return async () => {
    const [page] = await Promise.all([load(), import('./words/later.ts')]);
    return page;
  };
}

/** What a student sees at every address: most pages are a carer's. */
export const ownFile = withWords(() => import('./pages/own-file.tsx'));
