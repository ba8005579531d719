import { Button, Checkbox, Form, Input } from 'antd';
import { Asked } from '../../shared/components/asked.tsx';
import { useSayWhenDone } from '../../shared/components/toast.tsx';
import { formatDay } from '../../shared/format.ts';
import { ProblemLine } from '../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, usePageParams } from '../links.ts';
import { useReport, useWriteReport } from '../queries/reports.ts';
import type { Report } from '../queries/shapes.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { Note, Paper, Section } from './parts/section.tsx';
import { Photos } from './report/photos.tsx';
import styles from './report/report.module.css';

/** What was done, in a few sentences, and the photos that the families agree to. */
export function Page() {
  const { t } = useWords();
  const language = useLanguage();
  const { activityId } = usePageParams<'/activities/$activityId/report'>();
  const report = useReport(activityId);
  return (
    <Asked question={report} lines={10}>
      {(answer) => (
        <>
          <PageHead
            title={t('report.title', { title: answer.title })}
            lead={[
              formatDay(answer.begins_at, language),
              answer.place,
              t('report.families', { count: answer.families }),
            ].join(' · ')}
            actions={
              <Link to="/activities/$activityId" params={{ activityId }}>
                {t('print.back')}
              </Link>
            }
          />
          <Section title={t('report.what')}>
            {answer.may_edit ? (
              <Writing activityId={activityId} report={answer} />
            ) : (
              <Paper>
                <p className={styles.text}>{answer.text ?? t('report.none')}</p>
              </Paper>
            )}
          </Section>
          <Photos activityId={activityId} report={answer} />
        </>
      )}
    </Asked>
  );
}

interface WritingProps {
  readonly activityId: string;
  readonly report: Report;
}

function Writing({ activityId, report }: WritingProps) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const write = useWriteReport(activityId);
  return (
    <Form<{ text: string; is_public: boolean }>
      key={report.version}
      layout="vertical"
      requiredMark={false}
      initialValues={{ text: report.text ?? '', is_public: report.is_public }}
      onFinish={({ text, is_public = false }) =>
        sayWhenDone(
          write.mutateAsync({ text, is_public, version: report.version }),
          t('report.saved'),
        )
      }
    >
      <Form.Item
        name="text"
        label={t('report.label')}
        extra={t('report.hint')}
        rules={[{ required: true, whitespace: true, message: t('report.missing') }]}
      >
        <Input.TextArea maxLength={2000} showCount autoSize={{ minRows: 4, maxRows: 12 }} />
      </Form.Item>
      {report.may_be_public ? (
        <Form.Item
          name="is_public"
          valuePropName="checked"
          className={styles.public ?? ''}
          extra={report.is_public && <a href={`/reports/${activityId}`}>{t('report.seePublic')}</a>}
        >
          <Checkbox>{t('report.public')}</Checkbox>
        </Form.Item>
      ) : (
        <Note>{t('report.notPublic')}</Note>
      )}
      <ProblemLine error={write.error} />
      <Button
        type="primary"
        htmlType="submit"
        loading={write.isPending}
        className={styles.save ?? ''}
      >
        {t('report.save')}
      </Button>
    </Form>
  );
}
