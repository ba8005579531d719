import { namesOfOrganisations, namesOfPeople, namesOfStudents } from '../../directory/index.ts';
import { type Duty, holdersOf, nameOfChoice, type Plan } from '../../plan/index.ts';
import type { Language, ReadTransaction } from '../../platform/index.ts';
import { bodyNames } from './rules/body-names.ts';
import { listBodiesAt } from './store/places.ts';

/** Whom a task binds, and where. */
interface Held {
  readonly holder: string;
  readonly place: string;
}

/**
 * What the holders of a duty's tasks are called: on pages, in sheets and feeds. A body has no name of its own: it goes
 * by its kind and its place.
 */
export async function namesOfHolders(
  transaction: ReadTransaction,
  plan: Plan,
  duty: Duty,
  tasks: readonly Held[],
  language: Language,
): Promise<Map<string, string>> {
  const ids = [...new Set(tasks.map(({ holder }) => holder))];
  switch (holdersOf(duty)) {
    case 'student':
      return namesOfStudents(transaction, ids);
    case 'staff':
      return namesOfPeople(transaction, ids);
    case 'organisation':
      return namesOfOrganisations(transaction, ids);
    case 'body': {
      const places = [...new Set(tasks.map(({ place }) => place))];
      const kind = duty.whose.body ?? '';
      return bodyNames({
        kind: nameOfChoice(plan, 'body.formed', ['body', kind]),
        bodies: await listBodiesAt(transaction, places, kind),
        places: await namesOfOrganisations(transaction, places),
        language,
      });
    }
  }
}
