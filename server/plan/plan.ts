import type { Words } from '../platform/index.ts';
import type { Clause, Condition, Effective } from './clause.ts';
import type { Duty, Layer } from './duty.ts';
import type {
  ActivityRoleName,
  AdmissionUseWord,
  AttributeType,
  CheckInMode,
  CountsAs,
  ExcuseAsks,
  FactUnit,
  HostKind,
  PartyKind,
  SessionChoice,
  WhoCounts,
} from './vocabulary.ts';

export type { Clause, Condition, Effective };

/**
 * A district's plan as the program holds it: checked, frozen, every reference known to lead somewhere.
 * Days are `YYYY-MM-DD` in Shanghai; a day `until` or `on` which something ends is its last day. Amounts of
 * points are integers, hundredths of a point.
 */
export interface Plan {
  /** Where its files are. */
  readonly folder: string;
  readonly id: string;
  readonly name: Words;
  readonly districtName: Words;
  /** Who runs the plan; certificates are issued in its name. */
  readonly office: Words;
  readonly version: string;
  readonly effectiveFrom: string;
  readonly effectiveUntil?: string;
  readonly timezone: 'Asia/Shanghai';
  readonly contact: Contact;
  /** Certificates bear an SM2 signature beside the Ed25519 one. */
  readonly sm2Signature: boolean;
  readonly reminders: Reminders;
  readonly admissionUse: readonly AdmissionUse[];
  readonly clauses: readonly Clause[];
  readonly schoolYears: readonly SchoolYear[];
  /** The terms of all school years, earliest first. */
  readonly terms: readonly Term[];
  readonly daysOff: DaysOff;
  readonly festivals: readonly Festival[];
  readonly stages: readonly CurriculumStage[];
  readonly activityKinds: readonly ActivityKind[];
  readonly waitingList: WaitingList;
  readonly anomalies: Anomalies;
  readonly factKinds: readonly FactKind[];
  readonly pointRules: readonly PointRule[];
  readonly pointCategories: readonly PointCategory[];
  readonly certificates: readonly CertificateKind[];
  readonly contests: Contests;
  readonly awards: Awards;
  readonly excuses: Excuses;
  /** What binds here from above, nearest first. */
  readonly layers: readonly Layer[];
  /** The plan's own and those of the layers, one for each id. */
  readonly duties: readonly Duty[];
  /** 1 to 12: in which months what is due monthly is due. */
  readonly monthsThatCount: readonly number[];
}

export interface Contact {
  readonly phone?: string;
  readonly email?: string;
  readonly address: Words;
  readonly hours?: Words;
}

/** When more is told of what is late than the duty's own amber and red days say (3.1). */
export interface Reminders {
  /** From the day it turns red until the post above hears of it. */
  readonly aboveAfterWorkingDays: number;
}

/** What a certificate may be used for at enrolment, and for how long that holds (2.4.1). */
export interface AdmissionUse {
  readonly use: AdmissionUseWord;
  readonly from: string;
  readonly until?: string;
  readonly legalBasis: Words;
  readonly appealAddress: Words;
}

export interface SchoolYear {
  /** `2026-2027`. */
  readonly id: string;
  readonly beginsOn: string;
  readonly endsOn: string;
  readonly terms: readonly Term[];
}

export interface Term {
  /** `2026-2027-1`. */
  readonly id: string;
  readonly schoolYear: string;
  readonly name: Words;
  readonly beginsOn: string;
  readonly endsOn: string;
}

export interface DaysOff {
  /** Until when the country's holidays are known, this day included; none: the plan knows of none. */
  readonly publishedUntil?: string;
  /** Earliest first. */
  readonly holidays: readonly Holiday[];
}

/** A public holiday, and the weekend days on which people work instead. */
export interface Holiday {
  readonly name: Words;
  readonly from: string;
  readonly until: string;
  readonly makeUpDays: readonly string[];
}

/** A festival or memorial day (2.2.4): on a day of each year, `MM-DD`, or in the spans named. */
export interface Festival {
  readonly name: Words;
  readonly everyYear?: string;
  readonly spans: readonly { readonly from: string; readonly until: string }[];
}

/** Whom a course or an event is for (2.2.3). */
export interface CurriculumStage {
  readonly id: string;
  readonly part: 'before-school-age' | 'school-age' | 'other-carers';
  readonly name: Words;
  readonly summary: Words;
}

export interface ActivityKind {
  readonly id: string;
  readonly name: Words;
  readonly summary: Words;
  readonly clause: string;
  readonly countsAs: CountsAs;
  readonly defaultMinutes: number;
  /** Most minutes that count for one person at one event, however long they stayed. */
  readonly maximumMinutes: number;
  /** `entry`: being there counts the default minutes. `entry-and-exit`: the time between counts. */
  readonly checkIn: CheckInMode;
  readonly hosts: readonly HostKind[];
  /** It may be held in sessions, of which a household chooses one or several; missing: it is held as one. */
  readonly sessions?: SessionChoice;
  /** Only the one who leads a session and the family know who comes to it. */
  readonly private?: boolean;
  /** Held class by class, and every family of the class is expected. */
  readonly everyFamily?: boolean;
  /** Those who sign up for it are a team, which one of them leads. */
  readonly teams?: boolean;
  /** Families say beforehand what they want to talk about. */
  readonly topics?: boolean;
  /** Carer and child come together: whoever attends without a child states no fact. */
  readonly withChildren?: boolean;
  readonly roles: readonly ActivityRole[];
}

/** In which order those who wait for a place are asked, besides the host's own groups and their arrival. */
export interface WaitingList {
  /** Families that have no place this term, at this host and in this kind, go first. */
  readonly firstTimersFirst: boolean;
  /** Who had a place so often and neither came nor gave it up goes last among equals, for so many days. */
  readonly missed?: { readonly from: number; readonly fadesAfterDays: number };
}

/** From where on a record is worth a second look (2.4.1): hints, no verdicts. */
export interface Anomalies {
  /** Days of presence to look back on. */
  readonly lookBackDays: number;
  /** Of one person at two places at once: from so many minutes. */
  readonly overlapMinutes: number;
  /** Of one person in one day: above so many minutes. */
  readonly minutesADay: number;
  /** One phone that checked in so many families within so many days; a family's carers count as one. */
  readonly onePhone: { readonly families: number; readonly withinDays: number };
  /** Of a host's presences in a term, this share at the most that the kind counts, from so many presences and events. */
  readonly alwaysMaximum: {
    readonly percent: number;
    readonly presences: number;
    readonly events: number;
  };
}

export interface ActivityRole {
  readonly role: ActivityRoleName;
  /** The kind of fact stated when somebody has played this part. */
  readonly fact: string;
}

export interface FactKind {
  readonly id: string;
  readonly name: Words;
  readonly unit: FactUnit;
  readonly subject: PartyKind;
  readonly actor: PartyKind;
  /** Staff may enter it with evidence, where no event records it; a second person confirms. */
  readonly byHand: boolean;
  readonly attributes: readonly FactAttribute[];
}

export interface Choice {
  readonly id: string;
  readonly name: Words;
}

export interface FactAttribute {
  readonly id: string;
  readonly type: AttributeType;
  readonly name: Words;
  readonly optional: boolean;
  /** The values of a `choice`; empty for other types. */
  readonly choices: readonly Choice[];
}

/** What a kind of fact earns (2.4.1). */
export interface PointRule {
  readonly id: string;
  readonly clause: string;
  readonly title: Words;
  readonly fact: string;
  /** All must hold; none means always. */
  readonly when: readonly Condition[];
  /** Earliest first, without gap or overlap. */
  readonly versions: readonly PointRuleVersion[];
}

/**
 * An amount, its tiers and its caps. By one rule a carer earns in a term
 * `min(caps.term, tiered(Σ over months min(caps.month, Σ over days min(caps.day, raw of that day))))`.
 */
export interface PointRuleVersion extends Effective {
  readonly per: 'hour' | 'event';
  readonly amount: number;
  /** Rising. What a term has above a tier counts by its percentage. */
  readonly tiers: readonly Tier[];
  readonly caps: { readonly day?: number; readonly month?: number; readonly term?: number };
}

export interface Tier {
  /** Hundredths of a point in a term. */
  readonly above: number;
  /** 0 to 99. */
  readonly percent: number;
}

/**
 * Rules that have caps in common: by all of them a carer earns in a term at most `caps.term`, and no more than what
 * the organisations give that the deeds count for, each at most `caps.source`.
 */
export interface PointCategory {
  readonly id: string;
  readonly clause: string;
  readonly title: Words;
  /** Ids of its rules; a rule is in one category at most. */
  readonly rules: readonly string[];
  readonly versions: readonly PointCategoryVersion[];
}

export interface PointCategoryVersion extends Effective {
  readonly caps: { readonly term?: number; readonly source?: number };
}

/** A category as it is on a given day: its name and the version in force. */
export interface CategoryOnDay extends Pick<PointCategory, 'id' | 'title'>, PointCategoryVersion {}

export interface CertificateKind {
  readonly id: string;
  readonly clause: string;
  /** What its numbers begin with, such as `TF-`. */
  readonly numberPrefix: string;
  readonly name: Words;
  readonly description: Words;
  readonly versions: readonly CertificateVersion[];
}

export interface CertificateVersion extends Effective {
  readonly threshold: number;
  readonly counts: Counts;
  /** Of which families less is asked; missing: of none. */
  readonly lowered?: Lowered;
  readonly validMonths: number;
  /** What the paper says of how it was earned. */
  readonly criteria: Words;
}

/** Whose points count, and since when: from the plan's first day. */
export interface Counts {
  readonly carers: WhoCounts;
  /** With `both`: the percentage of the threshold that each of two carers must reach, or the only one. Else 100. */
  readonly each: number;
  readonly period: 'plan';
}

/** What lowers the threshold for a family. Percentages of the threshold. */
export interface Lowered {
  /** Who came after the day is asked for the part of the last `months` months in which it was here. */
  readonly movedIn?: { readonly after: string; readonly months: number };
  /** Less by so much for each 30 days of an approved leave. */
  readonly leave?: { readonly percentAMonth: number };
  /** Less by so much where a carer lives with a disability. */
  readonly disability?: { readonly percent: number };
  /** Never less than this, whatever comes together. */
  readonly atLeast: number;
}

/** Deeds that staff enter by hand (2.4.1, other ways). */
export interface Awards {
  /** Of those entered by a sheet, the share that the district samples. */
  readonly reviewPercent: number;
  readonly enterWithinDays: number;
}

/** For what a duty may be excused. */
export interface Excuses {
  readonly reasons: readonly ExcuseReason[];
  /** In what other form it was done, where a family did not want it as the plan asks. */
  readonly substitutes: readonly { readonly id: string; readonly name: Words }[];
}

export interface ExcuseReason {
  readonly id: string;
  readonly name: Words;
  /** What is to be said beside it; missing: nothing more. */
  readonly asks?: ExcuseAsks;
}

/** By when what a family contests is raised, answered and decided (2.4.1). */
export interface Contests {
  readonly clause: string;
  /** Days after the deed, or after the certificate's last event. */
  readonly raiseWithinDays: number;
  readonly hostAnswersWithinWorkingDays: number;
  /** Days in which the family may take the answer to the district, once. */
  readonly notAcceptedWithinDays: number;
  readonly districtAnswersWithinWorkingDays: number;
}

/** A certificate as it is on a given day: its kind and the version in force. */
export interface CertificateRule extends Omit<CertificateKind, 'versions'>, CertificateVersion {}
