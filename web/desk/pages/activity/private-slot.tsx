import { Button } from 'antd';
import { Asked } from '../../../shared/components/asked.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { formatHours } from '../../../shared/format.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import { useBooking, useMeetFamily } from '../../queries/sessions.ts';
import type { ActivityDetail, SlotBooking } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { Note, Paper, Section } from '../parts/section.tsx';
import { Terms } from '../parts/terms.tsx';

/** A private slot: its counsellor sees the family, everybody else whether it is free. */
export function PrivateSlot({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  if (activity.sessions.length > 0) return <Note>{t('privateSlot.whole')}</Note>;
  const isFree = activity.places_left !== 0;
  return (
    <Section title={t(isFree ? 'privateSlot.free' : 'privateSlot.taken')}>
      {!isFree && activity.is_led_by_me ? (
        <Booked slotId={activity.activity_id} begins={activity.begins_at} />
      ) : (
        <Note>{t('privateSlot.others')}</Note>
      )}
    </Section>
  );
}

function Booked({ slotId, begins }: { readonly slotId: string; readonly begins: string }) {
  const booking = useBooking(slotId, { enabled: true });
  return (
    <Asked question={booking} lines={3}>
      {(answer) => <Family slotId={slotId} begins={begins} booking={answer} />}
    </Asked>
  );
}

interface FamilyProps {
  readonly slotId: string;
  readonly begins: string;
  readonly booking: SlotBooking;
}

function Family({ slotId, begins, booking }: FamilyProps) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const language = useLanguage();
  const meet = useMeetFamily(slotId);
  const comma = language === 'en' ? ', ' : '、';
  const children = booking.students.map(({ name, class_name }) =>
    [name, class_name].filter(Boolean).join(' '),
  );
  const hasBegun = Date.parse(begins) <= Date.now();
  return (
    <Paper>
      <Terms
        rows={[
          { term: t('registrations.carers'), value: booking.carers.join(comma) },
          { term: t('registrations.children'), value: children.join(comma) },
          { term: t('privateSlot.note'), value: booking.note },
          {
            term: t('attendance.minutes'),
            value: booking.minutes !== null && formatHours(booking.minutes, language),
          },
        ]}
      />
      <ProblemLine error={meet.error} />
      {booking.minutes === null && hasBegun && (
        <Button
          type="primary"
          loading={meet.isPending}
          onClick={() => sayWhenDone(meet.mutateAsync(), t('privateSlot.metNow'))}
        >
          {t('privateSlot.met')}
        </Button>
      )}
      <Note>{t('privateSlot.logged')}</Note>
    </Paper>
  );
}
