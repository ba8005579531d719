import { useState } from 'react';
import type { CarerRow } from '../../../shared/api-types.gen.ts';
import { Asked } from '../../../shared/components/asked.tsx';
import { useCarers } from '../../queries/people.ts';
import { useWords } from '../../words/words.ts';
import styles from './carer-search.module.css';
import { SearchField } from './filter-row.tsx';

interface CarerSearchProps {
  readonly onChosen: (carer: CarerRow) => void;
}

/** Finds one carer by name, pinyin or initials; their children help to tell people of one name apart. */
export function CarerSearch({ onChosen }: CarerSearchProps) {
  const { t } = useWords();
  const [q, setQ] = useState('');
  return (
    <div className={styles.search}>
      <SearchField label={t('carers.search')} value={q} onChange={setQ} />
      {q === '' ? (
        <p className={styles.soft}>{t('carerSearch.first')}</p>
      ) : (
        <Found q={q} onChosen={onChosen} />
      )}
    </div>
  );
}

function Found({ q, onChosen }: CarerSearchProps & { readonly q: string }) {
  const { t } = useWords();
  const carers = useCarers({ q, organisation: '' });
  return (
    <Asked question={carers} lines={3}>
      {({ pages }) => {
        const found = pages.flatMap(({ items }) => items);
        if (found.length === 0) return <p>{t('carers.noneText')}</p>;
        return (
          <ul className={styles.found}>
            {found.map((carer) => (
              <li key={carer.id}>
                <button type="button" className={styles.one} onClick={() => onChosen(carer)}>
                  <span className={styles.name}>{carer.name}</span>
                  <span className={styles.soft}>{carer.masked_phone}</span>
                  <span className={styles.children}>
                    {carer.children
                      .map(({ name, class_name }) => [name, class_name].filter(Boolean).join(' '))
                      .join(' · ')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        );
      }}
    </Asked>
  );
}
