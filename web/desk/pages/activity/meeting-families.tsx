import { Button, Switch } from 'antd';
import { useState } from 'react';
import type { MeetingFamily } from '../../../shared/api-types.gen.ts';
import { Asked } from '../../../shared/components/asked.tsx';
import { EmptyState } from '../../../shared/components/empty-state.tsx';
import { useMay } from '../../../shared/queries/me.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useMeetingFamilies } from '../../queries/meetings.ts';
import type { ActivityDetail } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { RowsTable } from '../parts/list-table.tsx';
import { Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import styles from './activity.module.css';
import { TalkSheet } from './talk-sheet.tsx';

/** The class's list: every family, what it said, whether the meeting reached it, and making up for it. */
export function MeetingFamilies({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const may = useMay();
  const families = useMeetingFamilies(activity.activity_id);
  const [onlyLeft, setOnlyLeft] = useState(false);
  const [talking, setTalking] = useState<MeetingFamily>();
  const hasBegun = Date.parse(activity.begins_at) <= Date.now();
  const mayTalk = may('meetings.record') && hasBegun && activity.state !== 'cancelled';
  const columns = useColumns(mayTalk ? setTalking : undefined);
  return (
    <Section
      title={t('meeting.list')}
      action={
        <span className={styles.switch}>
          <Switch aria-label={t('meeting.onlyLeft')} checked={onlyLeft} onChange={setOnlyLeft} />
          {t('meeting.onlyLeft')}
        </span>
      }
    >
      <Asked question={families} lines={6}>
        {({ items }) => {
          const shown = onlyLeft ? items.filter(({ reached }) => reached === null) : items;
          return shown.length === 0 ? (
            <EmptyState title={t('meeting.allReached')} text={t('meeting.allReachedText')} />
          ) : (
            <RowsTable<MeetingFamily>
              rows={shown}
              rowKey={(row) => row.student_id}
              label={t('meeting.list')}
              columns={columns}
            />
          );
        }}
      </Asked>
      <TalkSheet
        meetingId={activity.activity_id}
        family={talking}
        onClose={() => setTalking(undefined)}
      />
    </Section>
  );
}

function useColumns(onTalk: ((family: MeetingFamily) => void) | undefined) {
  const { t } = useWords();
  const comma = useLanguage() === 'en' ? ', ' : '、';
  return [
    {
      title: t('registrations.children'),
      render: (_: unknown, { student_name }: MeetingFamily) => student_name,
    },
    {
      title: t('registrations.carers'),
      render: (_: unknown, { carers }: MeetingFamily) => carers.map(({ name }) => name).join(comma),
    },
    {
      title: t('meeting.answer'),
      render: (_: unknown, family: MeetingFamily) => <Answer family={family} />,
    },
    {
      title: t('registrations.attendance'),
      render: (_: unknown, { reached, by }: MeetingFamily) =>
        reached ? (
          <Tag tone="mint">{t(`meeting.by.${reached}`, { names: by.join(comma) })}</Tag>
        ) : (
          <Tag tone="amber">{t('meeting.notReached')}</Tag>
        ),
    },
    ...(onTalk
      ? [
          {
            title: t('meeting.makeUp'),
            render: (_: unknown, family: MeetingFamily) =>
              family.reached === null && (
                <Button size="small" onClick={() => onTalk(family)}>
                  {t('meeting.talk')}
                </Button>
              ),
          },
        ]
      : []),
  ];
}

function Answer({ family }: { readonly family: MeetingFamily }) {
  const { t } = useWords();
  const { coming, answer, reason } = family;
  if (coming) return t('meeting.coming');
  if (answer === null) return <span className={styles.soft}>{t('meeting.noAnswer')}</span>;
  return [t(`meeting.answers.${answer}`), reason].filter(Boolean).join(' · ');
}
