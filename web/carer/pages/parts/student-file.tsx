import { Asked } from '../../../shared/components/asked.tsx';
import { formatDay, formatInstant, formatPhone } from '../../../shared/format.ts';
import { useSignedIn } from '../../../shared/queries/me.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useStudent, useStudentReads } from '../../queries/family.ts';
import { useWords } from '../../words/words.ts';
import list from './list.module.css';
import { Paper } from './paper.tsx';
import { useRelationship } from './relationship.ts';
import { useSay } from './say.ts';
import { Section } from './section.tsx';

type Student = NonNullable<ReturnType<typeof useStudent>['data']>;

/** Whose words it speaks: a carer's about the child, or the student's own. */
type Voice = 'family' | 'ownFile';

interface StudentFileProps {
  readonly studentId: string;
  readonly voice: Voice;
}

/** What the school keeps of a child: who cares, which classes, and who looked at the file. */
export function StudentFile({ studentId, voice }: StudentFileProps) {
  const student = useStudent(studentId);
  return (
    <Asked question={student} lines={6}>
      {(answer) => (
        <>
          <Carers student={answer} voice={voice} />
          <Classes student={answer} voice={voice} />
          <Reads studentId={studentId} voice={voice} />
        </>
      )}
    </Asked>
  );
}

interface PartProps {
  readonly student: Student;
  readonly voice: Voice;
}

function Carers({ student, voice }: PartProps) {
  const { t } = useWords();
  const { person } = useSignedIn();
  const relationshipOf = useRelationship();
  return (
    <Section title={t(`${voice}.carers`)}>
      <ul className={list.list}>
        {student.carers.map(({ id, name, relationship, is_main, masked_phone }) => (
          <li key={id} className={list.row}>
            <span className={list.words}>
              <span className={list.title}>
                {id === person.id ? `${name}（${t('family.me')}）` : name}
              </span>
              <span className={list.soft}>
                {[
                  relationshipOf(relationship),
                  is_main && t('family.main'),
                  masked_phone && formatPhone(masked_phone),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Classes({ student, voice }: PartProps) {
  const { t } = useWords();
  const language = useLanguage();
  if (student.enrolments.length === 0) return null;
  return (
    <Section title={t(`${voice}.classes`)}>
      <ul className={list.list}>
        {student.enrolments.map(({ class_name, school_name, began_on, ended_on }) => (
          <li key={`${class_name} ${began_on}`} className={list.row}>
            <span className={list.words}>
              <span>
                {school_name} {class_name}
              </span>
              <span className={list.soft}>
                {formatDay(began_on, language)} –{' '}
                {ended_on ? formatDay(ended_on, language) : t('family.now')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const readWords: Readonly<
  Record<string, 'readPage' | 'readPoints' | 'readCertificates' | 'readVerification' | 'readPhone'>
> = {
  directory: 'readPage',
  points: 'readPoints',
  certificates: 'readCertificates',
  verification: 'readVerification',
  phone: 'readPhone',
};

function Reads({ studentId, voice }: StudentFileProps) {
  const { t } = useWords();
  const language = useLanguage();
  const say = useSay();
  const reads = useStudentReads(studentId);
  return (
    <Section title={t(`${voice}.reads`)}>
      <p className={list.soft}>{t(`${voice}.readsText`)}</p>
      <Asked question={reads} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Paper>
              <p>{t('family.readsNone')}</p>
            </Paper>
          ) : (
            <ul className={list.list}>
              {items.map(({ reader_name, role_name, what, at }) => (
                <li key={`${at} ${reader_name} ${what}`} className={list.row}>
                  <span className={list.words}>
                    <span>
                      {reader_name} · {say(role_name)}
                    </span>
                    <span className={list.soft}>
                      {t(`${voice}.${readWords[what] ?? 'readOther'}`)} ·{' '}
                      {formatInstant(at, language)}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Section>
  );
}
