import { beforeAll, describe, expect, test } from 'vitest';
import { makeScene, type Scene } from './records/activities/testing/scene.ts';
import { shareCard } from './share-card.ts';

let here: Scene;

beforeAll(async () => {
  here = await makeScene();
});

const cardOf = (id: string) => shareCard(here.district, `/app/activities/${id}`);

describe('the card of a link that somebody sends on', () => {
  test('names a public activity, when it is and who holds it, and nothing else', async () => {
    const id = await here.publish({
      title: '开放日 <b>"欢迎"</b> & 参观',
      description: '请带孩子来。',
      is_public: true,
    });
    await here.signUp(await here.family('陈梅'), id);
    const card = await cardOf(id);
    expect(card).toContain('content="开放日 &lt;b&gt;&quot;欢迎&quot;&lt;/b&gt; &amp; 参观"');
    expect(card).toContain('content="10月18日 周日 14:00 · 第一小学"');
    expect(card).not.toMatch(/陈梅|报告厅|请带孩子来|<b>/);
  });

  test('says of a page for anyone what it is about', async () => {
    const card = await shareCard(here.district, '/progress');
    expect(card).toContain('property="og:title" content="四川天府新区·计划做到哪一步了"');
    expect(card).toContain(`content="${here.district.publicUrl}/progress"`);
  });

  test('is the same neutral one for what is for families alone, not published, called off, or not there', async () => {
    const neutral = await shareCard(here.district, '/app/growth');
    expect(neutral).toContain('家、校、社一起，陪孩子长大');
    const title = '不给外人看的活动';
    const hidden = [
      await here.publish({ title }),
      await here.draft({ title, is_public: true }),
      '00000000-0000-7000-8000-000000000000',
      '../me',
    ];
    const off = await here.publish({ title, is_public: true });
    await here.principal.post(`/api/v1/activities/${off}/cancel`, { reason: '场地停电' });
    for (const id of [...hidden, off]) expect(await cardOf(id), id).toBe(neutral);
  });
});
