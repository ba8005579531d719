import type { StudentCarer, StudentDetail } from '../../../shared/api-types.gen.ts';
import { Asked } from '../../../shared/components/asked.tsx';
import { formatDay } from '../../../shared/format.ts';
import { useMay } from '../../../shared/queries/me.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import { useStudent } from '../../queries/people.ts';
import { useWords } from '../../words/words.ts';
import { useRelationship } from '../parts/relationship.ts';
import { Note, Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import { Terms } from '../parts/terms.tsx';
import { AskRelief } from './ask-relief.tsx';
import styles from './student-file.module.css';

/** What the school knows of a child: who cares for the child, and which classes. */
export function StudentFile({ studentId }: { readonly studentId: string }) {
  const student = useStudent(studentId);
  return (
    <Asked question={student} lines={9}>
      {(detail) => <Opened student={detail} />}
    </Asked>
  );
}

function Opened({ student }: { readonly student: StudentDetail }) {
  const { t } = useWords();
  const language = useLanguage();
  return (
    <article>
      <h2 className={styles.name}>{student.name}</h2>
      <p className={styles.path}>{student.path.map(({ name }) => name).join(' › ')}</p>
      <Note>{t('student.logged')}</Note>
      <div className={styles.terms}>
        <Terms
          rows={[
            { term: t('student.number'), value: student.student_number },
            { term: t('student.gender'), value: genderWord(student.gender, t) },
            {
              term: t('student.born'),
              value: student.born_on && formatDay(student.born_on, language),
            },
          ]}
        />
      </div>
      <Section title={t('student.carers')}>
        {student.carers.length === 0 ? (
          <p className={styles.soft}>{t('student.noCarers')}</p>
        ) : (
          <ul className={styles.list}>
            {student.carers.map((carer) => (
              <CarerLine key={carer.id} studentId={student.id} carer={carer} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('student.enrolments')}>
        <ul className={styles.list}>
          {student.enrolments.map((enrolment) => (
            <li key={`${enrolment.class_name}${enrolment.began_on}`} className={styles.line}>
              <span>{[enrolment.school_name, enrolment.class_name].filter(Boolean).join(' ')}</span>
              <span className={styles.soft}>
                {enrolment.began_on} – {enrolment.ended_on ?? t('student.now')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </article>
  );
}

function genderWord(gender: number | null, t: ReturnType<typeof useWords>['t']): string | null {
  if (gender === 1) return t('student.boy');
  if (gender === 2) return t('student.girl');
  return null;
}

interface CarerLineProps {
  readonly studentId: string;
  readonly carer: StudentCarer;
}

function CarerLine({ studentId, carer }: CarerLineProps) {
  const { t } = useWords();
  const may = useMay();
  const relationship = useRelationship();
  return (
    <li className={styles.line}>
      <span>
        <strong>{carer.name}</strong> {relationship(carer.relationship)}{' '}
        {carer.is_main && <Tag tone="mint">{t('student.main')}</Tag>}
      </span>
      <span className={styles.right}>
        <span className={styles.soft}>{carer.masked_phone ?? t('student.noPhone')}</span>
        {may('points.read') && (
          <Link to="/points/$personId" params={{ personId: carer.id }}>
            {t('student.points')}
          </Link>
        )}
        {may('reliefs.ask') && <AskRelief studentId={studentId} carer={carer} />}
      </span>
    </li>
  );
}
