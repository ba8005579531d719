import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../platform/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../testing/test-app.ts';
import { type NewNotice, settle, tell } from './index.ts';

let here: TestApp;
let mother: string;
let child: string;
let asking: Asking;

beforeAll(async () => {
  here = await makeTestApp();
  const { schoolClass } = await here.people.school('第一小学');
  mother = await here.people.adult('李梅');
  child = await here.people.student('李小雨', schoolClass);
  await here.people.guardianship(mother, child);
  asking = await here.as(mother);
});

const about = (subject: string, over: Partial<NewNotice> = {}): NewNotice => ({
  room: 'activities',
  kind: 'changed',
  people: [{ person: mother, student: child }],
  subject,
  deed: '1',
  link: `/activities/${subject}`,
  heading: { zh: '活动有变动', en: 'An event has changed' },
  words: { zh: '《家长会》改到周五。', en: '“Meeting” is on Friday now.' },
  urgency: 'daily',
  at: here.clock(),
  ...over,
});
const nobody = { person: null, reach: [] } as const;
const say = (...notices: NewNotice[]) =>
  here.database.write(nobody, (transaction) => tell(transaction, notices));
const silence = (subject: string, more: object = {}) =>
  here.database.write(nobody, (transaction) =>
    settle(transaction, { subject, ...more }, here.clock()),
  );

interface Shown {
  readonly id: string;
  readonly link: string;
}
const inbox = async (query = '', who = asking): Promise<Shown[]> =>
  (await who.get(`/api/v1/notices${query}`)).json().items;
const of = (subject: string, items: Shown[]) =>
  items.filter(({ link }) => link === `/activities/${subject}`);

describe('the inbox', () => {
  test('has what any room told, and names the child to who raises it', async () => {
    const subject = newId();
    await say(about(subject));
    expect(of(subject, await inbox())).toMatchObject([
      {
        room: 'activities',
        child_name: '李小雨',
        heading: { zh: '活动有变动' },
        text: { zh: '《家长会》改到周五。' },
        read_at: null,
        done_at: null,
      },
    ]);
  });

  test('says a deed once, however often it is told', async () => {
    const subject = newId();
    await say(about(subject), about(subject));
    await say(about(subject));
    expect(of(subject, await inbox())).toHaveLength(1);
    await say(about(subject, { deed: '2' }));
    expect(of(subject, await inbox())).toHaveLength(2);
  });

  test('says nothing of a deed that was rolled back', async () => {
    const subject = newId();
    const failing = here.database.write(nobody, async (transaction) => {
      await tell(transaction, [about(subject)]);
      throw new Error('The hall is taken.');
    });
    await expect(failing).rejects.toThrow('The hall is taken.');
    expect(of(subject, await inbox())).toEqual([]);
  });

  test('is one’s own: another reads nothing of it, and marks nothing', async () => {
    const subject = newId();
    await say(about(subject));
    const [told] = of(subject, await inbox());
    const stranger = await here.as(await here.people.adult('别人'));
    expect(of(subject, await inbox('', stranger))).toEqual([]);
    const answer = await stranger.post(`/api/v1/notices/${told?.id}/read`);
    expect(answer.statusCode).toBe(404);
    expect(of(subject, await inbox())).toMatchObject([{ read_at: null }]);
  });

  test('does not name a child to who raises it no more', async () => {
    const subject = newId();
    const other = await here.people.adult('远亲');
    await say(about(subject, { people: [{ person: other, student: child }] }));
    expect(of(subject, await inbox('', await here.as(other)))).toMatchObject([
      { child_name: null },
    ]);
  });

  test('shows only the unread when asked; what asks for an answer stays until it is settled', async () => {
    const [news, question] = [newId(), newId()];
    await say(about(news), about(question, { kind: 'offered', asks: true }));
    expect((await asking.post('/api/v1/notices/read')).statusCode).toBe(204);
    const still = await inbox('?unread=true');
    expect([of(news, still).length, of(question, still).length]).toEqual([0, 1]);
    await silence(question);
    expect(await inbox('?unread=true')).toEqual([]);
    expect(of(question, await inbox())).toMatchObject([{ asks: false }]);
  });

  test('falls silent only about what is settled, and for whom', async () => {
    const subject = newId();
    const father = await here.people.adult('李强');
    const people = [{ person: mother }, { person: father }];
    await say(about(subject, { people }), about(subject, { kind: 'offered', people }));
    await silence(subject, { kinds: ['offered'], people: [mother] });
    const kinds = async (who: Asking) =>
      of(subject, await inbox('?unread=true', who)).map((one) => (one as { kind?: string }).kind);
    expect(await kinds(asking)).toEqual(['changed']);
    expect((await kinds(await here.as(father))).sort()).toEqual(['changed', 'offered']);
  });

  test('pages, newest first', async () => {
    const reader = await here.people.adult('多消息的家长');
    const browser = await here.as(reader);
    for (let index = 0; index < 5; index += 1) {
      await say(
        about(newId(), {
          people: [{ person: reader }],
          link: `/${index}`,
          at: new Date(Date.UTC(2026, 9, 1, 0, 0, index)),
        }),
      );
    }
    const links: string[] = [];
    for (let cursor = ''; cursor !== 'end'; ) {
      const page = (await browser.get(`/api/v1/notices?limit=2${cursor}`)).json();
      links.push(...page.items.map(({ link }: Shown) => link));
      cursor = page.next ? `&cursor=${page.next}` : 'end';
    }
    expect(links).toEqual(['/4', '/3', '/2', '/1', '/0']);
  });
});
