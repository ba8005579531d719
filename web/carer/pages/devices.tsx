import { Asked } from '../../shared/components/asked.tsx';
import { Button } from '../../shared/components/button.tsx';
import { useSayWhenDone } from '../../shared/components/toast.tsx';
import { formatInstant } from '../../shared/format.ts';
import { ProblemLine } from '../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../shared/words/words.ts';
import { useDevices, useSignOutDevice } from '../queries/account.ts';
import type { Device } from '../queries/answers.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import list from './parts/list.module.css';
import { Tag } from './parts/tag.tsx';

export function Page() {
  const { t } = useWords();
  const devices = useDevices();
  return (
    <>
      <PageHead title={t('devices.title')} back="/me" />
      <p>{t('devices.text')}</p>
      <Asked question={devices} lines={4}>
        {({ items }) => (
          <ul className={list.list}>
            {items.map((device) => (
              <li key={device.id}>
                <DeviceRow device={device} />
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </>
  );
}

function DeviceRow({ device }: { readonly device: Device }) {
  const { t } = useWords();
  const language = useLanguage();
  const sayWhenDone = useSayWhenDone();
  const signOut = useSignOutDevice();
  const when = formatInstant(device.last_seen_at, language);
  return (
    <div className={list.row}>
      <span className={list.words}>
        <span className={list.title}>{device.device}</span>
        <span className={list.soft}>{t('devices.seen', { when })}</span>
        <ProblemLine error={signOut.error} />
      </span>
      {device.is_this ? (
        <Tag tone="mint">{t('devices.here')}</Tag>
      ) : (
        <Button
          kind="plain"
          busy={signOut.isPending}
          onClick={() => sayWhenDone(signOut.mutateAsync(device.id), t('devices.ended'))}
        >
          {t('devices.end')}
        </Button>
      )}
    </div>
  );
}
