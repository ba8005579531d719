import { Button } from 'antd';
import { useRef, useState } from 'react';
import { EmptyState } from '../../../shared/components/empty-state.tsx';
import { useToast } from '../../../shared/components/toast.tsx';
import { useUploadPhoto } from '../../queries/reports.ts';
import type { Report } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { useProblemBox } from '../parts/problem-box.ts';
import { Note, Section } from '../parts/section.tsx';
import { PhotoCard } from './photo-card.tsx';
import styles from './report.module.css';
import { WhoIsSeen } from './who-is-seen.tsx';

interface PhotosProps {
  readonly activityId: string;
  readonly report: Report;
}

/** The photos: uploaded for the host alone, then put where the families of all who are seen agree. */
export function Photos({ activityId, report }: PhotosProps) {
  const { t } = useWords();
  const [open, setOpen] = useState('');
  const photo = report.photos.find(({ id }) => id === open);
  return (
    <Section
      title={t('photos.title')}
      action={report.may_edit && <Upload activityId={activityId} />}
    >
      <Note>{t('photos.note')}</Note>
      {report.photos.length === 0 ? (
        <EmptyState title={t('photos.none')} text={t('photos.noneText')} />
      ) : (
        <ul className={styles.photos}>
          {report.photos.map((one) => (
            <li key={one.id}>
              <PhotoCard
                activityId={activityId}
                photo={one}
                report={report}
                onSay={() => setOpen(one.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <WhoIsSeen activityId={activityId} photo={photo} onClose={() => setOpen('')} />
    </Section>
  );
}

function Upload({ activityId }: { readonly activityId: string }) {
  const { t } = useWords();
  const say = useToast();
  const showProblem = useProblemBox();
  const input = useRef<HTMLInputElement>(null);
  const upload = useUploadPhoto(activityId);
  const send = async (files: readonly File[]) => {
    for (const file of files) await upload.mutateAsync(file);
    say(t('photos.uploaded', { count: files.length }));
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        multiple
        hidden
        aria-label={t('photos.upload')}
        onChange={(event) => {
          void send([...(event.target.files ?? [])]).catch(showProblem);
          event.target.value = '';
        }}
      />
      <Button type="primary" loading={upload.isPending} onClick={() => input.current?.click()}>
        {t('photos.upload')}
      </Button>
    </>
  );
}
