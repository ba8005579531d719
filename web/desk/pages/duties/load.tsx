import type { DutyHost, DutyLoad, DutyTierLoad } from '../../../shared/api-types.gen.ts';
import { Link } from '../../links.ts';
import { useDutyLoad } from '../../queries/duties.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import { SheetLink } from '../parts/sheet-link.tsx';
import styles from './load.module.css';
import { percentOf } from './trend-points.ts';

interface LoadProps {
  readonly asked: Readonly<Record<string, string>>;
  /** The tier whose organisations are listed. */
  readonly tier: string;
  readonly onTier: (tier: string) => void;
}

/** Which tier carries a term's events, and which communities have held none: a tier on paper alone is a known failure. */
export function Load({ asked, tier, onTier }: LoadProps) {
  const { t } = useWords();
  const say = useSay();
  const { data } = useDutyLoad(asked);
  // Of a school alone there is nothing to share out.
  if (!data?.period || data.hosts.length < 2) return null;
  const hosts = data.hosts.filter((host) => host.tier === tier);
  return (
    <section className={styles.load} aria-labelledby="duty-load">
      <div className={styles.top}>
        <div>
          <h2 id="duty-load">{t('load.title')}</h2>
          <p className={styles.soft}>{t('load.lead', { period: say(data.period.name) })}</p>
        </div>
        <SheetLink name="GET /api/v1/duty-load/sheet" query={asked} />
      </div>
      <div className={styles.sorts}>
        {data.sorts.map(({ counts_as }, index) => (
          <Bars
            key={counts_as}
            title={t(`countsAs.${counts_as}`)}
            tiers={data.tiers}
            sort={index}
            tier={tier}
            onTier={onTier}
          />
        ))}
      </div>
      {hosts.length > 0 && <Hosts load={data} hosts={hosts} />}
      <Streets load={data} />
    </section>
  );
}

interface BarsProps {
  readonly title: string;
  readonly tiers: readonly DutyTierLoad[];
  readonly sort: number;
  readonly tier: string;
  readonly onTier: (tier: string) => void;
}

function Bars({ title, tiers, sort, tier, onTier }: BarsProps) {
  const { t } = useWords();
  const total = tiers.reduce((sum, { held }) => sum + (held[sort] ?? 0), 0);
  return (
    <div className={styles.sort}>
      <h3>{t('load.total', { what: title, count: total })}</h3>
      <ul>
        {tiers.map(({ tier: own, held, places }) => {
          const share = total > 0 ? (held[sort] ?? 0) / total : 0;
          return (
            <li key={own}>
              <button
                type="button"
                aria-pressed={tier === own}
                onClick={() => onTier(tier === own ? '' : own)}
              >
                <span>{t(`load.tiers.${own}`)}</span>
                <span className={styles.track} aria-hidden="true">
                  <span className={styles[own]} style={{ width: `${share * 100}%` }} />
                </span>
                <span className={styles.figure}>
                  {t('load.held', { count: held[sort] ?? 0, share: percentOf(share), places })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The organisations of a tier with what each held; a figure leads to the records behind it. */
function Hosts({ load, hosts }: { readonly load: DutyLoad; readonly hosts: readonly DutyHost[] }) {
  const { t } = useWords();
  const [host] = hosts;
  return (
    <div className={styles.hosts}>
      <table>
        <caption>{host && t(`load.tiers.${host.tier}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('duties.at')}</th>
            <th scope="col">{t('load.street')}</th>
            {load.sorts.map(({ counts_as }) => (
              <th key={counts_as} scope="col">
                {t(`countsAs.${counts_as}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hosts.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to="/duties" search={{ place: one.id }}>
                  {one.name}
                </Link>
              </th>
              <td>{one.area_name}</td>
              {load.sorts.map(({ counts_as, owed_by }, index) => (
                <td key={counts_as}>
                  <Held
                    count={one.held[index] ?? 0}
                    host={one}
                    period={load.period?.id ?? ''}
                    duty={owed_by.find(({ kinds }) => kinds.includes(one.kind))?.duty}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeldProps {
  readonly count: number;
  readonly host: DutyHost;
  readonly period: string;
  readonly duty: string | undefined;
}

function Held({ count, host, period, duty }: HeldProps) {
  const { t } = useWords();
  if (duty === undefined) return count;
  return (
    <Link
      to="/duties/$dutyId"
      params={{ dutyId: duty }}
      search={{ place: host.id, period, standing: 'all' }}
      aria-label={t('load.of', { name: host.name, count })}
    >
      {count}
    </Link>
  );
}

/** Street by street: communities beside schools, and the communities that have held nothing. */
function Streets({ load: { areas, hosts } }: { readonly load: DutyLoad }) {
  const { t } = useWords();
  if (areas.length === 0) return null;
  const sum = (tiers: readonly DutyTierLoad[], tier: string) =>
    tiers.find((one) => one.tier === tier)?.held.reduce((total, held) => total + held, 0) ?? 0;
  return (
    <div className={styles.hosts}>
      <table>
        <caption>{t('load.streets')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('load.street')}</th>
            <th scope="col">{t('load.tiers.community')}</th>
            <th scope="col">{t('load.tiers.campus')}</th>
            <th scope="col">{t('load.hollow')}</th>
          </tr>
        </thead>
        <tbody>
          {areas.map(({ id, name, tiers }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/duties" search={{ place: id }}>
                  {name}
                </Link>
              </th>
              <td>{t('load.events', { count: sum(tiers, 'community') })}</td>
              <td>{t('load.events', { count: sum(tiers, 'campus') })}</td>
              <td>
                <Hollow
                  hosts={hosts.filter(
                    (one) => one.area === id && one.tier === 'community' && one.hollow,
                  )}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Hollow({ hosts }: { readonly hosts: readonly DutyHost[] }) {
  const { t } = useWords();
  if (hosts.length === 0) return <span className={styles.soft}>{t('load.noneHollow')}</span>;
  return (
    <ul className={styles.hollow}>
      {hosts.map(({ id, name }) => (
        <li key={id}>
          <span aria-hidden="true">✕ </span>
          <Link to="/duties" search={{ place: id }}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
