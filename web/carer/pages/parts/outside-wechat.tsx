import { useState } from 'react';
import { Button } from '../../../shared/components/button.tsx';
import { BottomSheet } from '../../../shared/components/dialog.tsx';
import { useWords } from '../../words/words.ts';

/** WeChat's own browser opens no files, installs nothing and has no calendar. */
export const IN_WECHAT = /MicroMessenger/i.test(navigator.userAgent);

interface OutsideWeChatProps {
  /** What cannot be done here. */
  readonly word: string;
}

/** A button that says how to do in the phone's browser what WeChat does not do. */
export function OutsideWeChat({ word }: OutsideWeChatProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" wide onClick={() => setOpen(true)}>
        {word}
      </Button>
      <BottomSheet open={open} onClose={() => setOpen(false)} title={t('wechat.title')}>
        <ol>
          <li>{t('wechat.menu')}</li>
          <li>{t('wechat.browser')}</li>
          <li>{t('wechat.again', { word })}</li>
        </ol>
      </BottomSheet>
    </>
  );
}
