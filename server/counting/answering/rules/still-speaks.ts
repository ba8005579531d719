import { answeringInTurn, postAbove } from '../../../plan/index.ts';
import { OCCASION } from '../../duties/index.ts';
import type { Post } from '../posts.ts';
import { isOpen, type Owed } from './owed.ts';
import type { Reminder, Step } from './steps.ts';

/** What was told to a post, of which duty. */
interface Said {
  readonly duty: string;
  readonly period: string;
  readonly due_on: string;
  readonly place: string;
  readonly step: Step;
}

/** Of what was told what is still to be done, and of which nothing was said since. */
export function stillSpeaking(
  owed: readonly Owed[],
  posts: readonly Post[],
  told: readonly Reminder[],
): (said: Said) => boolean {
  const open = owed.filter(isOpen);
  const own = new Set(open.map((one) => keyOfOwed(one, one.share.post)));
  const above = new Set(
    open
      .filter(({ state }) => state === 'late')
      .flatMap((one) => {
        const post = postAbove(answeringInTurn(one.duty), one.share.post, posts);
        return post ? [keyOfOwed(one, post)] : [];
      }),
  );
  const anew = new Set(
    told
      .filter(({ step }) => step !== 'above')
      .map(({ duty, period, dueOn, post }) => keyOf(duty.id, period, dueOn, post.organisation)),
  );
  return ({ duty, period, due_on: dueOn, place, step }) => {
    const key = keyOf(duty, period, dueOn, place);
    return step === 'above' ? above.has(key) : own.has(key) && !anew.has(key);
  };
}

function keyOfOwed({ duty, period, dueOn }: Owed, { organisation }: Post): string {
  return keyOf(duty.id, period?.id ?? OCCASION, dueOn, organisation);
}

function keyOf(...parts: readonly string[]): string {
  return parts.join(' ');
}
