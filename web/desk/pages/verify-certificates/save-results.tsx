import { Button } from 'antd';
import type { VerifiedLine } from '../../../shared/api-types.gen.ts';
import { useWords } from '../../words/words.ts';
import { saveFile } from '../parts/save-file.ts';
import { useSay } from '../parts/say.ts';

/** The results as a sheet that Excel opens: what was shown, nothing more. */
export function SaveResults({ lines }: { readonly lines: readonly VerifiedLine[] }) {
  const { t } = useWords();
  const say = useSay();
  const save = () => {
    const header = [
      t('verifyCertificates.number'),
      t('verifyCertificates.name'),
      t('verifyCertificates.result'),
      t('verifyCertificates.maskedName'),
      t('verifyCertificates.lastFour'),
      t('verifyCertificates.until'),
    ];
    const rows = lines.map((line) => [
      line.number,
      line.child_name ?? '',
      say(line.says),
      line.masked_name ?? '',
      line.id_number_last_four ?? '',
      line.valid_until ? dayInChina.format(new Date(line.valid_until)) : '',
    ]);
    const text = [header, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n');
    // Excel takes a CSV for UTF-8 only when it begins with this mark.
    saveFile(new Blob(['\uFEFF', text], { type: 'text/csv' }), t('verifyCertificates.listName'));
  };
  return <Button onClick={save}>{t('verifyCertificates.save')}</Button>;
}

/** The day that the paper names: `2029-11-26`, which Excel takes for a date. */
const dayInChina = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
});

/** What begins like a formula would be run by Excel; a mark before it keeps it text. */
function cellOf(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
