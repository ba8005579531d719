import type { QueryClient } from '@tanstack/react-query';
import { Asked } from '../../shared/components/asked.tsx';
import { Button } from '../../shared/components/button.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { MorningDrawing } from '../../shared/drawings.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useFilters } from '../../shared/routing/app-pages.tsx';
import { Link } from '../links.ts';
import { fittingActivities, useFittingActivities } from '../queries/activities.ts';
import type { CarerActivity } from '../queries/answers.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { Choice, Choices } from './parts/choice.tsx';
import { EventList } from './parts/event-list.tsx';
import { useSay } from './parts/say.ts';

export const opensWith = (client: QueryClient) => client.prefetchQuery(fittingActivities);

export function Page() {
  const { t } = useWords();
  const activities = useFittingActivities();
  return (
    <>
      <PageHead
        title={t('activities.title')}
        action={<Link to="/my-activities">{t('activities.mine')}</Link>}
      />
      <Asked question={activities} lines={9}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              drawing={MorningDrawing}
              title={t('activities.none')}
              text={t('activities.noneText')}
            />
          ) : (
            <Found activities={items} />
          )
        }
      </Asked>
    </>
  );
}

function Found({ activities }: { readonly activities: readonly CarerActivity[] }) {
  const { t } = useWords();
  const say = useSay();
  const { children } = useSignedIn();
  const [{ child, kind }, setFilters] = useFilters({ child: '', kind: '' });
  const kinds = new Map(activities.map((activity) => [activity.kind, activity.kind_name]));
  const found = activities.filter(
    (activity) =>
      (child === '' || activity.student_ids.includes(child)) &&
      (kind === '' || activity.kind === kind),
  );
  return (
    <>
      <Choices>
        {children.length > 1 && (
          <Choice
            label={t('activities.child')}
            value={child}
            onChange={(next) => setFilters({ child: next })}
            options={[
              { value: '', label: t('activities.everyChild') },
              ...children.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        {kinds.size > 1 && (
          <Choice
            label={t('activities.kind')}
            value={kind}
            onChange={(next) => setFilters({ kind: next })}
            options={[
              { value: '', label: t('activities.everyKind') },
              ...[...kinds].map(([id, name]) => ({ value: id, label: say(name) })),
            ]}
          />
        )}
      </Choices>
      {found.length > 0 ? (
        <EventList events={found} />
      ) : (
        <EmptyState
          title={t('activities.noneHere')}
          text={t('activities.noneHereText')}
          action={
            <Button kind="quiet" onClick={() => setFilters({ child: '', kind: '' })}>
              {t('activities.showAll')}
            </Button>
          }
        />
      )}
    </>
  );
}
