import type { Certificate } from '../../../shared/api-types.gen.ts';
import { formatDay, formatPoints } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useWords } from '../../words/words.ts';

/** Why this family was asked for so much: whose points count, and what lowered it. Never whose circumstances. */
export function WhyAsked({
  certificate: { usual, counted, because },
}: {
  readonly certificate: Certificate;
}) {
  const { t } = useWords();
  const language = useLanguage();
  const isByEach = because.some(({ kind }) => kind === 'each');
  const reasons = because.map(
    ({ kind, percent = 0, carers = 0, arrived_on = '', months = 0, of_months = 0 }) => {
      if (kind === 'each') {
        return t('certificateFile.asked.each', { percent, carers: String(carers) });
      }
      if (kind === 'relief') return t('certificateFile.asked.relief', { percent });
      if (kind === 'at-least') return t('certificateFile.asked.atLeast', { percent });
      const day = formatDay(arrived_on, language);
      return t('certificateFile.asked.movedIn', {
        day,
        months: String(months),
        of: String(of_months),
      });
    },
  );
  const sentences = [
    t('certificateFile.asked.usual', { points: formatPoints(usual, language) }),
    ...(isByEach ? [] : [t(`certificateFile.asked.${counted}`)]),
    ...reasons,
  ];
  return <>{sentences.join(language === 'en' ? ' ' : '')}</>;
}
