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
    totpSet: 'The authenticator is set up',
    again: 'Please sign in again with your password and authenticator',
    firstTime: 'First time, or password forgotten? Use a code on your phone',
    withPassword: 'Sign in with account and password',
  },
};
