/** The answers that the phone's pages show, by the names that they use. */
import type { CheckedIn, Devices, PictureConsents, Schools } from '../../shared/api-types.gen.ts';

export type {
  ActivityDetail,
  CarerActivity,
  CarerHome,
  CarerPoints,
  CarerRegistration,
  ComingEvent,
  HomeNotice,
  LinkRequest,
  MyData,
  MyPrivacyRequest,
  MyRating,
  Notice,
  NoticeWishes,
  PointEntries,
  PointEntry,
  Registration,
  Report,
  Session,
  ThanksCard,
  TodaysEvent,
} from '../../shared/api-types.gen.ts';
export type CheckIn = CheckedIn;
export type Device = Devices['items'][number];
export type School = Schools['items'][number];
export type PictureConsent = PictureConsents['items'][number];
