import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { ChangedMeanwhile, type District, type WriteTransaction } from '../../../platform/index.ts';
import type { ProgrammeChange } from '../shapes.ts';
import {
  deleteProgramme,
  type Programme,
  setDates,
  takeProgramme,
  updateProgramme,
} from '../store/programmes.ts';

/** The host gives a programme another name or summary, if nobody else did since. */
export async function changeProgramme(
  { database }: District,
  who: Who,
  { programme: id, version, ...change }: ProgrammeChange & { programme: string; version: number },
): Promise<void> {
  await database.write(readerOf(who), async (transaction) => {
    const programme = await takeOwn(transaction, who, id);
    if (programme.version !== version) throw ChangedMeanwhile();
    await updateProgramme(transaction, {
      ...programme,
      name: change.name.trim(),
      summary: change.summary.trim(),
      version: version + 1,
    });
  });
}

/** The host gives a programme up. Its dates stay, with everybody who signed up, as events of their own. */
export async function giveUpProgramme({ database }: District, who: Who, id: string): Promise<void> {
  await database.write(readerOf(who), async (transaction) => {
    const programme = await takeOwn(transaction, who, id);
    await setDates(transaction, programme, []);
    await deleteProgramme(transaction, id);
  });
}

/** The programme, held, if this person may arrange it. */
async function takeOwn(transaction: WriteTransaction, who: Who, id: string): Promise<Programme> {
  const programme = await takeProgramme(transaction, id);
  requireMay(who, 'activities.arrange', { lineage: programme.host_lineage });
  return programme;
}
