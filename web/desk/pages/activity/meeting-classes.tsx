import type { MeetingClass } from '../../../shared/api-types.gen.ts';
import { Asked } from '../../../shared/components/asked.tsx';
import { Link } from '../../links.ts';
import { useMeetingClasses } from '../../queries/meetings.ts';
import type { ActivityDetail } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { RowsTable } from '../parts/list-table.tsx';
import { Section } from '../parts/section.tsx';

/** Of a meeting held class by class: how many families each has reached. */
export function MeetingClasses({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const classes = useMeetingClasses(activity.activity_id);
  const columns = [
    {
      title: t('meeting.class'),
      render: (_: unknown, { activity_id: activityId, class_name }: MeetingClass) => (
        <Link to="/activities/$activityId" params={{ activityId }}>
          {class_name}
        </Link>
      ),
    },
    { title: t('meeting.families'), render: (_: unknown, { families }: MeetingClass) => families },
    { title: t('meeting.reached'), render: (_: unknown, { reached }: MeetingClass) => reached },
    {
      title: t('meeting.left'),
      render: (_: unknown, { families, reached }: MeetingClass) => families - reached,
    },
    { title: t('meeting.cannot'), render: (_: unknown, { cannot }: MeetingClass) => cannot },
  ];
  return (
    <Section title={t('meeting.classes')}>
      <Asked question={classes} lines={4}>
        {({ items }) => (
          <RowsTable<MeetingClass>
            rows={items}
            rowKey={(row) => row.activity_id}
            label={t('meeting.classes')}
            columns={columns}
          />
        )}
      </Asked>
    </Section>
  );
}
