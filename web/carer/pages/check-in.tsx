import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { asProblem } from '../../shared/api-problem.ts';
import { buttonLook } from '../../shared/components/button.tsx';
import { Card } from '../../shared/components/card.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { ErrorState } from '../../shared/components/error-state.tsx';
import { Skeleton } from '../../shared/components/loading.tsx';
import { KiteDrawing } from '../../shared/drawings.tsx';
import { formatHours } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link } from '../links.ts';
import { useCheckIn } from '../queries/activities.ts';
import type { CheckIn } from '../queries/answers.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { type HallCode, readHallCode } from './check-in/hall-code.ts';
import { WithPosition } from './check-in/with-position.tsx';
import { useHour } from './parts/when.ts';

/** Opened by the code on the hall's screen: `/app/check-in#<activity>.<code>`. */
export function Page() {
  const { t } = useWords();
  const fragment = useLocation({ select: ({ hash }) => hash });
  const code = readHallCode(fragment);
  return (
    <>
      <PageHead title={t('checkIn.title')} back="/scan" />
      {code ? <CheckingIn key={fragment} code={code} /> : <Broken />}
    </>
  );
}

function Broken() {
  const { t } = useWords();
  return (
    <EmptyState
      drawing={KiteDrawing}
      title={t('checkIn.broken')}
      text={t('checkIn.brokenText')}
      action={<ScanAgain />}
    />
  );
}

function ScanAgain() {
  const { t } = useWords();
  return (
    <Link to="/scan" className={buttonLook()}>
      {t('checkIn.rescan')}
    </Link>
  );
}

function CheckingIn({ code }: { readonly code: HallCode }) {
  const { t } = useWords();
  const { mutate, data, error } = useCheckIn();
  const sent = useRef(false);
  useEffect(() => {
    // React may run an effect twice; a person checks in once.
    if (sent.current) return;
    sent.current = true;
    mutate(code);
  }, [mutate, code]);
  if (asProblem(error).code === 'door.position-needed') {
    return <WithPosition onPosition={(position) => mutate({ ...code, position })} />;
  }
  if (error) {
    return (
      <>
        <ErrorState error={error} retry={() => mutate(code)} />
        <ScanAgain />
      </>
    );
  }
  if (data) return <Result checkIn={data} />;
  return (
    <>
      <p>{t('checkIn.working')}</p>
      <Skeleton lines={4} />
    </>
  );
}

function Result({ checkIn }: { readonly checkIn: CheckIn }) {
  const { t } = useWords();
  const { title, text } = useResultWords(checkIn);
  const left = checkIn.direction === 'exit';
  return (
    <>
      <div role="status">
        <Card tone="mint" title={title}>
          <p style={{ fontWeight: 'var(--weight-strong)' }}>{checkIn.title}</p>
          <p>{text}</p>
        </Card>
      </div>
      <Link to={left ? '/growth' : '/'} className={buttonLook({ wide: true })}>
        {left ? t('checkIn.toGrowth') : t('checkIn.toHome')}
      </Link>
    </>
  );
}

function useResultWords({ direction, repeated, at, minutes }: CheckIn) {
  const { t } = useWords();
  const language = useLanguage();
  const time = useHour()(at);
  if (repeated) return { title: t('checkIn.again'), text: t('checkIn.againText', { time }) };
  if (direction === 'entry') {
    // Minutes that stand at the entry: this kind of activity asks for no exit.
    const word = minutes === null ? 'checkIn.enteredText' : 'checkIn.enteredOnly';
    return { title: t('checkIn.entered'), text: t(word, { time }) };
  }
  const text =
    minutes === null
      ? t('checkIn.leftPlain', { time })
      : t('checkIn.leftText', { time, hours: formatHours(minutes, language) });
  return { title: t('checkIn.left'), text };
}
