/** The desk's names for what the server answers, and for parts of it. */
import type { Query } from '../../shared/api.ts';
import type { ActivityDesk, ActivityDetail, RegistrationRow } from '../../shared/api-types.gen.ts';

export type {
  ActivityDetail,
  ActivityKind,
  ActivityRow,
  AttendanceDetail,
  CallToMake,
  CheckedIn,
  CheckIn,
  Clashes,
  ExceptionRow,
  Exceptions,
  HallCode,
  Helper,
  LinkRequest,
  NewActivity,
  NewSlots,
  Photo,
  PhotoChild,
  PrivacyRequest,
  Ratings,
  RegistrationRow,
  Report,
  ScanConflict,
  Scanner,
  Session,
  SessionChange,
  SlotBooking,
} from '../../shared/api-types.gen.ts';

export type ActivityState = ActivityDetail['state'];
export type ActivityAction = ActivityDesk['actions'][number];
export type ActivitiesQuery = NonNullable<Query<'GET /api/v1/activities'>>;
export type RegisteredCarer = RegistrationRow['carers'][number];
