/** The closed lists that plan files choose from: what the program itself knows by name. */

/** What an hour at an activity counts as, for points and duties (2.2.1(3), 2.4.1). */
export const countsAsWords = [
  'guidance',
  'practice',
  'volunteering',
  'sharing',
  'meeting',
  'none',
] as const;
export type CountsAs = (typeof countsAsWords)[number];

/** Kinds of organisation that may host an activity. */
export const hostKinds = [
  'district',
  'subdistrict',
  'community',
  'school',
  'kindergarten',
] as const;
export type HostKind = (typeof hostKinds)[number];

/** The parts that a carer can play at an activity. */
export const activityRoles = ['attendee', 'speaker', 'volunteer'] as const;
export type ActivityRoleName = (typeof activityRoles)[number];

/** What a fact is about, or who did it. */
export const partyKinds = [
  'carer',
  'student',
  'staff',
  'person',
  'organisation',
  'body',
  'duty-holder',
] as const;
export type PartyKind = (typeof partyKinds)[number];

export const factUnits = ['minutes', 'occurrence'] as const;
export type FactUnit = (typeof factUnits)[number];

/** Types of a fact's attributes. The last five hold one word, so point rules may ask for them. */
export const attributeTypes = [
  'id',
  'ids',
  'day',
  'number',
  'flag',
  'text',
  'activity-kind',
  'counts-as',
  'host-kind',
  'choice',
] as const;
export type AttributeType = (typeof attributeTypes)[number];

/**
 * Attributes that say how a deed was told: on a phone, on paper, to a member of staff. No rule may ask for one, so that
 * families without a smartphone or without time earn the same (2.4.1).
 */
export const routeAttributes = ['method'] as const;

/** What an admissions office may use a certificate for (2.4.1). */
export const admissionUses = ['off', 'information', 'condition'] as const;
export type AdmissionUseWord = (typeof admissionUses)[number];

/**
 * Whose points a certificate looks at (2.4.1): all carers' together, the best one's alone, or each of two carers'.
 */
export const whoCountsWords = ['sum', 'best', 'both'] as const;
export type WhoCounts = (typeof whoCountsWords)[number];

/** How many sessions of one activity a household may sign up for. */
export const sessionChoices = ['one', 'several'] as const;
export type SessionChoice = (typeof sessionChoices)[number];

/** How presence is taken at a kind of activity (2.2.4). */
export const checkInModes = ['entry', 'entry-and-exit'] as const;
export type CheckInMode = (typeof checkInModes)[number];

/** Whom a duty binds, or whom it is to reach. */
export const holderKinds = [
  'district',
  'subdistrict',
  'community',
  'school',
  'kindergarten',
  'class',
  'student',
  'staff',
  'body',
] as const;
export type HolderKind = (typeof holderKinds)[number];

/** Stages of schooling, by which a duty chooses schools, classes and students. */
export const schoolStages = ['kindergarten', 'primary', 'junior', 'senior'] as const;
export type SchoolStage = (typeof schoolStages)[number];

/** The posts that may answer for a duty, each with the holders that it can answer for. */
export const answering = {
  'district-officer': holderKinds,
  'subdistrict-worker': ['subdistrict', 'community', 'body'],
  'community-worker': ['community', 'body'],
  principal: ['school', 'kindergarten', 'class', 'student', 'staff', 'body'],
  'moral-education-lead': ['school', 'kindergarten', 'class', 'student', 'staff', 'body'],
  'class-teacher': ['class', 'student'],
} as const satisfies Record<string, readonly HolderKind[]>;
export type AnsweringRole = keyof typeof answering;
export const answeringRoles = Object.keys(answering) as readonly AnsweringRole[];

/** How often a duty falls due. */
export const everyWords = ['term', 'school-year', 'year', 'month', 'months', 'occasion'] as const;

/** What is to be said beside the reason of an excuse. */
export const excuseAsks = ['substitute', 'words'] as const;
export type ExcuseAsks = (typeof excuseAsks)[number];

/** What in the program carries a clause: rooms that people use, by the names of their pages. */
export const carriers = [
  'activities',
  'programmes',
  'meetings',
  'topics',
  'counselling',
  'reports',
  'ratings',
  'points',
  'certificates',
  'awards',
  'contests',
  'simulation',
  'roster',
  'duties',
] as const;
export type Carrier = (typeof carriers)[number];
