import type { ExplainedTotal, RuleSum } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatInstant, formatPoints } from '../../shared/format.ts';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { useExplainedTotal } from '../queries/points.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import list from './parts/list.module.css';
import { PrintButton } from './parts/print-button.tsx';
import { useSay } from './parts/say.ts';
import { Section } from './parts/section.tsx';
import styles from './total/total.module.css';

/** How my total comes about: by term and rule, and where a limit held something back. */
export function Page() {
  const { t } = useWords();
  const { person } = useSignedIn();
  const total = useExplainedTotal(person.id);
  return (
    <div className={styles.sheet}>
      <PageHead title={t('explain.total')} back="/growth" />
      <Asked question={total} lines={9}>
        {(answer) =>
          answer.terms.length === 0 ? (
            <EmptyState title={t('growth.none')} text={t('growth.noneText')} />
          ) : (
            <Terms total={answer} />
          )
        }
      </Asked>
    </div>
  );
}

function Terms({ total }: { readonly total: ExplainedTotal }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <p>
        {t('explain.totalText', {
          name: total.carer.name,
          points: formatPoints(total.balance, language),
        })}
      </p>
      {total.terms.map(({ term, name, amount, rules }) => (
        <Section
          key={term}
          title={say(name)}
          action={<span className={list.number}>{formatPoints(amount, language)}</span>}
        >
          <ul className={list.list}>
            {rules.map((rule) => (
              <li key={`${rule.rule} ${rule.version}`} className={list.row}>
                <Rule rule={rule} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <p className={styles.printed}>
        {t('explain.printedOn', { at: formatInstant(new Date().toISOString(), language) })}
      </p>
      <PrintButton />
    </>
  );
}

function Rule({ rule }: { readonly rule: RuleSum }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <span className={list.words}>
        <span className={list.title}>{say(rule.title)}</span>
        <span className={list.soft}>
          {t('explain.sumOf', {
            count: rule.entries,
            version: rule.version,
            clause: rule.clause,
            raw: formatPoints(rule.raw, language),
          })}
        </span>
        {rule.held.map(({ by, when, words }) => (
          <span key={`${by} ${when}`} className={styles.held}>
            {say(words)}
          </span>
        ))}
      </span>
      <span className={list.number}>{formatPoints(rule.amount, language)}</span>
    </>
  );
}
