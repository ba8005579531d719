import { Asked } from '../../shared/components/asked.tsx';
import { buttonLook } from '../../shared/components/button.tsx';
import { useLanguage } from '../../shared/words/words.ts';
import type { MyData } from '../queries/answers.ts';
import { archiveAddress, useMyData } from '../queries/my-data.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { AskCorrection } from './my-data/ask-correction.tsx';
import { AskErasure } from './my-data/ask-erasure.tsx';
import styles from './my-data/my-data.module.css';
import { MyRequests } from './my-data/my-requests.tsx';
import list from './parts/list.module.css';
import { IN_WECHAT, OutsideWeChat } from './parts/outside-wechat.tsx';
import { useSay } from './parts/say.ts';
import { Section } from './parts/section.tsx';
import { Tag, Tags } from './parts/tag.tsx';

/** What is held about me, to take along, to have corrected and to have erased. */
export function Page() {
  const { t } = useWords();
  const data = useMyData();
  return (
    <>
      <PageHead title={t('myData.title')} back="/me" />
      <p>{t('myData.text')}</p>
      <TakeAlong />
      <Asked question={data} lines={12}>
        {({ parts, requests }) => (
          <>
            {requests.length > 0 && <MyRequests requests={requests} />}
            <Section title={t('myData.parts')}>
              <Parts parts={parts} />
            </Section>
            <Section title={t('myData.rights')}>
              <div className={styles.stack}>
                <AskCorrection />
                <AskErasure />
              </div>
            </Section>
          </>
        )}
      </Asked>
    </>
  );
}

function TakeAlong() {
  const { t } = useWords();
  const language = useLanguage();
  if (IN_WECHAT) return <OutsideWeChat word={t('myData.download')} />;
  return (
    <a href={archiveAddress(language)} className={buttonLook({ wide: true })}>
      {t('myData.download')}
    </a>
  );
}

function Parts({ parts }: { readonly parts: MyData['parts'] }) {
  const { t } = useWords();
  const say = useSay();
  return (
    <ul className={list.list}>
      {parts.map(({ name, title, why, count, is_erased }) => (
        <li key={name} className={list.row}>
          <span className={list.words}>
            <span className={list.title}>{say(title)}</span>
            <span className={list.soft}>{say(why)}</span>
            <Tags>
              <Tag>{t('myData.count', { count })}</Tag>
              <Tag tone={is_erased ? 'mint' : 'plain'}>
                {t(is_erased ? 'myData.erased' : 'myData.kept')}
              </Tag>
            </Tags>
          </span>
        </li>
      ))}
    </ul>
  );
}
