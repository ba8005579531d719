import { type FormEvent, useState } from 'react';
import { Asked } from '../../shared/components/asked.tsx';
import { Button, buttonLook } from '../../shared/components/button.tsx';
import { Card } from '../../shared/components/card.tsx';
import { Field } from '../../shared/components/field.tsx';
import { ScanIcon } from '../../shared/icons.tsx';
import { Link, useGo } from '../links.ts';
import type { TodaysEvent } from '../queries/answers.ts';
import { isInside, useHome } from '../queries/home.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { readTypedCode } from './check-in/hall-code.ts';
import { Choice } from './parts/choice.tsx';
import { HallCamera } from './scan/hall-camera.tsx';

export function Page() {
  const { t } = useWords();
  const home = useHome();
  const [looking, setLooking] = useState(false);
  return (
    <>
      <PageHead
        title={t(home.data && isInside(home.data) ? 'scan.titleExit' : 'scan.title')}
        back="/my-activities"
      />
      <Card title={t('scan.how')}>
        <p>{t('scan.howText')}</p>
        {looking ? (
          <HallCamera onClose={() => setLooking(false)} />
        ) : (
          <p style={{ marginTop: 'var(--space-4)' }}>
            <Button wide onClick={() => setLooking(true)}>
              <ScanIcon /> {t('scan.open')}
            </Button>
          </p>
        )}
      </Card>
      <Card title={t('scan.type')}>
        <Asked question={home} lines={3}>
          {({ today }) => (today.length > 0 ? <TypeCode events={today} /> : <NoEvent />)}
        </Asked>
      </Card>
      <Link to="/my-code" className={buttonLook({ kind: 'quiet', wide: true })}>
        {t('scan.myCode')}
      </Link>
    </>
  );
}

function NoEvent() {
  const { t } = useWords();
  return <p>{t('scan.noEvent')}</p>;
}

/** The eight characters by hand; they belong to one of today's events. */
function TypeCode({ events }: { readonly events: readonly TodaysEvent[] }) {
  const { t } = useWords();
  const go = useGo();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  // Where one is inside comes first: that one is next to be left.
  const first = events.find(({ attendance }) => attendance === 'entered') ?? events[0];
  const [chosen, setChosen] = useState(first?.activity_id ?? '');
  const leaves = events.some(
    ({ activity_id, attendance }) => activity_id === chosen && attendance === 'entered',
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = readTypedCode(typed);
    setWrong(!code);
    if (code) void go({ to: '/check-in', hash: `${chosen}.${code}` });
  };
  return (
    <form onSubmit={submit} noValidate style={{ display: 'grid', gap: 'var(--space-3)' }}>
      {events.length > 1 && (
        <Choice
          shape="field"
          label={t('scan.which')}
          value={chosen}
          onChange={setChosen}
          options={events.map(({ activity_id, title }) => ({ value: activity_id, label: title }))}
        />
      )}
      <Field
        label={t('scan.code')}
        hint={t('scan.codeHint')}
        error={wrong ? t('scan.codeWrong') : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={12}
      />
      <Button type="submit" kind="quiet" wide>
        {t(leaves ? 'scan.checkOut' : 'scan.checkIn')}
      </Button>
    </form>
  );
}
