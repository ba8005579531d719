import { Button, Popconfirm } from 'antd';
import { useSharedWords } from '../../../shared/words/words.ts';
import { usePutPhoto, useRemovePhoto } from '../../queries/reports.ts';
import type { Photo, Report } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { useProblemBox } from '../parts/problem-box.ts';
import { Tag, type Tone } from '../parts/tag.tsx';
import styles from './report.module.css';

interface PhotoCardProps {
  readonly activityId: string;
  readonly photo: Photo;
  readonly report: Report;
  readonly onSay: () => void;
}

const tones: Readonly<Record<Photo['seen_by'], Tone>> = {
  host: 'amber',
  album: 'mint',
  public: 'mint',
};

/** One photo: who sees it now, whose consent is missing, and where it may be put. */
export function PhotoCard({ activityId, photo, report, onSay }: PhotoCardProps) {
  const { t } = useWords();
  const { id, caption, desk, seen_by } = photo;
  const named = caption || t('photos.unnamed');
  return (
    <article className={styles.photo}>
      <img
        src={`/api/v1/photos/${id}/picture?size=small`}
        alt={named}
        className={styles.picture}
        loading="lazy"
      />
      <div className={styles.about}>
        <p>
          <Tag tone={tones[seen_by]}>{t(`photos.seenBy.${seen_by}`)}</Tag>
        </p>
        {caption && <p>{caption}</p>}
        {desk?.is_said && (
          <p className={styles.soft}>{t('photos.children', { count: desk.student_ids.length })}</p>
        )}
        {desk && <Missing photo={photo} />}
        {report.may_edit && desk && (
          <div className={styles.ways}>
            <Button
              type={desk.is_said ? 'default' : 'primary'}
              ghost={!desk.is_said}
              onClick={onSay}
            >
              {t('photos.sayWho')}
            </Button>
            {desk.is_said && <Place activityId={activityId} photo={photo} report={report} />}
            <Remove activityId={activityId} id={id} />
          </div>
        )}
      </div>
    </article>
  );
}

function Missing({ photo: { desk } }: { readonly photo: Photo }) {
  const { t } = useWords();
  if (!desk || desk.missing.length === 0) return null;
  return (
    <p role="status">
      {t('photos.hidden')}
      {desk.missing
        .map(({ name, consent }) =>
          t(consent === 'refused' ? 'photos.refused' : 'photos.unasked', {
            name: name || t('registrations.outOfReach'),
          }),
        )
        .join('、')}
    </p>
  );
}

function Place({ activityId, photo, report }: Omit<PhotoCardProps, 'onSay'>) {
  const { t } = useWords();
  const showProblem = useProblemBox();
  const put = usePutPhoto(activityId);
  const state = photo.desk?.state;
  const places = (['album', 'public', 'kept'] as const).filter(
    (where) => where !== state && (where !== 'public' || report.may_be_public),
  );
  return places.map((where) => (
    <Button
      key={where}
      loading={put.isPending}
      onClick={() => put.mutate({ id: photo.id, where }, { onError: showProblem })}
    >
      {t(`photos.putInto.${where}`)}
    </Button>
  ));
}

function Remove({ activityId, id }: { readonly activityId: string; readonly id: string }) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const showProblem = useProblemBox();
  const remove = useRemovePhoto(activityId);
  return (
    <Popconfirm
      title={t('photos.removeTitle')}
      okText={t('photos.remove')}
      cancelText={shared('do.cancel')}
      icon={null}
      onConfirm={() => remove.mutate(id, { onError: showProblem })}
    >
      <Button danger loading={remove.isPending}>
        {t('photos.remove')}
      </Button>
    </Popconfirm>
  );
}
