import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Family, makeScene, type Scene } from '../activities/testing/scene.ts';
import {
  consent,
  holdEvent,
  makePicture,
  putUp,
  sayWhoIsOn,
  uploadTo,
} from './testing/held-event.ts';

let here: Scene;
let activity: string;
let guest: Family;
let other: Family;
let picture: Buffer;

const upload = () => uploadTo(here, activity, picture);
const put = (photo: string, where: string) => putUp(here.principal, photo, where);
const say = (photo: string, students: string[]) => sayWhoIsOn(here.principal, photo, students);

beforeAll(async () => {
  here = await makeScene();
  picture = await makePicture();
});

beforeEach(async () => {
  ({ activity, guest, other } = await holdEvent(here));
});

describe('a family that has not answered', () => {
  interface Notice {
    readonly kind: string;
    readonly link: string;
    readonly child_name: string | null;
    readonly asks: boolean;
    readonly done_at: string | null;
    readonly text: { readonly zh: string };
  }
  /** What the family was told by this room about the event of this test. */
  const told = async ({ asking }: Pick<Family, 'asking'>): Promise<Notice[]> => {
    const { items } = (await asking.get('/api/v1/notices?limit=50')).json();
    return items.filter(({ room }: { room: string }) => room === 'reports');
  };
  const open = async (family: Pick<Family, 'asking'>) =>
    (await told(family)).filter(({ done_at }) => done_at === null).map(({ kind }) => kind);

  test('is asked, each of its carers, where it is decided; who is on no photo is not', async () => {
    const father = await here.otherCarer(guest.student, '陈父');
    await say(await upload(), [guest.student]);
    expect(await told(guest)).toMatchObject([
      {
        kind: 'asks-album',
        link: `/family/${guest.student}`,
        child_name: '陈静的孩子',
        asks: true,
        text: { zh: expect.stringContaining('《陪孩子走过一年级》') },
      },
    ]);
    expect(await open(father)).toEqual(['asks-album']);
    expect(await told(other)).toEqual([]);
  });

  test('is asked once an event, however many photos show the child and whoever says so at once', async () => {
    const photos = [await upload(), await upload(), await upload()];
    await Promise.all(photos.map((photo) => say(photo, [guest.student, other.student])));
    await say(photos[0] as string, [guest.student]);
    await put(photos[1] as string, 'album');
    expect(await told(guest)).toHaveLength(1);
    expect(await open(other)).toEqual(['asks-album']);
  });

  test('is asked anew for a page that anyone sees, when the host wants that', async () => {
    const photo = await upload();
    await say(photo, [guest.student]);
    await consent(guest, true);
    expect(await open(guest)).toEqual([]);
    expect((await put(photo, 'public')).json().code).toBe('reports.consent-missing');
    await put(photo, 'public');
    expect(await open(guest)).toEqual(['asks-public']);
    await consent(guest, false, 'public');
    expect(await open(guest)).toEqual([]);
  });

  test('is left in peace once any of its carers answers, yes or no', async () => {
    const father = await here.otherCarer(guest.student, '陈父');
    const photo = await upload();
    await say(photo, [guest.student, other.student]);
    await consent(father, false);
    expect(await open(guest)).toEqual([]);
    expect(await open(father)).toEqual([]);
    expect(await open(other)).toEqual(['asks-album']);
    await say(await upload(), [guest.student]);
    await put(photo, 'album');
    expect(await told(guest)).toHaveLength(1);
  });

  test('is left in peace when no photo shows the child any more, and asked anew when one does', async () => {
    const [first, second] = [await upload(), await upload()];
    await say(first, [guest.student]);
    await say(second, [guest.student]);
    await say(first, []);
    expect(await open(guest)).toEqual(['asks-album']);
    await here.principal.delete(`/api/v1/photos/${second}`);
    expect(await open(guest)).toEqual([]);
    await say(first, [guest.student]);
    expect(await open(guest)).toEqual(['asks-album']);
  });

  test('that answers in the moment of being asked is not asked any more', async () => {
    const photo = await upload();
    for (let round = 0; round < 20; round += 1) {
      await say(photo, []);
      await here.pool.query('delete from tianfu.picture_consents');
      await Promise.all([say(photo, [guest.student]), consent(guest, true)]);
      expect(await open(guest), `round ${round}`).toEqual([]);
    }
  });
});
