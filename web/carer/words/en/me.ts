import type { SameWords } from '../../../shared/words/same-words.ts';
import type { me as zh } from '../zh/me.ts';

export const me: SameWords<typeof zh> = {
  me: {
    title: 'Me',
    family: 'My family',
    certificates: 'My certificates',
    activities: 'My activities',
    notices: 'Messages',
    code: 'My check-in code',
    points: 'Points, one by one',
    devices: 'Signed-in devices',
    settings: 'The way you like it',
    help: 'Call for help',
    forgotten:
      'What this phone remembered is deleted. Sign out once more when you are connected: only then is it done.',
  },
  devices: {
    title: 'Signed-in devices',
    text: 'If you do not know a device, sign it out.',
    here: 'This phone',
    seen: 'Last used {{when}}',
    end: 'Sign it out',
    ended: 'That device is signed out',
  },
  help: {
    title: 'Call for help',
    teacher: 'Ask the class teacher first',
    teacherText:
      'For signing up, checking in and points, just call the class teacher, who can do it for you. You need not do it on the phone.',
    district: 'No class teacher at hand? Call the district',
    call: 'Call {{phone}}',
    emergency: 'In an emergency',
    minors: '12355 Youth helpline',
    police: '110 Police',
  },
};
