import {
  getDistrict,
  lineagesOfStudents,
  readerOf,
  schoolIn,
  type Who,
} from '../../directory/index.ts';
import { dateInShanghai } from '../../plan/index.ts';
import {
  BadRequest,
  type Call,
  type District,
  NotFound,
  newId,
  type ReadTransaction,
} from '../../platform/index.ts';
import { hasPlacesToCome } from '../../records/activities/index.ts';
import { DAYS_TO_ANSWER } from '../limits.ts';
import { PlacesHeld, PostsHeld, RequestDecidedAlready, RequestOpenAlready } from '../refusals.ts';
import { changeRequest, insertRequest, lockRequest, type RequestKind, sealWish } from '../store.ts';
import { requireGrownUp } from './show-my-data.ts';

const DAY = 86_400_000;

export interface RequestWanted {
  readonly kind: RequestKind;
  /** What is wrong and what would be right; why, of an erasure, need not be said. */
  readonly wish: string;
}

/** Somebody asks to have their data corrected, or all of it erased. Gives the request's id. */
export async function askAboutMyData(
  district: District,
  who: Who,
  { kind, wish }: RequestWanted,
  call: Call,
): Promise<string> {
  requireGrownUp(who);
  if (kind === 'correct' && wish.trim() === '') throw nothingToCorrect();
  if (kind === 'erase' && who.posts.length > 0) throw PostsHeld();
  return district.database.write(
    readerOf(who),
    async (transaction) => {
      if (kind === 'erase' && (await hasPlacesToCome(transaction, who.person, call.at))) {
        throw PlacesHeld();
      }
      const answers = await whoAnswers(transaction, who, kind);
      const id = newId();
      const isNew = await insertRequest(transaction, {
        ...{ id, kind, person_id: who.person, made_at: call.at },
        ...{ organisation_id: answers.id, lineage: answers.lineage },
        wish_sealed: sealWish(district.sealing, wish.trim()),
        answer_until: dateInShanghai(new Date(call.at.getTime() + DAYS_TO_ANSWER * DAY)),
      });
      if (!isNew) throw RequestOpenAlready();
      return id;
    },
    call,
  );
}

/** The child's school knows what is right; without one, and for an erasure, it is the district. */
async function whoAnswers(transaction: ReadTransaction, who: Who, kind: RequestKind) {
  if (kind === 'correct') {
    const [child] = (await lineagesOfStudents(transaction, who.children)).values();
    const lineage = child ?? who.posts[0]?.lineage;
    const school = lineage && (await schoolIn(transaction, lineage));
    if (school) return school;
  }
  return getDistrict(transaction);
}

/** Takes back what was asked: also an accepted erasure, until it is carried out. */
export async function withdrawRequest(
  district: District,
  who: Who,
  id: string,
  call: Call,
): Promise<void> {
  await district.database.write(readerOf(who), async (transaction) => {
    const request = await lockRequest(transaction, id);
    if (request?.person_id !== who.person) throw NotFound();
    if (request.state !== 'open' && request.state !== 'accepted') throw RequestDecidedAlready();
    await changeRequest(transaction, id, {
      ...{ state: 'withdrawn', done_at: call.at, erase_after: null },
    });
  });
}

function nothingToCorrect() {
  return BadRequest({
    fields: [
      {
        field: 'wish',
        reason: {
          zh: '请写明哪一项不对、正确的是什么',
          en: 'Say what is wrong and what would be right',
        },
      },
    ],
  });
}
