import type { SameWords } from '../../../shared/words/same-words.ts';
import type { account as zh } from '../zh/account.ts';

export const account: SameWords<typeof zh> = {
  proof: {
    title: 'Account security',
    firstLead: 'Signing in for the first time: set these up, then your post takes effect.',
    lead: 'Nobody but you knows your password and your authenticator.',
    password: 'Password',
    newPassword: 'New password',
    passwordHint: 'At least 10 characters; no name, phone or common word.',
    passwordShort: 'Please give at least 10 characters.',
    currentPassword: 'Present password',
    currentHint: 'Not needed right after signing in with a code on your phone.',
    setPassword: 'Set the password',
    passwordSet: 'The password is set',
    totp: 'Authenticator',
    totpLead:
      'Your post sees sensitive data: each sign-in also asks for a code. Scan this with the authenticator on your phone.',
    totpBegin: 'Begin',
    totpSecret: 'Where scanning fails, type this in:',
    totpCode: 'The 6 digits that it shows now',
    totpShort: 'Please give 6 digits.',
    totpConfirm: 'Confirm',
    myData: 'My data',
    myDataText:
      'All that is held about you, as one file. To correct it, tell whoever keeps your roster.',
    myDataDownload: 'Download all of it (zip)',
    totpSet: 'The authenticator is set up',
    again: 'Please sign in again with your password and authenticator',
    firstTime: 'First time, or password forgotten? Use a code on your phone',
    withPassword: 'Sign in with account and password',
  },
  ownCalendar: {
    hosting: {
      title: 'What we hold, in my calendar',
      lead: 'The events that your organisation publishes appear in your calendar and follow each change. Nothing about families is in it.',
    },
    duties: {
      title: 'What I answer for, in my calendar',
      lead: 'The duties that you answer for appear on the day they fall due, remind you three days before and are ticked when done. Nobody is named in it.',
    },
    make: 'Make a calendar address',
    makeAnother: 'Make another address',
    once: 'The address is shown only now: copy it and subscribe to it in your calendar. Do not pass it on.',
    notUsed: 'The address is made; no calendar has read it yet.',
    used: 'Last read by a calendar: {{day}}',
    end: 'End this address',
    how: 'How to subscribe',
  },
};
