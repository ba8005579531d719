import { readerOf, type Who } from '../../../directory/index.ts';
import { type Call, ChangedMeanwhile, type District } from '../../../platform/index.ts';
import { requireNoChildNamed } from '../no-child-named.ts';
import { requireHost } from '../require-host.ts';
import type { WriteReport } from '../shapes.ts';
import { putReport } from '../store/reports.ts';

/** The host writes what was done, unless somebody else did since `version` was read; what anyone reads names no child. */
export async function writeReport(
  district: District,
  who: Who,
  asked: WriteReport & { activity: string; version: number },
  { at }: Call,
): Promise<void> {
  const { is_public: isPublic, version: seen } = asked;
  const text = asked.text.trim();
  const { id: activity, begins_at: heldAt } = await requireHost(district, who, asked.activity);
  if (isPublic) await requireNoChildNamed(district, who, { activity, text });
  await district.database.write(readerOf(who), async (transaction) => {
    const report = { activity, heldAt, text, isPublic, by: who.person, at };
    const version = await putReport(transaction, report, seen);
    if (version === undefined) throw ChangedMeanwhile();
  });
}
