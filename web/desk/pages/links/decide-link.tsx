import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { Asked } from '../../../shared/components/asked.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useDecideLink } from '../../queries/links.ts';
import { useStudents } from '../../queries/people.ts';
import type { LinkRequest } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { SearchField } from '../parts/filter-row.tsx';
import { useRelationship } from '../parts/relationship.ts';
import { Section } from '../parts/section.tsx';
import { Terms } from '../parts/terms.tsx';
import styles from './decide-link.module.css';

interface DecideLinkProps {
  readonly request: LinkRequest;
  readonly onDone: () => void;
}

/** What the carer says, the children it may be, and the two answers. */
export function DecideLink({ request, onDone }: DecideLinkProps) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const relationship = useRelationship();
  const only = request.matches.length === 1 ? request.matches[0] : undefined;
  const [studentId, setStudentId] = useState(only?.student_id ?? '');
  const decide = useDecideLink();
  const [reason, setReason] = useState('');
  const answer = (decision: 'confirm' | 'decline') =>
    sayWhenDone(
      decide.mutateAsync({ id: request.id, decision, studentId, reason }, { onSuccess: onDone }),
      t(decision === 'confirm' ? 'links.confirmedNow' : 'links.declinedNow'),
    );
  return (
    <>
      <Terms
        rows={[
          { term: t('links.carer'), value: request.carer.name },
          { term: t('carers.phone'), value: request.carer.masked_phone },
          { term: t('links.child'), value: request.child_name },
          { term: t('links.class'), value: `${request.school_name} ${request.class_hint}` },
          { term: t('links.relationship'), value: relationship(request.relationship) },
        ]}
      />
      <Section title={t('links.who')}>
        <p className={styles.soft}>{t('links.whoText')}</p>
        <Children request={request} value={studentId} onChange={setStudentId} />
      </Section>
      <div className={styles.foot}>
        <ProblemLine error={decide.error} />
        <p className={styles.soft}>{t(studentId ? 'links.confirmText' : 'links.chooseFirst')}</p>
        <div className={styles.buttons}>
          <Button
            type="primary"
            disabled={studentId === ''}
            loading={decide.isPending}
            onClick={() => answer('confirm')}
          >
            {t('links.confirm')}
          </Button>
        </div>
      </div>
      <Section title={t('links.declineTitle')}>
        <Reason value={reason} onChange={setReason} />
        <div className={styles.buttons}>
          <Button
            danger
            disabled={reason.trim() === ''}
            loading={decide.isPending}
            onClick={() => answer('decline')}
          >
            {t('links.decline')}
          </Button>
        </div>
      </Section>
    </>
  );
}

interface ReasonProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

function Reason({ value, onChange }: ReasonProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className={styles.reason}>
      <label htmlFor={id}>{t('links.reason')}</label>
      <Input.TextArea
        id={id}
        value={value}
        maxLength={200}
        autoSize={{ minRows: 2 }}
        placeholder={t('links.reasonExample')}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

interface ChildrenProps {
  readonly request: LinkRequest;
  readonly value: string;
  readonly onChange: (studentId: string) => void;
}

/** Children of that name first; another spelling can be searched for. */
function Children({ request, value, onChange }: ChildrenProps) {
  const { t } = useWords();
  const [q, setQ] = useState('');
  const found = useStudents({ q: q || request.child_name, organisation: '' });
  return (
    <div className={styles.children}>
      <SearchField label={t('students.search')} value={q} onChange={setQ} />
      <Asked question={found} lines={2}>
        {({ pages }) => {
          const students = pages.flatMap(({ items }) => items);
          if (students.length === 0) return <p>{t('links.noCandidates')}</p>;
          return (
            <Radio.Group
              className={styles.choices ?? ''}
              value={value}
              onChange={(event) => onChange(String(event.target.value))}
              options={students.map(({ id, name, class_name, school_name }) => ({
                value: id,
                label: [name, school_name, class_name].filter(Boolean).join(' · '),
              }))}
            />
          );
        }}
      </Asked>
    </div>
  );
}
