import { Button, Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import type { ClientFile } from '../../../shared/api-types.gen.ts';
import { Asked } from '../../../shared/components/asked.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { formatDay, formatInstant } from '../../../shared/format.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage, useSharedWords } from '../../../shared/words/words.ts';
import {
  type FormerSecret,
  useClient,
  useRenewSecret,
  useRevokeClient,
} from '../../queries/clients.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import { Section } from '../parts/section.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Terms } from '../parts/terms.tsx';
import styles from './clients.module.css';
import { SecretOnce } from './secret-once.tsx';

interface ClientSheetProps {
  /** Empty: none lies open. */
  readonly clientId: string;
  readonly onClose: () => void;
}

/** One client: whose it is, what it asked last, another secret, and the door. */
export function ClientSheet({ clientId, onClose }: ClientSheetProps) {
  const { t } = useWords();
  return (
    <Sheet open={clientId !== ''} onClose={onClose} title={t('clients.title')}>
      {clientId && <Opened key={clientId} clientId={clientId} />}
    </Sheet>
  );
}

function Opened({ clientId }: { readonly clientId: string }) {
  return (
    <Asked question={useClient(clientId)} lines={8}>
      {(client) => (
        <>
          <About client={client} />
          {client.revoked_at === null && <Change client={client} />}
          <Calls calls={client.calls} />
        </>
      )}
    </Asked>
  );
}

function About({ client }: { readonly client: ClientFile }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  return (
    <Terms
      rows={[
        { term: t('clients.name'), value: client.name },
        { term: t('clients.organisation'), value: client.organisation },
        { term: t('clients.contact'), value: client.contact },
        {
          term: t('clients.scopes'),
          value: client.scopes.map(({ name }) => say(name)).join(' · '),
        },
        { term: 'client_id', value: <span className={styles.id}>{client.id}</span> },
        {
          term: t('clients.made'),
          value: `${formatDay(client.made_at, language)} · ${client.made_by_name}`,
        },
        {
          term: t('clients.revokedAt'),
          value: client.revoked_at && formatInstant(client.revoked_at, language),
        },
        { term: t('clients.reason'), value: client.revoked_reason },
      ]}
    />
  );
}

function Change({ client }: { readonly client: ClientFile }) {
  const { t } = useWords();
  const language = useLanguage();
  const [doing, setDoing] = useState<'secret' | 'revoke'>();
  const ending = client.secrets.find(({ ends_at }) => ends_at !== null)?.ends_at;
  return (
    <Section title={t('clients.secret')}>
      <div className={styles.stack}>
        {ending && (
          <p className={styles.soft}>
            {t('clients.formerUntil', { when: formatInstant(ending, language) })}
          </p>
        )}
        <div className={styles.buttons}>
          <Button onClick={() => setDoing('secret')}>{t('clients.renewSecret')}</Button>
          <Button danger onClick={() => setDoing('revoke')}>
            {t('clients.revoke')}
          </Button>
        </div>
      </div>
      {doing === 'secret' && <RenewBox client={client} onClose={() => setDoing(undefined)} />}
      {doing === 'revoke' && <RevokeBox client={client} onClose={() => setDoing(undefined)} />}
    </Section>
  );
}

interface BoxProps {
  readonly client: ClientFile;
  readonly onClose: () => void;
}

const ways = ['lasts-a-week', 'ends-now'] as const satisfies FormerSecret[];

function RenewBox({ client, onClose }: BoxProps) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const [former, setFormer] = useState<FormerSecret>('lasts-a-week');
  const renew = useRenewSecret(client);
  const made = renew.data;
  return (
    <Modal
      open
      onCancel={onClose}
      title={t('clients.renewSecret')}
      okText={t(made ? 'clients.keptIt' : 'clients.renewSecret')}
      cancelText={shared('do.back')}
      {...(made && { cancelButtonProps: { style: { display: 'none' } } })}
      mask={{ closable: made === undefined }}
      confirmLoading={renew.isPending}
      onOk={made ? onClose : () => renew.mutate(former)}
      closable={{ 'aria-label': shared('do.close') }}
    >
      {made ? (
        <SecretOnce made={made} />
      ) : (
        <div className={styles.stack}>
          <Radio.Group
            aria-label={t('clients.former')}
            value={former}
            onChange={({ target }) => setFormer(target.value as FormerSecret)}
            options={ways.map((value) => ({ value, label: t(`clients.ways.${value}`) }))}
            vertical
          />
          <ProblemLine error={renew.error} />
        </div>
      )}
    </Modal>
  );
}

function RevokeBox({ client, onClose }: BoxProps) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const sayWhenDone = useSayWhenDone();
  const id = useId();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const revoke = useRevokeClient(client);
  const isMissing = missing && reason.trim() === '';
  const send = () => {
    if (reason.trim() === '') return setMissing(true);
    sayWhenDone(revoke.mutateAsync(reason.trim()), t('clients.revokedNow'));
  };
  return (
    <Modal
      open
      onCancel={onClose}
      title={t('clients.revokeOf', { name: client.name })}
      okText={t('clients.revoke')}
      cancelText={shared('do.back')}
      okButtonProps={{ danger: true }}
      confirmLoading={revoke.isPending}
      onOk={send}
      closable={{ 'aria-label': shared('do.close') }}
    >
      <div className={styles.stack}>
        <p>{t('clients.revokeFollows')}</p>
        <label htmlFor={id}>{t('clients.reason')}</label>
        <Input.TextArea
          id={id}
          value={reason}
          maxLength={300}
          autoSize={{ minRows: 2, maxRows: 6 }}
          status={isMissing ? 'error' : ''}
          onChange={(event) => setReason(event.target.value)}
        />
        {isMissing && <p role="alert">{t('clients.reasonMissing')}</p>}
        <ProblemLine error={revoke.error} />
      </div>
    </Modal>
  );
}

function Calls({ calls }: Pick<ClientFile, 'calls'>) {
  const { t } = useWords();
  const language = useLanguage();
  return (
    <Section title={t('clients.calls')}>
      {calls.length === 0 ? (
        <p className={styles.soft}>{t('clients.neverUsed')}</p>
      ) : (
        <ul className={styles.calls}>
          {calls.map(({ at, asked, granted }) => (
            <li key={`${at} ${asked} ${granted}`}>
              {formatInstant(at, language)}{' '}
              <span className={styles.soft}>{t('clients.call', { asked, granted })}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
