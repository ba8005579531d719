import { Button, Dropdown } from 'antd';
import { DownIcon, KeyIcon, LanguageIcon, LargeTypeIcon, LeaveIcon } from '../../shared/icons.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useSignOut } from '../../shared/queries/sign-in.ts';
import { chooseTypeSize } from '../../shared/type-size.ts';
import { useTypeSize } from '../../shared/use-type-size.ts';
import { chooseLanguage } from '../../shared/words/start-words.ts';
import { useLanguage, useSharedWords } from '../../shared/words/words.ts';
import { useGo } from '../links.ts';
import { usePost } from '../place.ts';
import { useWords } from '../words/words.ts';
import styles from './top-bar.module.css';

/** Who am I, larger type, the way out. */
export function AccountMenu() {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const { person } = useSignedIn();
  const role = usePost()?.role;
  const signOut = useSignOut();
  const go = useGo();
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  const large = useTypeSize() === 'large';
  const roleWord = role ? t(`roles.${role}` as 'roles.teacher', { defaultValue: '' }) : '';
  return (
    <Dropdown
      trigger={['click']}
      getPopupContainer={(button) => button.parentElement ?? document.body}
      menu={{
        items: [
          {
            key: 'language',
            icon: <LanguageIcon size={1.2} />,
            label: <span lang={other}>{shared('switchTo')}</span>,
            onClick: () => void chooseLanguage(other),
          },
          {
            key: 'type',
            icon: <LargeTypeIcon size={1.2} />,
            label: large ? shared('normalType') : shared('largeType'),
            onClick: () => chooseTypeSize(large ? 'normal' : 'large'),
          },
          {
            key: 'account',
            icon: <KeyIcon size={1.2} />,
            label: t('proof.title'),
            onClick: () => void go({ to: '/account' }),
          },
          {
            key: 'leave',
            icon: <LeaveIcon size={1.2} />,
            label: shared('do.signOut'),
            onClick: () => signOut.mutate(),
          },
        ],
      }}
    >
      <Button type="text" className={styles.me ?? ''}>
        <span className="spoken">{t('account')} </span>
        <span className={styles.name}>{person.name}</span>
        {roleWord && <span className={styles.role}>{roleWord}</span>}
        <DownIcon size={1} />
      </Button>
    </Dropdown>
  );
}
