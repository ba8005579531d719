import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Asked } from '../../../shared/components/asked.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useChangePhoto, usePhotoChildren } from '../../queries/reports.ts';
import type { Photo, PhotoChild } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { Note } from '../parts/section.tsx';
import { Sheet } from '../parts/sheet.tsx';
import styles from './report.module.css';

interface WhoIsSeenProps {
  readonly activityId: string;
  /** Nothing: closed. */
  readonly photo: Photo | undefined;
  readonly onClose: () => void;
}

/** Which of the children who were there can be recognised; their families are asked, and no others. */
export function WhoIsSeen({ activityId, photo, onClose }: WhoIsSeenProps) {
  const { t } = useWords();
  const children = usePhotoChildren(activityId, { enabled: photo !== undefined });
  return (
    <Sheet open={photo !== undefined} onClose={onClose} title={t('photos.sayWho')}>
      {photo && (
        <Asked question={children} lines={6}>
          {({ items }) => (
            <Ticking activityId={activityId} photo={photo} all={items} onClose={onClose} />
          )}
        </Asked>
      )}
    </Sheet>
  );
}

interface TickingProps {
  readonly activityId: string;
  readonly photo: Photo;
  readonly all: readonly PhotoChild[];
  readonly onClose: () => void;
}

function Ticking({ activityId, photo, all, onClose }: TickingProps) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const change = useChangePhoto(activityId);
  const [chosen, setChosen] = useState<readonly string[]>(photo.desk?.student_ids ?? []);
  const [caption, setCaption] = useState(photo.caption);
  const save = (students: readonly string[]) =>
    sayWhenDone(
      change.mutateAsync(
        { id: photo.id, caption, student_ids: [...students] },
        { onSuccess: onClose },
      ),
      t('photos.said'),
    );
  return (
    <div className={styles.ticking}>
      <img
        src={`/api/v1/photos/${photo.id}/picture`}
        alt={t('photos.unnamed')}
        className={styles.whole}
      />
      <Note>{t('photos.whoNote')}</Note>
      <Checkbox.Group
        className={styles.choices ?? ''}
        value={[...chosen]}
        onChange={(ids: string[]) => setChosen(ids)}
        options={all.map((child) => ({ value: child.student_id, label: <Child child={child} /> }))}
      />
      <label htmlFor="caption">{t('photos.caption')}</label>
      <Input
        id="caption"
        value={caption}
        maxLength={100}
        onChange={(event) => setCaption(event.target.value)}
      />
      <ProblemLine error={change.error} />
      <div className={styles.ways}>
        <Button
          type="primary"
          disabled={chosen.length === 0}
          loading={change.isPending}
          onClick={() => save(chosen)}
        >
          {t('photos.these', { count: chosen.length })}
        </Button>
        <Button loading={change.isPending} onClick={() => save([])}>
          {t('photos.nobody')}
        </Button>
      </div>
    </div>
  );
}

/** By name, or by whom the child came with where one may not see children. */
function Child({ child }: { readonly child: PhotoChild }) {
  const { t } = useWords();
  const { name, class_name, carer_name, album } = child;
  return (
    <>
      {name ?? t('photos.childOf', { carer: carer_name })}{' '}
      <span className={styles.soft}>
        {class_name} {album !== 'given' && t(`photos.consents.${album}`)}
      </span>
    </>
  );
}
