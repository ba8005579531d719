import { formatDay, formatHours, formatPoints, pointsOf } from '../../../shared/format.ts';
import { DownIcon } from '../../../shared/icons.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import type { PointEntry } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import { Raise } from '../contest/raise.tsx';
import styles from './entry.module.css';
import { useLimits } from './limits.ts';
import { useSay } from './say.ts';
import { Tag, Tags } from './tag.tsx';
import { Terms } from './terms.tsx';

/** One entry: what it was for and how much; pressed, every reason behind it. */
export function Entry({ entry }: { readonly entry: PointEntry }) {
  const { t } = useWords();
  const language = useLanguage();
  const say = useSay();
  const { deed, amount } = entry;
  return (
    <details className={styles.entry}>
      <summary className={styles.summary}>
        <span className={styles.words}>
          <span className={styles.title}>{deed.activity_title ?? say(deed.kind_name)}</span>
          <span className={styles.soft}>
            {[formatDay(deed.at, language), deed.organisation_name].filter(Boolean).join(' · ')}
          </span>
          <EntryTags entry={entry} />
        </span>
        <span className={amount < 0 ? styles.less : styles.more}>
          {amount < 0 ? '−' : '+'}
          {pointsOf(Math.abs(amount))}
        </span>
        <span className={styles.sign}>
          <DownIcon size={1} />
        </span>
      </summary>
      <div className={styles.why}>
        <p className={styles.title}>{t('entries.why')}</p>
        <p>{say(entry.reason)}</p>
        {entry.capped && !entry.reversal && (
          <p>
            {t('entries.cappedText', {
              raw: formatPoints(entry.raw_amount, language),
              points: formatPoints(amount, language),
            })}
          </p>
        )}
        {entry.taken_back && <p>{t('entries.takenBackText')}</p>}
        {entry.reversal && <p>{t('entries.correctionText', { reason: entry.reversal.reason })}</p>}
        <Reasons entry={entry} />
        {!entry.reversal && <Wrong entry={entry} />}
      </div>
    </details>
  );
}

function Wrong({ entry }: { readonly entry: PointEntry }) {
  const { t } = useWords();
  return (
    <Raise
      about={{ claim: 'wrong', fact_id: entry.deed.fact_id }}
      label={t('contests.wrong')}
      title={t('contests.wrong')}
      example={t('contests.wrongExample')}
    />
  );
}

function EntryTags({ entry }: { readonly entry: PointEntry }) {
  const { t } = useWords();
  const { capped, taken_back, reversal } = entry;
  if (!capped && !taken_back && !reversal) return null;
  return (
    <Tags>
      {reversal && <Tag tone="brick">{t('entries.correction')}</Tag>}
      {taken_back && <Tag tone="brick">{t('entries.takenBack')}</Tag>}
      {capped && !reversal && <Tag tone="amber">{t('entries.capped')}</Tag>}
    </Tags>
  );
}

function Reasons({ entry }: { readonly entry: PointEntry }) {
  const { t } = useWords();
  const language = useLanguage();
  const say = useSay();
  const { deed, rule } = entry;
  const points = (hundredths: number) => ({ points: formatPoints(hundredths, language) });
  const limitsOf = useLimits();
  const worth = [
    t(rule.per === 'hour' ? 'entries.perHour' : 'entries.perEvent', points(rule.amount)),
    ...limitsOf(rule),
  ];
  return (
    <>
      <Terms
        rows={[
          { term: t('entries.what'), value: deed.activity_title ?? say(deed.kind_name) },
          { term: t('entries.where'), value: deed.organisation_name },
          { term: t('entries.when'), value: formatDay(deed.at, language) },
          {
            term: t('entries.howLong'),
            value:
              deed.unit === 'minutes'
                ? formatHours(Math.abs(deed.quantity), language)
                : t('entries.once'),
          },
          {
            term: t('entries.rule'),
            value: (
              <>
                {t('entries.ruleOf', {
                  title: say(rule.title),
                  version: rule.version,
                  clause: rule.clause,
                })}
                <br />
                {worth.join(language === 'en' ? ', ' : '，')}
              </>
            ),
          },
        ]}
      />
      <p className={styles.soft}>
        {t('entries.number', { number: entry.sequence })}{' '}
        <Link to="/growth/entries/$sequence" params={{ sequence: String(entry.sequence) }}>
          {t('entries.check')}
        </Link>
      </p>
    </>
  );
}
