/**
 * Who there is: organisations in their tree, grown-ups, children, who raises whom, who works where.
 *
 * May touch: its own tables, the platform, and the facts' door (a child who enrols or a family that is linked is
 * a fact). Never a record or a count.
 */
export { directoryHoldings } from './about-person.ts';
export * from './access/index.ts';
export { clientBehind, clientsRoutes, recordClientCall } from './clients/index.ts';
export {
  createStaffAccount,
  type NewStaff,
  resetAuthenticator,
} from './create-staff-account.ts';
export {
  type ChildOfCarer,
  carersOfStudents,
  childrenOfCarers,
  type FamilyMember,
  findCarersByNames,
  findFamily,
  findStudentsForPapers,
  lineagesOfStudents,
  namesOfPeople,
  namesOfStudents,
  type StudentForPapers,
  studentNamesIn,
  studentsInReach,
  worksAt,
} from './families.ts';
export { type FamilyTraits, familyTraits } from './family-traits.ts';
export { rosterImportRoutes } from './imports/index.ts';
export { type LinksOptions, linksRoutes } from './links/index.ts';
export { meRoutes } from './me/index.ts';
export { nearestStaff } from './nearest-staff.ts';
export { openedFact } from './organisation-facts.ts';
export {
  findOrganisation,
  getDistrict,
  getOrganisation,
  lineagesOfOrganisations,
  listClassesWithin,
  listOrganisationsBelow,
  namesOfOrganisations,
  type Organisation,
  organisationsOf,
  schoolIn,
} from './organisations.ts';
export { peopleAtTheDoor } from './people-at-the-door.ts';
export { peopleOfPhones } from './people-of-phones.ts';
export { sealedPhone } from './phones.ts';
export { pinyinOf, pinyinOfPerson } from './pinyin.ts';
export { type HeldRole, postsHeld } from './posts-held.ts';
export { type ReachablePerson, reachablePeople } from './reachable.ts';
export { directoryRoutes } from './routes.ts';
export { staffAmong } from './staff-among.ts';
export { recordStudentRead, recordStudentReads } from './student-reads.ts';
export { type StudentsAsked, studentsWithin } from './students-within.ts';
export { type OrganisationKind, type Stage, stages } from './tables.ts';
export { directoryVersion } from './version.ts';
export { stageNames } from './words.ts';
