import { Select } from 'antd';
import { useId, useState } from 'react';
import { formatDay } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useActivities } from '../../queries/activities.ts';
import { useWords } from '../../words/words.ts';

interface EventOfHostProps {
  readonly value: string;
  readonly onChange: (activityId: string) => void;
}

/** Which event it was, where the family named none. */
export function EventOfHost({ value, onChange }: EventOfHostProps) {
  const { t } = useWords();
  const language = useLanguage();
  const field = useId();
  const [q, setQ] = useState('');
  const found = useActivities({ state: 'finished', ...(q && { q }) });
  const events = found.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <label htmlFor={field}>{t('contests.event')}</label>
      <Select
        id={field}
        showSearch={{ filterOption: false, onSearch: setQ }}
        placeholder={t('contests.chooseEvent')}
        {...(value && { value })}
        onChange={(next: string) => onChange(next)}
        options={events.map(({ activity_id: id, title, begins_at: at }) => ({
          value: id,
          label: `${formatDay(at, language)} ${title}`,
        }))}
      />
    </>
  );
}
