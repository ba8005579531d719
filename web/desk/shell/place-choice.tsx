import { Select } from 'antd';
import { PlaceIcon } from '../../shared/icons.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { choosePost, usePost } from '../place.ts';
import { useWords } from '../words/words.ts';
import styles from './top-bar.module.css';

/** Which place one works for now; a choice only for who has several posts. */
export function PlaceChoice() {
  const { t } = useWords();
  const { posts, district } = useSignedIn();
  const post = usePost();
  if (posts.length < 2) {
    return (
      <p className={styles.place}>
        <PlaceIcon size={1.3} />
        <span className={styles.placeName}>{post?.organisation.name ?? district.name_zh}</span>
      </p>
    );
  }
  return (
    <Select
      className={styles.places ?? ''}
      variant="borderless"
      aria-label={t('place')}
      prefix={<PlaceIcon size={1.3} />}
      value={post?.id ?? ''}
      onChange={choosePost}
      popupMatchSelectWidth={false}
      options={posts.map(({ id, organisation }) => ({ value: id, label: organisation.name }))}
    />
  );
}
