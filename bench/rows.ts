import { onFreshBed, onWholeDistrict } from './bed.ts';
import { bulkVerify } from './bulk-verify.ts';
import { calendarFeed } from './calendar-feed.ts';
import { carersHome } from './carers-home.ts';
import { certificatesIssued } from './certificates-issued.ts';
import { checkInOverHttp } from './check-in.ts';
import { dutyBoards } from './duty-boards.ts';
import { dutyBoardsTenfold } from './duty-boards-tenfold.ts';
import { dutyPlanChange } from './duty-plan-change.ts';
import { dutyRecount } from './duty-recount.ts';
import { factOnBoard } from './fact-on-board.ts';
import { factsPosted } from './facts-posted.ts';
import { inclusionProof } from './inclusion-proof.ts';
import { ledgerAudit } from './ledger-audit.ts';
import { offlineScans } from './offline-scans.ts';
import type { Result } from './result.ts';
import { rosterImport } from './roster-import.ts';
import { signUpRush } from './sign-up-rush.ts';
import { simulateRules } from './simulate.ts';

export const rows: Readonly<Record<string, () => Promise<Result>>> = {
  'facts-posted': () => onFreshBed(factsPosted),
  'check-in': () => onFreshBed(checkInOverHttp),
  'offline-scans': () => onFreshBed(offlineScans),
  'sign-up-rush': () => onFreshBed(signUpRush),
  'roster-import': () => onFreshBed(rosterImport),
  'carers-home': () => onWholeDistrict(carersHome),
  'calendar-feed': () => onWholeDistrict(calendarFeed),
  'duty-boards': () => onWholeDistrict(dutyBoards),
  'duty-boards-tenfold': () => onFreshBed(dutyBoardsTenfold),
  'fact-on-board': () => onWholeDistrict(factOnBoard),
  'duty-recount': () => onWholeDistrict(dutyRecount),
  'duty-plan-change': () => onWholeDistrict(dutyPlanChange),
  simulate: () => onWholeDistrict(simulateRules),
  'certificates-issued': () => onFreshBed(certificatesIssued),
  'bulk-verify': () => onFreshBed(bulkVerify),
  'ledger-audit': ledgerAudit,
  'inclusion-proof': () => onFreshBed(inclusionProof),
};
