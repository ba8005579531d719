import { Select } from 'antd';
import { useId } from 'react';
import { useWords } from '../../words/words.ts';

interface PlaceChoiceProps {
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** For which of one's own organisations; whoever has one is not asked. */
export function PlaceChoice({ places, value, onChange }: PlaceChoiceProps) {
  const { t } = useWords();
  const field = useId();
  if (places.length < 2) return null;
  return (
    <>
      <label htmlFor={field}>{t('awards.organisation')}</label>
      <Select
        id={field}
        {...(value && { value })}
        onChange={(next: string) => onChange(next)}
        options={places.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}
