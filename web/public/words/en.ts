import type { SameWords } from '../../shared/words/same-words.ts';
import type { zh } from './zh.ts';

export const en: SameWords<typeof zh> = {
  navigation: 'Public pages',
  nav: { what: 'What it is', calendar: 'Calendar', verify: 'Verify', signIn: 'Sign in' },
  footer: {
    line: 'Gongyu is open-source software, run by the education authority for the families of this district.',
    privacy:
      'We collect only what the work needs, and carers can see who has looked at their child’s record.',
  },
  what: {
    title: 'Home, school and community, raising children together',
    lead: 'Schools give talks, communities arrange activities, carers come to learn and to take part. Each time is kept on record and adds up to growth points that anyone can understand and check.',
    carers: 'I am a parent or carer',
    staff: 'I am a teacher or staff',
    howTitle: 'How taking part becomes a certificate',
    steps: {
      find: {
        title: 'Find an activity',
        text: 'Schools and communities publish time, place and content in advance. Choose by your child’s stage.',
      },
      come: {
        title: 'Come along',
        text: 'Show the code on your phone. Without a smartphone a teacher registers you; it counts the same.',
      },
      earn: {
        title: 'Earn points',
        text: 'Every point names the event and the rule behind it. If it looks wrong, ask for a correction.',
      },
      prove: {
        title: 'Get the certificate',
        text: 'At the set score the growth-hours certificate is issued by itself. Anyone can verify it on the spot.',
      },
    },
    tiersTitle: 'Three leaves',
    tiers: {
      home: { title: 'Home', text: 'Parents, grandparents and everyone who cares for a child.' },
      school: {
        title: 'School',
        text: 'The campus parent school, parent committees, open days and home visits.',
      },
      community: {
        title: 'Community',
        text: 'Guidance stations, parents’ stations and volunteers.',
      },
    },
  },
  plan: {
    pointsTitle: 'Where points come from',
    pointsFoot:
      'When attendance is corrected, points follow, and what is taken back says why. Every point stands in a ledger that anyone can audit.',
    perHour: '{{points}} an hour',
    perEvent: '{{points}} each time',
    capDay: 'at most {{points}} a day',
    capMonth: 'at most {{points}} a month',
    tier: 'above {{points}} in a term, {{percent}}% counts',
    category: '“{{title}}” together at most {{points}} a term',
    source: '“{{title}}” at most {{points}} a term from one organisation',
    capTerm: 'at most {{points}} a term',
    byClause: 'clause {{clause}}',
    certificateTitle: 'The growth-hours certificate',
    validFor_one: 'Valid for {{count}} month.',
    validFor_other: 'Valid for {{count}} months.',
    byItself: 'Issued by itself at the score: no form, no stamp.',
    planTitle: 'What the plan says',
    planText:
      'Three tiers of parent school, three stages of curriculum, who does what: chapter by chapter, in plain words.',
    toPlan: 'Read the plan',
    from: 'Carried out by {{office}}',
    chapters: 'Chapters',
    contactTitle: 'Whom to ask',
    phone: 'Phone',
    email: 'Email',
  },
  calendar: {
    title: 'Calendar of activities',
    subscribe: 'Subscribe in my calendar',
    lead: 'What schools and communities open to everyone. To sign up, use the family app.',
    weeks: 'Another week',
    before: 'The week before',
    after: 'The week after',
    thisWeek: 'This week',
    today: 'Today',
    stage: 'My child’s stage',
    everyStage: 'Every stage',
    kind: 'Kind',
    everyKind: 'Every kind',
    none: 'No public events this week yet',
    noneFit: 'Nothing this week fits',
    noneText: 'Look at the week after, or choose differently.',
    place: 'Place',
    audience: 'For',
    places: 'Places',
    placesFree: 'No limit',
    placesLeft_one: '{{count}} household left',
    placesLeft_other: '{{count}} households left',
    full: 'Full; there is a waiting list',
    signUp: 'Sign in to take part',
    held: 'See what was held',
    over: 'This event is over.',
    reported: 'with a report',
    report: 'Read the report, with photos',
  },
  subscribe: {
    title: 'Activities in your own calendar',
    lead: 'Subscribe once, and new events, changes and cancellations appear by themselves. Only public events are in it, and nothing about anybody.',
    which: 'Whose activities',
    district: 'All public activities of the district',
    address: 'Calendar address',
    open: 'Open with my calendar',
    openHint:
      'Nothing happens? Press and hold the address above to copy it, then add it as told below.',
    how: 'How to add it',
    apple: 'iPhone, iPad, Mac',
    appleText:
      'Press “Open with my calendar”, then Subscribe.\nIf nothing happens: in Calendar choose Calendars → Add Calendar → Add Subscription Calendar, and paste the address.',
    huawei: 'Huawei, Honor',
    huaweiText:
      'In Calendar open the menu → Manage accounts, choose to add or subscribe to a calendar, and paste the address.\nNames differ between versions. Where there is no such entry, open an event you signed up for in the app and add it alone.',
    xiaomi: 'Xiaomi, Redmi',
    xiaomiText: 'Calendar → Settings → Import events → Import by URL, and paste the address.',
    outlook: 'Outlook, computers',
    outlookText:
      'In Outlook’s calendar choose Add calendar → Subscribe from web, paste the address, give it a name, press Import.',
    wechat: 'Opened inside WeChat',
    wechatText:
      'WeChat cannot open calendars. Press “…” at the top right, choose to open in the browser, then go on as above.',
    toCalendar: 'Back to the calendar',
  },
  report: {
    families_one: '{{count}} family came',
    families_other: '{{count}} families came',
    photo: 'Photo of “{{title}}”',
    others: 'See other events',
    toCalendar: 'See what is coming up',
  },
  reports: {
    title: 'What was held',
    lead: 'Reports in the hosts’ words. The families of every child seen in a photo agreed to it.',
    none: 'No reports for all yet',
    noneText: 'When an event is over and its host shows the report to all, it stands here.',
    photos_one: '{{count}} photo',
    photos_other: '{{count}} photos',
    more: 'See earlier ones',
  },
  verify: {
    title: 'Verify a certificate',
    lead: 'Is a growth-hours certificate genuine? Know at once, without signing in or calling.',
    ways: {
      scan: { title: 'Scan', text: 'Point a phone’s camera at the QR code; it opens this site.' },
      paste: { title: 'Or paste the link', text: 'If a link was sent to you, paste it below.' },
      compare: {
        title: 'Compare',
        text: 'Everything shown must be the same on the paper. One difference means it was altered.',
      },
    },
    link: 'The certificate’s link',
    linkHint: 'The part from /verify# on is enough. It is only used to verify.',
    linkWrong: 'This is not a certificate’s link. Copy all of it, the part after # included.',
    verify: 'Verify',
    checking: 'Checking signature and state…',
    other: 'Verify another',
    print: 'Print the result',
    verdicts: {
      valid: 'This certificate is valid',
      invalid: 'This certificate is not valid',
      unproven: 'It cannot be proven right now',
    },
    states: {
      suspended: 'This certificate is suspended',
      contested: 'This certificate is suspended while it is looked into',
      ended: 'This certificate has ended',
      revoked: 'This certificate was revoked',
      replaced: 'This certificate was replaced: ask for the new one',
    },
    texts: {
      valid: 'Signed by its issuer and unaltered. Please compare the fields below.',
      invalid: 'Please do not accept it. The reason stands below.',
      unproven: 'Some checks could not be made. Try again later, or ask the issuer.',
    },
    fields: 'What the paper says',
    withheld_one: 'A copy that shows less: the family showed this, and kept one detail to itself.',
    withheld_other:
      'A copy that shows less: the family showed this, and kept {{count}} details to itself.',
    fieldsText: 'Compare with the paper in hand: all must be the same.',
    checks: 'What was checked',
    outcomes: { passed: 'Passed.', failed: 'Failed.', unknown: 'Unknown.' },
    useTitle: 'What it may be used for',
    use: {
      off: 'This district does not use it in admissions.',
      information:
        'In this district’s admissions it is for information only; no child is refused for the lack of it.',
      condition: 'In this district’s admissions it is one of the conditions.',
    },
    basis: 'Basis: {{basis}}',
    appeal: 'Appeal: {{address}}',
    here: {
      title: 'No network: checked by this device itself',
      lists:
        'The signature was checked here. Revocations and suspensions are known up to {{at}}, not later; with a network it is checked again by itself.',
      noLists:
        'The signature was checked here. Revocation and suspension can be told with a network only; then it is checked again by itself.',
      noFacts:
        'An older code: it does not hold the name and the other details, so they cannot be compared without a network.',
    },
    keptForLater:
      'Opened once, this page verifies without a network from now on. Lists as of {{at}}.',
    hereValid: 'Good signature, on no list of revoked or suspended',
    checkedAt: 'Checked {{at}}.',
    appealed:
      'The family appealed on {{at}}; the district has not decided yet, and this may change.',
    suspendedHint: 'It returns by itself when the points suffice again.',
  },
  signIn: {
    title: 'Which door is yours?',
    carers: 'Parents and carers',
    carersText: 'Find activities, sign up, check in, see points and certificates. By phone number.',
    staff: 'Teachers and staff',
    staffText: 'The desk of schools, communities, subdistricts and the district. By account.',
  },
};
