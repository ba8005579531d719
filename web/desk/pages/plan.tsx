import { Button, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { ClauseOnPage, ClausePage } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { useListFilters } from '../links.ts';
import { useClauses } from '../queries/clauses.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { FilterRow, SearchField } from './parts/filter-row.tsx';
import { OrganisationChoice } from './parts/organisation-choice.tsx';
import { useSay } from './parts/say.ts';
import { SheetLink } from './parts/sheet-link.tsx';
import { CarriedBy } from './plan/carried-by.tsx';
import { Changes } from './plan/changes.tsx';
import { DutyLine } from './plan/duty-line.tsx';
import { narrowed, shows } from './plan/filter.ts';
import styles from './plan/plan.module.css';

const noFilters = { place: '', show: 'all', q: '' };

/** The whole plan, clause by clause: what carries it and how far a place is with it. */
export function Page() {
  const { t } = useWords();
  const [filters, setFilters] = useListFilters(noFilters);
  const { place, show, q } = filters;
  const asked = place ? { place } : {};
  const question = useClauses(asked);
  const name = question.data?.place.name ?? '…';
  return (
    <>
      <PageHead
        title={t('planPage.title')}
        lead={t('planPage.lead', { place: name })}
        actions={
          <div className={styles.actions}>
            <Button href="/progress">{t('planPage.public')}</Button>
            <Button onClick={() => window.print()}>{t('planPage.print')}</Button>
          </div>
        }
      />
      <FilterRow>
        <OrganisationChoice
          label={t('duties.at')}
          value={place}
          onChange={(id) => setFilters({ place: id })}
        />
        <Select
          aria-label={t('planPage.show')}
          className={styles.choice ?? ''}
          value={show}
          onChange={(next: string) => setFilters({ show: next })}
          options={shows.map((one) => ({ value: one, label: t(`planPage.shows.${one}`) }))}
        />
        <SearchField
          label={t('planPage.search')}
          value={q}
          onChange={(words) => setFilters({ q: words })}
        />
        <SheetLink name="GET /api/v1/plan/sheet" query={asked} />
      </FilterRow>
      <Asked question={question} lines={12}>
        {(page) => <Plan page={page} filters={filters} />}
      </Asked>
    </>
  );
}

interface PlanProps {
  readonly page: ClausePage;
  readonly filters: typeof noFilters;
}

function Plan({ page, filters }: PlanProps) {
  const { t } = useWords();
  const say = useSay();
  useAnchor();
  const clauses = narrowed(page.clauses, filters);
  const layers = page.layers.map((layer) => ({
    ...layer,
    clauses: narrowed(layer.clauses, filters),
  }));
  if (clauses.length === 0) {
    return <EmptyState title={t('planPage.none')} text={t('planPage.noneText')} />;
  }
  return (
    <div className={styles.page}>
      <Contents clauses={clauses} hasLayers={layers.length > 0} />
      <div className={styles.body}>
        {clauses.map((clause) => (
          <Clause key={clause.id} clause={clause} page={page} anchor={clause.id} />
        ))}
        {layers.length > 0 && (
          <section id="layers" className={styles.chapter}>
            <h2>{t('planPage.layers')}</h2>
            {layers.map((layer) => (
              <div key={layer.id}>
                <p className={styles.soft}>{`${say(layer.name)} · ${say(layer.office)}`}</p>
                {layer.clauses.map((clause) => (
                  <Clause
                    key={clause.id}
                    clause={clause}
                    page={page}
                    anchor={`${layer.id}-${clause.id}`}
                    below
                  />
                ))}
              </div>
            ))}
          </section>
        )}
        <Changes page={page} />
      </div>
    </div>
  );
}

/** A shared link leads to its clause once the plan is there. */
function useAnchor() {
  useEffect(() => {
    const id = decodeURIComponent(window.location.hash.slice(1));
    if (id) document.getElementById(id)?.scrollIntoView();
  }, []);
}

interface ContentsProps {
  readonly clauses: readonly ClauseOnPage[];
  readonly hasLayers: boolean;
}

/** At the side where there is room; else folded above. */
function Contents({ clauses, hasLayers }: ContentsProps) {
  const { t } = useWords();
  const say = useSay();
  const [isOpen] = useState(() => window.matchMedia('(min-width: 1100px)').matches);
  return (
    <nav aria-label={t('planPage.contents')} className={styles.contents}>
      <details open={isOpen}>
        <summary>{t('planPage.contents')}</summary>
        <ul>
          {clauses.map(({ id, parent, title }) => (
            <li key={id} className={parent === null ? styles.first : styles.further}>
              <a href={`#${id}`}>
                {id} {say(title)}
              </a>
            </li>
          ))}
          {hasLayers && (
            <li className={styles.first}>
              <a href="#layers">{t('planPage.layers')}</a>
            </li>
          )}
          <li className={styles.first}>
            <a href="#changes">{t('planPage.changes')}</a>
          </li>
        </ul>
      </details>
    </nav>
  );
}

interface ClauseProps {
  readonly clause: ClauseOnPage;
  readonly page: ClausePage;
  readonly anchor: string;
  readonly below?: boolean;
}

function Clause({ clause, page, anchor, below = false }: ClauseProps) {
  const { t } = useWords();
  const say = useSay();
  const { id, parent, title, summary, duties, carried_by } = clause;
  const isChapter = parent === null && !below;
  const isLeaf = below || !page.clauses.some((one) => one.parent === id);
  const Heading = isChapter ? 'h2' : 'h3';
  return (
    <section id={anchor} className={isChapter ? styles.chapter : styles.clause}>
      <Heading>
        <a href={`#${anchor}`} className={styles.number} aria-label={t('planPage.link', { id })}>
          {id}
        </a>{' '}
        {say(title)}
      </Heading>
      <p>{say(summary)}</p>
      {isLeaf && <CarriedBy carriers={carried_by} />}
      {isLeaf && duties.length === 0 && <p className={styles.soft}>{t('planPage.noDuties')}</p>}
      {duties.length > 0 && (
        <ul className={styles.duties}>
          {duties.map((duty) => (
            <DutyLine key={duty.duty} duty={duty} page={page} />
          ))}
        </ul>
      )}
    </section>
  );
}
