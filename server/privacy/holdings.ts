import { certificatesHoldings } from '../counting/certificates/index.ts';
import { dutiesHoldings } from '../counting/duties/index.ts';
import { pointsHoldings } from '../counting/points/index.ts';
import { recalculationsHoldings } from '../counting/recalculations/index.ts';
import { reliefsHoldings } from '../counting/reliefs/index.ts';
import { directoryHoldings } from '../directory/index.ts';
import { factsHoldings } from '../facts/index.ts';
import { noticesHoldings } from '../notices/index.ts';
import { type Holding, secretAddressHoldings, signInHoldings } from '../platform/index.ts';
import { activitiesHoldings } from '../records/activities/index.ts';
import { anomaliesHoldings } from '../records/anomalies/index.ts';
import { awardsHoldings } from '../records/awards/index.ts';
import { contestsHoldings } from '../records/contests/index.ts';
import { doorHoldings } from '../records/door/index.ts';
import { excusesHoldings } from '../records/excuses/index.ts';
import { meetingsHoldings } from '../records/meetings/index.ts';
import { reportsHoldings } from '../records/reports/index.ts';
import { topicsHoldings } from '../records/topics/index.ts';
import { requestsHoldings } from './about-person.ts';

/** Everything that the house holds about people, in the order in which it is shown, and erased. */
export const holdings: readonly Holding[] = [
  ...directoryHoldings,
  ...signInHoldings,
  ...noticesHoldings,
  ...secretAddressHoldings,
  ...activitiesHoldings,
  ...doorHoldings,
  ...meetingsHoldings,
  ...contestsHoldings,
  ...awardsHoldings,
  ...anomaliesHoldings,
  ...excusesHoldings,
  ...topicsHoldings,
  ...reportsHoldings,
  ...factsHoldings,
  ...pointsHoldings,
  ...certificatesHoldings,
  ...reliefsHoldings,
  ...recalculationsHoldings,
  ...dutiesHoldings,
  ...requestsHoldings,
];
