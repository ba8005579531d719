import { Asked } from '../../shared/components/asked.tsx';
import { Card } from '../../shared/components/card.tsx';
import { formatDay, formatPoints } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link } from '../links.ts';
import { usePlan } from '../queries/plan.ts';
import { useMyPoints } from '../queries/points.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { EventList } from './parts/event-list.tsx';
import { useLimits } from './parts/limits.ts';
import list from './parts/list.module.css';
import { useSay } from './parts/say.ts';
import { Section } from './parts/section.tsx';

type Plan = NonNullable<ReturnType<typeof usePlan>['data']>;
type Certificate = Plan['certificates'][number];

const EVENTS_SHOWN = 3;

export function Page() {
  const { t } = useWords();
  const plan = usePlan();
  return (
    <>
      <PageHead title={t('how.title')} back="/growth" />
      <Asked question={plan} lines={9}>
        {(answer) => <How plan={answer} />}
      </Asked>
    </>
  );
}

function How({ plan }: { readonly plan: Plan }) {
  const { t } = useWords();
  const language = useLanguage();
  const [certificate] = plan.certificates;
  return (
    <>
      {certificate && (
        <p>
          {t(leadWords[certificate.counted], {
            threshold: formatPoints(asked(certificate), language),
          })}
        </p>
      )}
      <Section title={t('how.rules')}>
        <ul className={list.list}>
          {plan.point_rules.map((rule) => (
            <li key={rule.id} className={list.row}>
              <Rule rule={rule} />
            </li>
          ))}
        </ul>
      </Section>
      {certificate?.lowered && <LoweredFor lowered={certificate.lowered} />}
      <Soon />
      <Card title={t('how.noPhone')} tone="mint">
        <p>{t('how.noPhoneText')}</p>
      </Card>
    </>
  );
}

const leadWords = { sum: 'how.lead', best: 'how.lead-best', both: 'how.lead-both' } as const;

/** Of whom it is asked; hundredths of a point. */
function asked({ threshold, each }: Certificate): number {
  return Math.floor((threshold * each) / 100);
}

function LoweredFor({ lowered }: { readonly lowered: NonNullable<Certificate['lowered']> }) {
  const { t } = useWords();
  const language = useLanguage();
  const { moved_in_after: after, moved_in_months: months } = lowered;
  const { leave_percent: leave, disability_percent: disability } = lowered;
  const ways = [
    after !== null &&
      t('how.loweredMovedIn', { day: formatDay(after, language), months: String(months) }),
    leave !== null && t('how.loweredLeave', { percent: leave }),
    disability !== null && t('how.loweredDisability', { percent: disability }),
  ].filter((way) => typeof way === 'string');
  return (
    <Section title={t('how.lowered')}>
      <ul className={list.list}>
        {ways.map((way) => (
          <li key={way} className={list.row}>
            <span className={list.words}>{way}</span>
          </li>
        ))}
      </ul>
      <p>{t('how.loweredAtLeast', { percent: lowered.at_least_percent })}</p>
    </Section>
  );
}

function Rule({ rule }: { readonly rule: Plan['point_rules'][number] }) {
  const { t } = useWords();
  const language = useLanguage();
  const say = useSay();
  const points = (hundredths: number) => ({ points: formatPoints(hundredths, language) });
  const caps = useLimits()(rule);
  return (
    <span className={list.words}>
      <span className={list.title}>{say(rule.title)}</span>
      <span>
        {t(rule.per === 'hour' ? 'entries.perHour' : 'entries.perEvent', points(rule.amount))}
      </span>
      {caps.length > 0 && (
        <span className={list.soft}>{caps.join(language === 'en' ? ', ' : '，')}</span>
      )}
    </span>
  );
}

function Soon() {
  const { t } = useWords();
  const coming = useMyPoints().data?.coming.filter(({ worth }) => worth > 0) ?? [];
  if (coming.length === 0) return null;
  return (
    <Section
      title={t('how.events')}
      action={<Link to="/activities">{t('growth.towardMore')}</Link>}
    >
      <EventList events={coming.slice(0, EVENTS_SHOWN)} />
    </Section>
  );
}
