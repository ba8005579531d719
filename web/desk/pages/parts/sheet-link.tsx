import { Button } from 'antd';
import { DownloadIcon } from '../../../shared/icons.tsx';
import { type SheetOf, type SheetOperation, useSheetAddress } from '../../queries/sheets.ts';
import { useWords } from '../../words/words.ts';
import styles from './filter-row.module.css';

/** Takes the list away as a workbook: all of its rows that the filters leave, not only those shown. */
export function SheetLink<Name extends SheetOperation>(sheet: SheetOf<Name>) {
  const { t } = useWords();
  return (
    <Button
      className={styles.sheet ?? ''}
      href={useSheetAddress(sheet)}
      icon={<DownloadIcon size={1.2} />}
    >
      {t('list.sheet')}
    </Button>
  );
}
