import { useEffect } from 'react';
import { buttonLook } from '../../shared/components/button.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { FamilyIcon, OnwardIcon } from '../../shared/icons.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { Link } from '../links.ts';
import type { LinkRequest } from '../queries/answers.ts';
import { useLinkRequests, useSeeDecisions } from '../queries/family.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import list from './parts/list.module.css';
import { Section } from './parts/section.tsx';
import { Tag, Tags } from './parts/tag.tsx';

export function Page() {
  const { t } = useWords();
  const { children } = useSignedIn();
  return (
    <>
      <PageHead title={t('family.title')} back="/me" />
      {children.length > 0 ? (
        <Children />
      ) : (
        <EmptyState title={t('family.none')} text={t('family.noneText')} />
      )}
      <Link
        to="/family/link"
        className={buttonLook({ kind: children.length ? 'quiet' : 'main', wide: true })}
      >
        {t('family.link')}
      </Link>
      <Requests />
    </>
  );
}

function Children() {
  const { children } = useSignedIn();
  return (
    <ul className={list.list}>
      {children.map(({ id, name, school_name, class_name }) => (
        <li key={id}>
          <Link to="/family/$studentId" params={{ studentId: id }} className={list.row ?? ''}>
            <FamilyIcon />
            <span className={list.words}>
              <span className={list.title}>{name}</span>
              <span className={list.soft}>
                {school_name} {class_name}
              </span>
            </span>
            <OnwardIcon size={1.1} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

const tones = { waiting: 'amber', confirmed: 'mint', declined: 'brick' } as const;

/** What I asked for, and how far it is. Nothing when I asked for nothing. */
function Requests() {
  const { t } = useWords();
  const requests: readonly LinkRequest[] = useLinkRequests().data?.items ?? [];
  const { mutate: see } = useSeeDecisions();
  const hasNews = requests.some(({ is_new }) => is_new);
  useEffect(() => {
    if (hasNews) see();
  }, [hasNews, see]);
  if (requests.length === 0) return null;
  return (
    <Section title={t('family.requests')}>
      <ul className={list.list}>
        {requests.map(({ id, child_name, school_name, class_hint, state, reason }) => (
          <li key={id} className={list.row}>
            <span className={list.words}>
              <span className={list.title}>{child_name}</span>
              <span className={list.soft}>
                {school_name} {class_hint}
              </span>
              <Tags>
                <Tag tone={tones[state]}>{t(`link.${state}`)}</Tag>
              </Tags>
              {reason && <span>{t('link.reason', { reason })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
