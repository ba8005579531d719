import { Select } from 'antd';
import type { ExcuseRow } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatInstant } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { useListFilters } from '../links.ts';
import { useExcuse, useExcuses } from '../queries/excuses.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './duties/duties.module.css';
import { OpenExcuse } from './excuses/open-excuse.tsx';
import { useWhose } from './excuses/whose.ts';
import { FilterRow } from './parts/filter-row.tsx';
import { type ListColumn, ListTable, Opener } from './parts/list-table.tsx';
import { OrganisationChoice } from './parts/organisation-choice.tsx';
import { useSay } from './parts/say.ts';
import { Sheet } from './parts/sheet.tsx';
import { SheetLink } from './parts/sheet-link.tsx';
import { Tag, type Tone } from './parts/tag.tsx';

const states = ['waiting', 'approved', 'declined', 'withdrawn', 'revoked', 'all'] as const;

/** What is not asked for, of whom and why; those to be decided first. */
export function Page() {
  const { t } = useWords();
  const [{ state, place, open }, setFilters] = useListFilters({
    ...{ state: 'waiting', place: '', open: '' },
  });
  const filters = { state: state === 'all' ? '' : state, place };
  const opened = useExcuse(open);
  const close = () => setFilters({ open: '' });
  return (
    <>
      <PageHead title={t('excuses.title')} lead={t('excuses.lead')} />
      <FilterRow>
        <Select
          aria-label={t('excuses.state')}
          className={styles.choice ?? ''}
          value={state}
          onChange={(next) => setFilters({ state: next })}
          options={states.map((one) => ({ value: one, label: t(`excuses.states.${one}`) }))}
        />
        <OrganisationChoice
          label={t('excuses.place')}
          value={place}
          onChange={(id) => setFilters({ place: id })}
        />
        <SheetLink name="GET /api/v1/excuses/sheet" query={filters} />
      </FilterRow>
      <ListTable<ExcuseRow>
        question={useExcuses(filters)}
        label={t('excuses.title')}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={state === 'waiting' ? t('excuses.none') : t('list.noneFound')}
            text={t('excuses.noneText')}
          />
        }
        columns={useColumns((id) => setFilters({ open: id }))}
      />
      <Sheet open={open !== ''} onClose={close} title={t('excuses.opened')}>
        {open !== '' && (
          <Asked question={opened} lines={6}>
            {(excuse) => (
              <OpenExcuse key={`${excuse.id} ${excuse.version}`} excuse={excuse} onDone={close} />
            )}
          </Asked>
        )}
      </Sheet>
    </>
  );
}

const tones: Readonly<Record<ExcuseRow['state'], Tone>> = {
  waiting: 'amber',
  approved: 'mint',
  declined: 'plain',
  withdrawn: 'plain',
  revoked: 'plain',
};

function useColumns(onOpen: (id: string) => void): ListColumn<ExcuseRow>[] {
  const { t } = useWords();
  const say = useSay();
  const whose = useWhose();
  const language = useLanguage();
  return [
    {
      title: t('excuses.duty'),
      render: (_, { id, duty_title, period_name }) => (
        <div className={styles.what}>
          <Opener onOpen={() => onOpen(id)}>{say(duty_title)}</Opener>
          <span className={styles.soft}>{say(period_name)}</span>
        </div>
      ),
    },
    { title: t('excuses.whose'), render: (_, excuse) => whose(excuse) },
    {
      title: t('excuses.place'),
      responsive: ['md'],
      render: (_, { place_name }) => place_name,
    },
    { title: t('excuses.reason'), render: (_, { reason_name }) => say(reason_name) },
    {
      title: t('excuses.askedBy'),
      render: (_, { asked_by_name, asked_at }) =>
        `${asked_by_name} · ${formatInstant(asked_at, language)}`,
    },
    {
      title: t('excuses.state'),
      render: (_, { state }) => <Tag tone={tones[state]}>{t(`excuses.states.${state}`)}</Tag>,
    },
  ];
}
