import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { LanguageSwitch } from '../../shared/components/language-switch.tsx';
import { MenuIcon, SearchIcon } from '../../shared/icons.tsx';
import { useSharedWords } from '../../shared/words/words.ts';
import { useGo } from '../links.ts';
import { useWords } from '../words/words.ts';
import { AccountMenu } from './account-menu.tsx';
import { Navigation } from './navigation.tsx';
import { PlaceChoice } from './place-choice.tsx';
import styles from './top-bar.module.css';

/** Place, search, language, oneself. */
export function TopBar() {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const go = useGo();
  const [navigating, setNavigating] = useState(false);
  return (
    <header className={styles.bar}>
      <div className={styles.menu}>
        <Button
          type="text"
          aria-label={t('openNavigation')}
          icon={<MenuIcon />}
          onClick={() => setNavigating(true)}
        />
        <Drawer
          open={navigating}
          onClose={() => setNavigating(false)}
          placement="left"
          size={300}
          closable={{ 'aria-label': shared('do.close') }}
          title={t('desk')}
          styles={{ body: { padding: 0 } }}
        >
          <Navigation onChosen={() => setNavigating(false)} />
        </Drawer>
      </div>
      <PlaceChoice />
      <search className={styles.search}>
        <Input
          variant="filled"
          allowClear
          prefix={<SearchIcon size={1.2} />}
          placeholder={t('search')}
          aria-label={t('search')}
          onPressEnter={(event) => {
            const words = event.currentTarget.value.trim();
            if (words) void go({ to: '/search', search: { words } });
          }}
        />
      </search>
      <div className={styles.self}>
        <span className={styles.language}>
          <LanguageSwitch />
        </span>
        <AccountMenu />
      </div>
    </header>
  );
}
