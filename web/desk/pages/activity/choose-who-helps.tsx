import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { useMay, useSignedIn } from '../../../shared/queries/me.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useActivityKinds } from '../../queries/activities.ts';
import { useNameHelper } from '../../queries/afterwards.ts';
import { useRegistrations } from '../../queries/attendance.ts';
import { useStaff } from '../../queries/people.ts';
import type { ActivityDetail } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { CarerSearch } from '../parts/carer-search.tsx';
import { SearchField } from '../parts/filter-row.tsx';
import { Note } from '../parts/section.tsx';
import { Sheet } from '../parts/sheet.tsx';
import styles from './who-helps.module.css';

const parts = ['speaker', 'volunteer', 'door'] as const;
type Part = (typeof parts)[number];

interface NameHelperProps {
  readonly activity: ActivityDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Which part, then who: a carer of the families in reach or of those who signed up; for the door a colleague. */
export function NameHelper({ activity, open, onClose }: NameHelperProps) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const roles = useActivityKinds().data?.items.find(({ id }) => id === activity.kind)?.roles ?? [];
  const possible = parts.filter((part) => part === 'door' || roles.includes(part));
  const [chosen, setChosen] = useState<Part>();
  const part = chosen ?? possible[0] ?? 'door';
  const nameHelper = useNameHelper(activity.activity_id);
  const choose = ({ id, name }: { readonly id: string; readonly name: string }) =>
    sayWhenDone(
      nameHelper.mutateAsync({ person_id: id, part }, { onSuccess: onClose }),
      t('helpers.named', { name, part: t(`helpers.parts.${part}`) }),
    );
  return (
    <Sheet open={open} onClose={onClose} title={t('helpers.name')}>
      <div className={styles.form}>
        <Radio.Group
          aria-label={t('helpers.part')}
          value={part}
          onChange={({ target }) => setChosen(target.value)}
          options={possible.map((value) => ({ value, label: t(`helpers.parts.${value}`) }))}
        />
        <Note>{t(part === 'door' ? 'helpers.doorNote' : 'helpers.note')}</Note>
        <ProblemLine error={nameHelper.error} />
        {part === 'door' ? (
          <Colleague onChosen={choose} />
        ) : (
          <Carer activityId={activity.activity_id} onChosen={choose} />
        )}
      </div>
    </Sheet>
  );
}

interface ChoiceProps {
  readonly onChosen: (person: { readonly id: string; readonly name: string }) => void;
}

/** Who may see families searches among them; others choose from those who signed up. */
function Carer({ activityId, onChosen }: ChoiceProps & { readonly activityId: string }) {
  const may = useMay();
  if (may('students.read')) return <CarerSearch onChosen={onChosen} />;
  return <Registered activityId={activityId} onChosen={onChosen} />;
}

function Registered({ activityId, onChosen }: ChoiceProps & { readonly activityId: string }) {
  const { t } = useWords();
  const [q, setQ] = useState('');
  const { data } = useRegistrations(activityId, { q, state: '', sort: 'made' });
  const carers = data?.pages.flatMap(({ items }) => items.flatMap((one) => one.carers)) ?? [];
  return (
    <>
      <SearchField label={t('registrations.search')} value={q} onChange={setQ} />
      <People people={carers.slice(0, MOST_SHOWN)} onChosen={onChosen} />
    </>
  );
}

const MOST_SHOWN = 20;

function Colleague({ onChosen }: ChoiceProps) {
  const { t } = useWords();
  const may = useMay();
  const { person } = useSignedIn();
  return (
    <>
      <p>
        <Button onClick={() => onChosen(person)}>{t('helpers.myself')}</Button>
      </p>
      {may('people.read') && <Staff onChosen={onChosen} />}
    </>
  );
}

function Staff({ onChosen }: ChoiceProps) {
  const { t } = useWords();
  const [q, setQ] = useState('');
  const { data } = useStaff({ q, organisation: '' });
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const people = [...new Map(rows.map((row) => [row.id, row])).values()];
  return (
    <>
      <SearchField label={t('helpers.colleague')} value={q} onChange={setQ} />
      <People people={people.slice(0, MOST_SHOWN)} onChosen={onChosen} />
    </>
  );
}

interface PeopleProps extends ChoiceProps {
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

function People({ people, onChosen }: PeopleProps) {
  return (
    <ul className={styles.found}>
      {people.map((person) => (
        <li key={person.id}>
          <Button onClick={() => onChosen(person)}>{person.name}</Button>
        </li>
      ))}
    </ul>
  );
}
