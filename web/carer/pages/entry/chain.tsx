import type { ExplainedEntry } from '../../../shared/api-types.gen.ts';
import { formatDay, formatInstant, formatPoints } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useWords } from '../../words/words.ts';
import { useLimits } from '../parts/limits.ts';
import { Paper } from '../parts/paper.tsx';
import { useSay } from '../parts/say.ts';
import { Terms } from '../parts/terms.tsx';
import styles from './chain.module.css';
import { RecordBehind } from './record-behind.tsx';

/** From the plan's clause down to the person who confirmed it: each step says what it gave to the next. */
export function Chain({ explained }: { readonly explained: ExplainedEntry }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const { entry, clause, carer } = explained;
  return (
    <Paper>
      <p className={styles.reason}>{say(entry.reason)}</p>
      <ol className={styles.chain}>
        <li>
          <p className={styles.step}>{t('explain.clause', { id: clause.id })}</p>
          <p>{say(clause.title)}</p>
          <p className={styles.soft}>{say(clause.summary)}</p>
        </li>
        <li>
          <p className={styles.step}>{t('explain.rule')}</p>
          <Rule entry={entry} />
        </li>
        <li>
          <p className={styles.step}>{t('explain.fact')}</p>
          <p>
            {[
              formatDay(entry.deed.at, language),
              entry.deed.organisation_name,
              entry.deed.activity_title ?? say(entry.deed.kind_name),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className={styles.soft}>
            {t('explain.stated', { at: formatInstant(explained.stated_at, language) })}
          </p>
        </li>
        <li>
          <p className={styles.step}>{t('explain.record')}</p>
          <RecordBehind explained={explained} />
        </li>
        <li>
          <p className={styles.step}>{t('explain.confirmed')}</p>
          <p>{useConfirmers(explained)}</p>
        </li>
        <li>
          <p className={styles.step}>{t('explain.entry')}</p>
          <Terms
            rows={[
              { term: t('explain.whose'), value: carer.name },
              { term: t('explain.number'), value: String(entry.sequence) },
              { term: t('explain.amount'), value: formatPoints(entry.amount, language) },
              { term: t('explain.posted'), value: formatInstant(entry.posted_at, language) },
            ]}
          />
        </li>
      </ol>
    </Paper>
  );
}

function Rule({ entry }: { readonly entry: ExplainedEntry['entry'] }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const limits = useLimits()(entry.rule);
  const { rule, raw_amount: raw, amount, capped, reversal } = entry;
  const per = t(rule.per === 'hour' ? 'entries.perHour' : 'entries.perEvent', {
    points: formatPoints(rule.amount, language),
  });
  return (
    <>
      <p>
        {t('entries.ruleOf', {
          title: say(rule.title),
          version: rule.version,
          clause: rule.clause,
        })}
      </p>
      <p className={styles.soft}>{[per, ...limits].join(language === 'en' ? ', ' : '，')}</p>
      {capped && !reversal && (
        <p>
          {t('entries.cappedText', {
            raw: formatPoints(raw, language),
            points: formatPoints(amount, language),
          })}
        </p>
      )}
    </>
  );
}

function useConfirmers({ confirmed_by: names, by_code: byCode }: ExplainedEntry): string {
  const { t } = useWords();
  const language = useLanguage();
  const people = names.join(language === 'en' ? ', ' : '、');
  if (byCode) return people ? t('explain.byCodeAnd', { people }) : t('explain.byCode');
  return people || t('explain.byNobody');
}
