import type { Messages } from './messages.ts';

/** Of the demo: the code appears where the program was started. */
export const consoleMessages: Messages = {
  async sendCode(phone, code, language) {
    const sentence = language === 'en' ? `sign-in code ${code}` : `登录验证码 ${code}`;
    process.stdout.write(`${phone.slice(0, 3)}****${phone.slice(-4)}  ${sentence}\n`);
  },
};
