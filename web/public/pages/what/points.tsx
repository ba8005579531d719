import type { PublicPlan } from '../../../shared/api-types.gen.ts';
import { formatPoints } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../say.ts';
import styles from './plan.module.css';

type Rule = PublicPlan['point_rules'][number];

/** What earns how many points, and where it ends: a line a rule. */
export function Points({ plan }: { readonly plan: PublicPlan }) {
  const { t } = useWords();
  const say = useSay();
  return (
    <ul className={styles.rules}>
      {plan.point_rules.map((rule) => (
        <li key={rule.id} className={styles.rule}>
          <span>
            <strong>{say(rule.title)}</strong>
            <Limits rule={rule} />
          </span>
          <Worth rule={rule} />
        </li>
      ))}
      <li className={styles.foot}>{t('plan.pointsFoot')}</li>
    </ul>
  );
}

function Worth({ rule }: { readonly rule: Rule }) {
  const { t } = useWords();
  const language = useLanguage();
  const points = formatPoints(rule.amount, language);
  return (
    <span className={styles.worth}>
      {t(rule.per === 'hour' ? 'plan.perHour' : 'plan.perEvent', { points })}
    </span>
  );
}

function Limits({ rule }: { readonly rule: Rule }) {
  const { t } = useWords();
  const language = useLanguage();
  const say = useSay();
  const { cap_day: day, cap_month: month, cap_term: term, tiers, category } = rule;
  const points = (hundredths: number) => ({ points: formatPoints(hundredths, language) });
  const limits = [
    day !== null && t('plan.capDay', points(day)),
    month !== null && t('plan.capMonth', points(month)),
    ...tiers.map(({ above, percent }) => t('plan.tier', { ...points(above), percent })),
    term !== null && t('plan.capTerm', points(term)),
    category?.cap_term != null &&
      t('plan.category', { title: say(category.title), ...points(category.cap_term) }),
    category?.cap_source != null &&
      t('plan.source', { title: say(category.title), ...points(category.cap_source) }),
  ].filter(Boolean);
  return (
    <span className={styles.soft}>
      {[...limits, t('plan.byClause', { clause: rule.clause })].join(' · ')}
    </span>
  );
}
