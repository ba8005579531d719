import { Button } from 'antd';
import type { VerifiedLine } from '../../../shared/api-types.gen.ts';
import { DownloadIcon } from '../../../shared/icons.tsx';
import { useVerifiedSheet } from '../../queries/verification.ts';
import { useWords } from '../../words/words.ts';
import { useProblemBox } from '../parts/problem-box.ts';
import { saveFile } from '../parts/save-file.ts';

/** The lines shown, checked once more, as a workbook to file: what was pasted is in no address to link to. */
export function SaveResults({ lines }: { readonly lines: readonly VerifiedLine[] }) {
  const { t } = useWords();
  const sheet = useVerifiedSheet();
  const showProblem = useProblemBox();
  return (
    <Button
      icon={<DownloadIcon size={1.2} />}
      disabled={lines.length === 0}
      loading={sheet.isPending}
      onClick={() =>
        sheet.mutate(
          lines.map(({ number, child_name }) => ({ number, ...(child_name && { child_name }) })),
          {
            onSuccess: (file) => saveFile(file, t('verifyCertificates.sheetName')),
            onError: showProblem,
          },
        )
      }
    >
      {t('list.sheet')}
    </Button>
  );
}
