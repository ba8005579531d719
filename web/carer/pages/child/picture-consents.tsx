import { Asked } from '../../../shared/components/asked.tsx';
import { Button } from '../../../shared/components/button.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { formatDay } from '../../../shared/format.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import type { PictureConsent } from '../../queries/answers.ts';
import { useDecideConsent, usePictureConsents } from '../../queries/reports.ts';
import { useWords } from '../../words/words.ts';
import list from '../parts/list.module.css';
import { Section } from '../parts/section.tsx';
import { Tag, Tags } from '../parts/tag.tsx';
import styles from './picture-consents.module.css';

/** What may be done with pictures of my child: asked for each purpose, and taken back as easily as it is given. */
export function PictureConsents({ studentId }: { readonly studentId: string }) {
  const { t } = useWords();
  const consents = usePictureConsents(studentId);
  return (
    <Section title={t('consent.title')}>
      <p className={list.soft}>{t('consent.text')}</p>
      <Asked question={consents} lines={3}>
        {({ items }) => (
          <ul className={list.list}>
            {items.map((consent) => (
              <li key={consent.purpose} className={list.row}>
                <Purpose studentId={studentId} consent={consent} />
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </Section>
  );
}

const tones = { given: 'mint', refused: 'brick', unasked: 'amber' } as const;

interface PurposeProps {
  readonly studentId: string;
  readonly consent: PictureConsent;
}

function Purpose({ studentId, consent }: PurposeProps) {
  const { t } = useWords();
  const language = useLanguage();
  const { purpose, state, decisions } = consent;
  return (
    <span className={list.words}>
      <span className={list.title}>{t(`consent.purposes.${purpose}`)}</span>
      <span className={list.soft}>{t(`consent.purposeTexts.${purpose}`)}</span>
      <Tags>
        <Tag tone={tones[state]}>{t(`consent.states.${state}`)}</Tag>
      </Tags>
      {decisions.map(({ carer_name, is_given, decided_at }) => (
        <span key={carer_name} className={list.soft}>
          {t(is_given ? 'consent.gave' : 'consent.refused', {
            name: carer_name,
            day: formatDay(decided_at, language),
          })}
        </span>
      ))}
      <Decide studentId={studentId} consent={consent} />
    </span>
  );
}

function Decide({ studentId, consent: { purpose, mine } }: PurposeProps) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const decide = useDecideConsent(studentId);
  const word = t(`consent.purposes.${purpose}`);
  const send = (is_given: boolean) =>
    sayWhenDone(
      decide.mutateAsync({ purpose, is_given }),
      t(is_given ? 'consent.givenNow' : 'consent.refusedNow'),
    );
  return (
    <span className={styles.ways}>
      {mine !== true && (
        <Button
          kind="quiet"
          busy={decide.isPending}
          aria-label={`${t('consent.give')}：${word}`}
          onClick={() => send(true)}
        >
          {t('consent.give')}
        </Button>
      )}
      {mine !== false && (
        <Button
          kind="plain"
          busy={decide.isPending}
          aria-label={`${t(mine ? 'consent.withdraw' : 'consent.refuse')}：${word}`}
          onClick={() => send(false)}
        >
          {t(mine ? 'consent.withdraw' : 'consent.refuse')}
        </Button>
      )}
      <ProblemLine error={decide.error} />
    </span>
  );
}
