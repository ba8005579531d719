import { useState } from 'react';
import { Asked } from '../../../shared/components/asked.tsx';
import { useMay } from '../../../shared/queries/me.ts';
import { useRegistrations } from '../../queries/attendance.ts';
import { useWords } from '../../words/words.ts';
import search from '../parts/carer-search.module.css';
import { CarerSearch } from '../parts/carer-search.tsx';
import { SearchField } from '../parts/filter-row.tsx';
import styles from './scanner.module.css';

interface ByNameProps {
  readonly activityId: string;
  readonly onChosen: (carerId: string) => void;
}

/** For those without a phone: who is registered, and for staff who may see families, anyone. */
export function ByName({ activityId, onChosen }: ByNameProps) {
  const { t } = useWords();
  const may = useMay();
  return (
    <div className={styles.byName}>
      <p className={styles.soft}>{t('checkInScanner.byNameText')}</p>
      <Registered activityId={activityId} onChosen={onChosen} />
      {may('students.read') && (
        <details>
          <summary className={styles.others}>{t('checkInScanner.notRegistered')}</summary>
          <CarerSearch onChosen={({ id }) => onChosen(id)} />
        </details>
      )}
    </div>
  );
}

function Registered({ activityId, onChosen }: ByNameProps) {
  const { t } = useWords();
  const [q, setQ] = useState('');
  const registrations = useRegistrations(activityId, { q, state: '', sort: 'made' });
  return (
    <div className={search.search}>
      <SearchField label={t('registrations.search')} value={q} onChange={setQ} />
      {q !== '' && (
        <Asked question={registrations} lines={3}>
          {({ pages }) => {
            const found = pages.flatMap(({ items }) => items);
            if (found.length === 0) return <p>{t('checkInScanner.nobodyRegistered')}</p>;
            return (
              <ul className={search.found}>
                {found.flatMap(({ carers, students }) =>
                  carers.map(({ id, name, entered_at, minutes }) => (
                    <li key={id}>
                      <button type="button" className={search.one} onClick={() => onChosen(id)}>
                        <span className={search.name}>{name}</span>
                        {entered_at && (
                          <span>
                            {/* Minutes that do not stand yet: the next scan is the exit. */}
                            {t(minutes === null ? 'checkInScanner.inside' : 'checkInScanner.came')}
                          </span>
                        )}
                        <span className={search.children}>
                          {students
                            .map((child) =>
                              [child.name, child.class_name].filter(Boolean).join(' '),
                            )
                            .filter(Boolean)
                            .join(' · ')}
                        </span>
                      </button>
                    </li>
                  )),
                )}
              </ul>
            );
          }}
        </Asked>
      )}
    </div>
  );
}
