import { useToast } from '../../shared/components/toast.tsx';
import { useGo } from '../links.ts';
import { usePost } from '../place.ts';
import { useMakeActivity } from '../queries/activities.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { ActivityForm } from './activities/activity-form.tsx';
import { emptyDraft } from './activities/draft.ts';

/** A new activity begins as a draft: nobody is told before it is published. */
export function Page() {
  const { t } = useWords();
  const go = useGo();
  const say = useToast();
  const post = usePost();
  const make = useMakeActivity();
  return (
    <>
      <PageHead title={t('activityNew.title')} lead={t('activityNew.lead')} />
      <ActivityForm
        draft={emptyDraft(post?.organisation)}
        submitWord={t('activityForm.saveDraft')}
        busy={make.isPending}
        error={make.error}
        onSubmit={async (written) => {
          const made = await make.mutateAsync(written);
          say(t('activityForm.savedDraft'));
          await go({
            to: '/activities/$activityId',
            params: { activityId: made.activity_id },
          });
        }}
      />
    </>
  );
}
