import { Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';

interface TimeFieldProps {
  readonly id?: string;
  readonly value?: Dayjs | null;
  readonly onChange?: (time: Dayjs | null) => void;
}

const STEP_SECONDS = 300;
/** Only the time counts; the day is another field's. */
const ANY_DAY = '2000-01-01';

/** A time of day by the browser's own field: quick to type, and a wheel on phones. Filled in by `Form.Item`. */
export function TimeField({ id, value, onChange }: TimeFieldProps) {
  return (
    <Input
      {...(id && { id })}
      type="time"
      step={STEP_SECONDS}
      value={value?.format('HH:mm') ?? ''}
      onChange={({ target }) => {
        const time = dayjs(`${ANY_DAY}T${target.value}`);
        onChange?.(time.isValid() ? time : null);
      }}
    />
  );
}
