/** An event that is over and confirmed, and what is done with its photos, for the tests of this room. */
import sharp from 'sharp';
import type { Asking } from '../../../testing/test-app.ts';
import type { Family, Scene } from '../../activities/testing/scene.ts';

export interface HeldEvent {
  readonly activity: string;
  /** Two families who came. */
  readonly guest: Family;
  readonly other: Family;
  /** One that signed up and did not. */
  readonly absent: Family;
}

export async function holdEvent(here: Scene): Promise<HeldEvent> {
  here.clock.set('2026-10-14T01:00:00Z');
  const activity = await here.publish({ is_public: true });
  const [guest, other, absent] = [
    await here.family('陈静'),
    await here.family('李强'),
    await here.family('王芳'),
  ];
  for (const family of [guest, other, absent]) await here.signUp(family, activity);
  here.clock.set('2026-10-18T06:00:00Z');
  for (const { carer } of [guest, other]) {
    await here.teacher.post(`/api/v1/activities/${activity}/check-ins`, { carer_id: carer });
  }
  here.clock.set('2026-10-18T07:40:00Z');
  await here.principal.post(`/api/v1/activities/${activity}/finish`);
  return { activity, guest, other, absent };
}

export function makePicture(): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 600, channels: 3, background: '#0b6b5b' } })
    .jpeg()
    .toBuffer();
}

/** By the principal; gives the photo's id, or the code of a refusal. */
export async function uploadTo(
  here: Scene,
  activity: string,
  bytes: Buffer,
  key: string = crypto.randomUUID(),
): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), 'photo.jpg');
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const cookie = (await here.as(here.principalId)).cookie ?? '';
  const answer = await here.app.inject({
    method: 'POST',
    url: `/api/v1/activities/${activity}/photos`,
    headers: {
      cookie,
      'content-type': request.headers.get('content-type') ?? '',
      'idempotency-key': key,
    },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return answer.json().id ?? answer.json().code;
}

export const consent = ({ asking, student }: Family, is_given: boolean, purpose = 'album') =>
  asking.put(`/api/v1/students/${student}/picture-consents`, { purpose, is_given });

/** Who is on a photo. */
export const sayWhoIsOn = (by: Asking, photo: string, students: readonly string[]) =>
  by.patch(`/api/v1/photos/${photo}`, { student_ids: students });

/** Where a photo is to be seen. */
export const putUp = (by: Asking, photo: string, where: string) =>
  by.put(`/api/v1/photos/${photo}/place`, { where });
