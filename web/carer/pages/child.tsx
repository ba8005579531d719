import { Asked } from '../../shared/components/asked.tsx';
import { formatDay, formatInstant, formatPhone } from '../../shared/format.ts';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { usePageParams } from '../links.ts';
import { useStudent, useStudentReads } from '../queries/family.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import list from './parts/list.module.css';
import { Paper } from './parts/paper.tsx';
import { useRelationship } from './parts/relationship.ts';
import { useSay } from './parts/say.ts';
import { Section } from './parts/section.tsx';

type Student = NonNullable<ReturnType<typeof useStudent>['data']>;

/** One child: who else cares, which classes, and who looked at the file. */
export function Page() {
  const { t } = useWords();
  const { studentId } = usePageParams<'/family/$studentId'>();
  const { children } = useSignedIn();
  const student = useStudent(studentId);
  const name = student.data?.name ?? children.find(({ id }) => id === studentId)?.name;
  return (
    <>
      <PageHead title={name ?? t('family.title')} back="/family" />
      <Asked question={student} lines={6}>
        {(answer) => (
          <>
            <Carers student={answer} />
            <Classes student={answer} />
            <Reads studentId={studentId} />
            <p className={list.soft}>{t('family.wrong')}</p>
          </>
        )}
      </Asked>
    </>
  );
}

function Carers({ student }: { readonly student: Student }) {
  const { t } = useWords();
  const { person } = useSignedIn();
  const relationshipOf = useRelationship();
  return (
    <Section title={t('family.carers')}>
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

function Classes({ student }: { readonly student: Student }) {
  const { t } = useWords();
  const language = useLanguage();
  if (student.enrolments.length === 0) return null;
  return (
    <Section title={t('family.classes')}>
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

const readWords: Readonly<Record<string, 'readPage' | 'readPoints' | 'readCertificates'>> = {
  directory: 'readPage',
  points: 'readPoints',
  certificates: 'readCertificates',
};

function Reads({ studentId }: { readonly studentId: string }) {
  const { t } = useWords();
  const language = useLanguage();
  const say = useSay();
  const reads = useStudentReads(studentId);
  return (
    <Section title={t('family.reads')}>
      <p className={list.soft}>{t('family.readsText')}</p>
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
                      {t(`family.${readWords[what] ?? 'readOther'}`)} ·{' '}
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
