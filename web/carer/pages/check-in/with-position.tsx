import { useState } from 'react';
import { Button, buttonLook } from '../../../shared/components/button.tsx';
import { Card } from '../../../shared/components/card.tsx';
import { type Position, positionNow } from '../../../shared/position.ts';
import { Link } from '../../links.ts';
import { useWords } from '../../words/words.ts';

interface WithPositionProps {
  readonly onPosition: (position: Position) => void;
}

/** The host asks whether one is at the hall: what for, one button, and the way out for who would rather not. */
export function WithPosition({ onPosition }: WithPositionProps) {
  const { t } = useWords();
  const [looking, setLooking] = useState(false);
  const [failed, setFailed] = useState(false);
  const look = () => {
    setLooking(true);
    setFailed(false);
    positionNow()
      .then(onPosition, () => setFailed(true))
      .finally(() => setLooking(false));
  };
  return (
    <>
      <Card title={t('checkIn.whereTitle')}>
        <p>{t('checkIn.whereText')}</p>
        {failed && <p role="alert">{t('checkIn.whereFailed')}</p>}
      </Card>
      <Button wide busy={looking} onClick={look}>
        {t(looking ? 'checkIn.whereWorking' : 'checkIn.where')}
      </Button>
      <Link to="/my-code" className={buttonLook({ kind: 'quiet', wide: true })}>
        {t('checkIn.whereNot')}
      </Link>
    </>
  );
}
