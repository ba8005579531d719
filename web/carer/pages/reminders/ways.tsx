import { useState } from 'react';
import { Button, buttonLook } from '../../../shared/components/button.tsx';
import { Card } from '../../../shared/components/card.tsx';
import { Field } from '../../../shared/components/field.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import type { NoticeWishes } from '../../queries/answers.ts';
import {
  canBrowserPush,
  useAskForMail,
  useConfirmMail,
  useRemoveAddress,
  useSubscribeBrowser,
} from '../../queries/reminders.ts';
import { useWords } from '../../words/words.ts';
import list from '../parts/list.module.css';
import styles from './reminders.module.css';

/** By what one is told outside of the app: what is set up, and what can be. */
export function Ways({ reminders }: { readonly reminders: NoticeWishes }) {
  const { t } = useWords();
  const { channels, addresses } = reminders;
  const lacks = (channel: (typeof channels)[number]) =>
    channels.includes(channel) && !addresses.some((one) => one.channel === channel);
  return (
    <Card title={t('reminders.ways')}>
      <div className={styles.parts}>
        <p className={styles.soft}>{t('reminders.waysText')}</p>
        {addresses.length > 0 && (
          <ul className={list.list}>
            {addresses.map((address) => (
              <li key={address.id}>
                <AddressRow address={address} />
              </li>
            ))}
          </ul>
        )}
        {lacks('wechat') && <BindWechat />}
        <ThisBrowser pushKey={reminders.push_key} />
        {lacks('email') && <AddMail />}
      </div>
    </Card>
  );
}

function AddressRow({ address }: { readonly address: NoticeWishes['addresses'][number] }) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const remove = useRemoveAddress();
  return (
    <div className={list.row}>
      <span className={list.words}>
        <span className={list.title}>{t(`reminders.channels.${address.channel}`)}</span>
        <span className={list.soft}>{address.label}</span>
        <ProblemLine error={remove.error} />
      </span>
      <Button
        kind="plain"
        busy={remove.isPending}
        onClick={() => sayWhenDone(remove.mutateAsync(address.id), t('reminders.removed'))}
        aria-label={t('reminders.removeOf', { label: address.label })}
      >
        {t('reminders.remove')}
      </Button>
    </div>
  );
}

/** WeChat's own browser alone can say who somebody is there. */
function BindWechat() {
  const { t } = useWords();
  if (!/MicroMessenger/.test(navigator.userAgent)) {
    return <p className={styles.soft}>{t('reminders.wechatElsewhere')}</p>;
  }
  return (
    <a href="/api/v1/me/wechat" className={buttonLook({ kind: 'quiet', wide: true })}>
      {t('reminders.bindWechat')}
    </a>
  );
}

function ThisBrowser({ pushKey }: { readonly pushKey: string }) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const subscribe = useSubscribeBrowser();
  if (!canBrowserPush()) return null;
  return (
    <>
      {subscribe.error && <p role="alert">{t('reminders.browserFailed')}</p>}
      <Button
        kind="quiet"
        wide
        busy={subscribe.isPending}
        onClick={() =>
          sayWhenDone(subscribe.mutateAsync(pushKey), (how) =>
            t(how === 'done' ? 'reminders.browserDone' : 'reminders.browserRefused'),
          )
        }
      >
        {t('reminders.browser')}
      </Button>
    </>
  );
}

function AddMail() {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const ask = useAskForMail();
  const confirm = useConfirmMail();
  if (!ask.isSuccess) {
    return (
      <>
        <Field
          label={t('reminders.mail')}
          type="email"
          autoComplete="email"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        <ProblemLine error={ask.error} />
        <Button kind="quiet" wide busy={ask.isPending} onClick={() => ask.mutate(address.trim())}>
          {t('reminders.sendCode')}
        </Button>
      </>
    );
  }
  return (
    <>
      <Field
        label={t('reminders.mailCode', { address })}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <ProblemLine error={confirm.error} />
      <Button
        kind="quiet"
        wide
        busy={confirm.isPending}
        onClick={() => sayWhenDone(confirm.mutateAsync(code.trim()), t('reminders.mailDone'))}
      >
        {t('reminders.confirm')}
      </Button>
      <Button kind="plain" onClick={ask.reset}>
        {t('reminders.otherMail')}
      </Button>
    </>
  );
}
