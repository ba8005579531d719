import type { DutyTrendRow } from '../../../shared/api-types.gen.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import styles from './trend.module.css';
import { percentOf, pointsOf, shareAt, type TrendPoint } from './trend-points.ts';

const WIDTH = 96;
const HEIGHT = 28;
/** What is done after the due day is drawn beyond its line, so far. */
const BEYOND = 1.12;

interface TrendLineProps {
  readonly row: DutyTrendRow;
  readonly today: string;
}

/** A duty's growth in this period as one small line, the last period's faint behind it, the due day marked. */
export function TrendLine({ row, today }: TrendLineProps) {
  const sentence = useTrendSentence(row, today);
  return (
    <svg
      className={styles.small}
      viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`}
      role="img"
      aria-label={sentence}
    >
      <title>{sentence}</title>
      <Lines row={row} today={today} width={WIDTH} height={HEIGHT} />
    </svg>
  );
}

interface LinesProps extends TrendLineProps {
  readonly width: number;
  readonly height: number;
}

/** The lines themselves, in a field of a width and height from its upper left corner. */
export function Lines({ row, today, width, height }: LinesProps) {
  const now = pointsOf(row.now, today);
  const last = now.at(-1);
  const x = (time: number) => (Math.min(Math.max(time, 0), BEYOND) / BEYOND) * width;
  const y = (share: number) => (1 - share) * height;
  const pathOf = (points: readonly TrendPoint[]) =>
    points.map(({ time, share }) => `${x(time).toFixed(1)},${y(share).toFixed(1)}`).join(' ');
  return (
    <g>
      <line className={styles.ground} x1={0} x2={width} y1={height} y2={height} />
      <line className={styles.due} x1={x(1)} x2={x(1)} y1={0} y2={height} />
      {row.before && (
        <polyline className={styles.before} points={pathOf(pointsOf(row.before, today))} />
      )}
      <polyline className={styles.now} points={pathOf(now)} />
      {last && <circle className={styles.head} cx={x(last.time)} cy={y(last.share)} r={2.2} />}
    </g>
  );
}

/** The line in words: what it says to who cannot see it. */
export function useTrendSentence({ now, before }: DutyTrendRow, today: string): string {
  const { t } = useWords();
  const say = useSay();
  const points = pointsOf(now, today);
  const { time, share } = points.at(-1) ?? { time: 0, share: 0 };
  const own = t('trend.now', { period: say(now.period_name), share: percentOf(share) });
  if (!before) return own;
  const then = percentOf(shareAt(pointsOf(before, today), time));
  return `${own}${t('trend.before', { period: say(before.period_name), share: then })}`;
}
