import {
  ActivitiesIcon,
  BoardIcon,
  CertificateIcon,
  CodeIcon,
  DoneIcon,
  FamilyIcon,
  GrowthIcon,
  HomeIcon,
  type Icon,
  KeyIcon,
  MeIcon,
  NoticeIcon,
  PhoneIcon,
  PlaceIcon,
  SearchIcon,
  SeriesIcon,
  TopicsIcon,
  UploadIcon,
} from '../shared/icons.tsx';

/**
 * The left navigation: the plan's chapters in the words of those who work by it. A page shows to whom has one
 * of the capabilities it needs; a page that needs none shows to everyone.
 */
export const chapters = [
  {
    word: 'chapters.today',
    pages: [
      { to: '/', word: 'today.title', Icon: HomeIcon, needs: [] },
      { to: '/duties', word: 'duties.title', Icon: DoneIcon, needs: ['duties.read'] },
      { to: '/plan', word: 'planPage.title', Icon: SeriesIcon, needs: ['duties.read'] },
      { to: '/excuses', word: 'excuses.title', Icon: CertificateIcon, needs: ['excuses.ask'] },
    ],
  },
  {
    word: 'chapters.people',
    pages: [
      {
        to: '/organisations',
        word: 'organisations.title',
        Icon: PlaceIcon,
        needs: ['organisations.read'],
      },
      { to: '/students', word: 'students.title', Icon: FamilyIcon, needs: ['students.read'] },
      { to: '/carers', word: 'carers.title', Icon: FamilyIcon, needs: ['students.read'] },
      { to: '/staff', word: 'staff.title', Icon: MeIcon, needs: ['people.read'] },
      {
        to: '/roster-import',
        word: 'rosterImport.title',
        Icon: UploadIcon,
        needs: ['roster.import'],
      },
      { to: '/links', word: 'links.title', Icon: DoneIcon, needs: ['links.decide'] },
      {
        to: '/privacy-requests',
        word: 'privacyRequests.title',
        Icon: KeyIcon,
        needs: ['privacy.decide'],
      },
      { to: '/calls', word: 'calls.title', Icon: PhoneIcon, needs: ['notices.telephone'] },
    ],
  },
  {
    word: 'chapters.guidance',
    pages: [
      {
        to: '/board',
        word: 'board.title',
        Icon: BoardIcon,
        needs: ['activities.arrange', 'activities.check-in'],
      },
      {
        to: '/activities',
        word: 'activities.title',
        Icon: ActivitiesIcon,
        needs: ['activities.read', 'activities.arrange', 'activities.check-in'],
      },
      { to: '/programmes', word: 'programmes.title', Icon: SeriesIcon, needs: ['activities.read'] },
      {
        to: '/wanted-topics',
        word: 'wantedTopics.title',
        Icon: TopicsIcon,
        needs: ['activities.read'],
      },
    ],
  },
  {
    word: 'chapters.evaluation',
    pages: [
      { to: '/points', word: 'points.title', Icon: GrowthIcon, needs: ['points.read'] },
      {
        to: '/simulations',
        word: 'simulations.title',
        Icon: BoardIcon,
        needs: ['rules.simulate'],
      },
      {
        to: '/recalculations',
        word: 'recalculations.title',
        Icon: SeriesIcon,
        needs: ['rules.recalculate'],
      },
      { to: '/reliefs', word: 'reliefs.title', Icon: FamilyIcon, needs: ['reliefs.ask'] },
      { to: '/awards', word: 'awards.title', Icon: DoneIcon, needs: ['awards.write'] },
      {
        to: '/contests',
        word: 'contests.title',
        Icon: NoticeIcon,
        needs: ['contests.decide'],
      },
      { to: '/anomalies', word: 'anomalies.title', Icon: SearchIcon, needs: ['anomalies.look'] },
      {
        to: '/certificates',
        word: 'certificates.title',
        Icon: CertificateIcon,
        needs: ['certificates.read'],
      },
      {
        to: '/verify-certificates',
        word: 'verifyCertificates.title',
        Icon: DoneIcon,
        needs: ['certificates.verify'],
      },
    ],
  },
  {
    word: 'chapters.running',
    pages: [
      {
        to: '/notice-channels',
        word: 'noticeChannels.title',
        Icon: NoticeIcon,
        needs: ['notices.channels'],
      },
      { to: '/clients', word: 'clients.title', Icon: CodeIcon, needs: ['clients.manage'] },
      { to: '/access', word: 'access.title', Icon: KeyIcon, needs: ['access.read'] },
    ],
  },
] as const satisfies readonly {
  readonly word: string;
  readonly pages: readonly {
    readonly to: string;
    readonly word: string;
    readonly Icon: Icon;
    readonly needs: readonly string[];
  }[];
}[];
