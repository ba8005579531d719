import { useState } from 'react';
import { Button } from '../../../shared/components/button.tsx';
import { BottomSheet } from '../../../shared/components/dialog.tsx';
import { useToast } from '../../../shared/components/toast.tsx';
import type { ActivityDetail } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import { IN_WECHAT } from '../parts/outside-wechat.tsx';
import { useWhen } from '../parts/when.ts';

/**
 * Sends a public activity on: its title, when it is and who holds it. Nothing of the sender goes with it, neither in
 * the words nor in the address.
 */
export function Share({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const say = useToast();
  const when = useWhen();
  const [telling, setTelling] = useState(false);
  const { activity_id: id, title, host_name: host, begins_at, ends_at } = activity;
  const url = `${location.origin}/app/activities/${id}`;
  const text = `${when(begins_at, ends_at)} · ${host}`;
  const copy = () => navigator.clipboard.writeText(`${title}\n${text}\n${url}`);
  const share = () => {
    if (IN_WECHAT) setTelling(true);
    // Who closes the phone's own sheet has changed their mind.
    else if ('share' in navigator) navigator.share({ title, text, url }).catch(() => {});
    else if ('clipboard' in navigator) void copy().then(() => say(t('share.copied')));
    else setTelling(true);
  };
  return (
    <>
      <Button kind="plain" wide onClick={share}>
        {t('share.button')}
      </Button>
      <BottomSheet open={telling} onClose={() => setTelling(false)} title={t('share.title')}>
        <p>{t(IN_WECHAT ? 'share.wechat' : 'share.address')}</p>
        {!IN_WECHAT && <p>{url}</p>}
        <p>{t('share.what')}</p>
      </BottomSheet>
    </>
  );
}
