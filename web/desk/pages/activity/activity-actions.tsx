import { App, Button, Dropdown, Input, Modal } from 'antd';
import { useState } from 'react';
import { useToast } from '../../../shared/components/toast.tsx';
import { dayInChina, formatSpan } from '../../../shared/format.ts';
import { DownIcon } from '../../../shared/icons.tsx';
import { useDayNote, useDays } from '../../../shared/queries/days.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage, useSharedWords } from '../../../shared/words/words.ts';
import { useGo } from '../../links.ts';
import { useCancelActivity, useClashes, usePublishActivity } from '../../queries/activities.ts';
import type { ActivityAction, ActivityDetail, Clashes } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { useProblemBox } from '../parts/problem-box.ts';
import styles from './activity.module.css';
import { CopyBox } from './copy-box.tsx';

interface ActivityActionsProps {
  readonly activity: ActivityDetail;
  readonly onChange: () => void;
}

/** The buttons that the state table allows this person, main one last. */
export function ActivityActions({ activity, onChange }: ActivityActionsProps) {
  const { t } = useWords();
  const go = useGo();
  const [cancelling, setCancelling] = useState(false);
  const [copying, setCopying] = useState(false);
  const publish = usePublish(activity);
  const may = (action: ActivityAction) => activity.desk?.actions.includes(action) ?? false;
  const params = { activityId: activity.activity_id };
  const begun = Date.parse(activity.begins_at) <= Date.now();
  const over = Date.parse(activity.ends_at) <= Date.now();
  const confirm = () => void go({ to: '/activities/$activityId/confirm', params });
  const seldom = [
    ...(may('copy')
      ? [{ key: 'copy', label: t('activity.copy'), onClick: () => setCopying(true) }]
      : []),
    ...(activity.state === 'published'
      ? [
          {
            key: 'poster',
            label: t('poster.title'),
            onClick: () => void go({ to: '/activities/$activityId/poster', params }),
          },
          {
            key: 'sign-in-sheet',
            label: t('signInSheet.title'),
            onClick: () => void go({ to: '/activities/$activityId/sign-in-sheet', params }),
          },
        ]
      : []),
    ...(may('correct')
      ? [
          {
            key: 'paper-sheet',
            label: t('paper.title'),
            onClick: () => void go({ to: '/activities/$activityId/paper-sheet', params }),
          },
        ]
      : []),
    ...(may('finish') && begun && !over
      ? [{ key: 'finish', label: t('confirm.open'), onClick: confirm }]
      : []),
    ...(may('cancel')
      ? [
          {
            key: 'cancel',
            danger: true,
            label: t('activity.cancel'),
            onClick: () => setCancelling(true),
          },
        ]
      : []),
  ];
  return (
    <>
      {seldom.length > 0 && (
        <Dropdown
          trigger={['click']}
          getPopupContainer={(button) => button.parentElement ?? document.body}
          menu={{ items: seldom }}
        >
          <Button>
            {t('activity.more')} <DownIcon size={1} />
          </Button>
        </Dropdown>
      )}
      {may('change') && <Button onClick={onChange}>{t('activity.change')}</Button>}
      {may('check-in') && activity.state === 'published' && (!over || !may('finish')) && (
        <>
          <Button onClick={() => void go({ to: '/activities/$activityId/scanner', params })}>
            {t('checkInScanner.title')}
          </Button>
          <Button
            type="primary"
            onClick={() => void go({ to: '/activities/$activityId/screen', params })}
          >
            {t('checkInScreen.title')}
          </Button>
        </>
      )}
      {may('finish') && over && (
        <Button type="primary" onClick={confirm}>
          {t('confirm.open')}
        </Button>
      )}
      {activity.state === 'finished' && !activity.is_private && (
        <Button
          type="primary"
          onClick={() => void go({ to: '/activities/$activityId/report', params })}
        >
          {t('report.open')}
        </Button>
      )}
      {may('publish') && activity.state === 'draft' && (
        <Button type="primary" loading={publish.busy} onClick={publish.ask}>
          {t('activity.publish')}
        </Button>
      )}
      <CancelBox activity={activity} open={cancelling} onClose={() => setCancelling(false)} />
      <CopyBox activity={activity} open={copying} onClose={() => setCopying(false)} />
    </>
  );
}

function usePublish(activity: ActivityDetail) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const { modal } = App.useApp();
  const say = useToast();
  const publish = usePublishActivity(activity.activity_id);
  const showProblem = useProblemBox();
  const clashes = useClashes(activity.activity_id);
  const ask = async () => {
    const { items } = await clashes.mutateAsync();
    modal.confirm({
      title: t('activity.publishTitle'),
      content: (
        <>
          <p>{t('activity.publishText', { audience: activity.audience })}</p>
          <DayWarning beginsAt={activity.begins_at} />
          <ClashList clashes={items} />
        </>
      ),
      okText: t('activity.publish'),
      cancelText: shared('do.cancel'),
      icon: null,
      onOk: () => publish.mutateAsync().then(() => say(t('activity.publishedNow')), showProblem),
    });
  };
  return { ask: () => void ask().catch(showProblem), busy: clashes.isPending || publish.isPending };
}

/** A holiday, or a weekend day on which people work: said, not forbidden. */
function DayWarning({ beginsAt }: { readonly beginsAt: string }) {
  const { t } = useWords();
  const wordsOf = useDayNote();
  const day = dayInChina(beginsAt);
  const note = useDays(day, day).data?.items[0];
  if (!note) return null;
  return <p role="status">{t('activity.onThatDay', { note: wordsOf(note) })}</p>;
}

/** Said, not forbidden: a school knows best whether two events may stand side by side. */
function ClashList({ clashes }: { readonly clashes: Clashes['items'] }) {
  const { t } = useWords();
  const language = useLanguage();
  if (clashes.length === 0) return null;
  return (
    <div className={styles.clashes}>
      <p>{t('activity.clashes')}</p>
      <ul className={styles.series}>
        {clashes.map((one) => (
          <li key={one.activity_id}>
            {one.title} · {one.host_name} · {formatSpan(one.begins_at, one.ends_at, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface CancelBoxProps {
  readonly activity: ActivityDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Says who will be told before it is too late, and asks for the reason they will read. */
function CancelBox({ activity, open, onClose }: CancelBoxProps) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const say = useToast();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const cancel = useCancelActivity(activity.activity_id);
  const { carers = 0, registered = 0, waiting = 0 } = activity.desk ?? {};
  const send = async () => {
    if (reason.trim() === '') return setMissing(true);
    await cancel.mutateAsync(reason.trim());
    say(t('activity.cancelledNow'));
    onClose();
  };
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={t('activity.cancelTitle', { title: activity.title })}
      okText={t('activity.cancelFor')}
      cancelText={shared('do.back')}
      okButtonProps={{ danger: true }}
      confirmLoading={cancel.isPending}
      onOk={() => void send().catch(() => {})}
      closable={{ 'aria-label': shared('do.close') }}
      destroyOnHidden
    >
      <div className={styles.stack}>
        <p>
          {carers > 0
            ? t('activity.cancelTells', { carers, registered, waiting })
            : t('activity.cancelNobody')}
        </p>
        <label htmlFor="reason">{t('activity.cancelReason')}</label>
        <Input.TextArea
          id="reason"
          value={reason}
          maxLength={300}
          autoSize={{ minRows: 2, maxRows: 6 }}
          status={missing && reason.trim() === '' ? 'error' : ''}
          onChange={(event) => setReason(event.target.value)}
        />
        {missing && reason.trim() === '' && <p role="alert">{t('activity.cancelReasonMissing')}</p>}
        <ProblemLine error={cancel.error} />
      </div>
    </Modal>
  );
}
