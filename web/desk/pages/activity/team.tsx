import { Button } from 'antd';
import type { Team as TeamShown } from '../../../shared/api-types.gen.ts';
import { Asked } from '../../../shared/components/asked.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import type { ActivityDetail } from '../../queries/shapes.ts';
import { useNameLead, useTeam } from '../../queries/team.ts';
import { useWords } from '../../words/words.ts';
import { useProblemBox } from '../parts/problem-box.ts';
import { Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import styles from './who-helps.module.css';

type Member = NonNullable<TeamShown['members']>[number];

/** The volunteers of a shift, one of whom leads and another one while the lead is away. */
export function Team({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const team = useTeam(activity.activity_id);
  const mayName = activity.desk?.actions.includes('name-helpers') ?? false;
  return (
    <Section title={t('team.title')}>
      <Asked question={team} lines={2}>
        {({ lead, members }) =>
          members === null || members.length === 0 ? (
            <p className={styles.soft}>{t('team.nobody')}</p>
          ) : (
            <div className={styles.form}>
              {lead === null && mayName && <p className={styles.soft}>{t('team.noLeadText')}</p>}
              <ul className={styles.list}>
                {members.map((member) => (
                  <li key={member.person_id} className={styles.row}>
                    <span>
                      <strong>{member.name}</strong>{' '}
                      {member.is_lead && <Tag tone="mint">{t('team.lead')}</Tag>}
                      {member.is_deputy && <Tag tone="mint">{t('team.deputy')}</Tag>}{' '}
                      {member.has_entered && <Tag>{t('team.here')}</Tag>}
                    </span>
                    {mayName && (
                      <span className={styles.ways}>
                        <Naming activityId={activity.activity_id} member={member} post="lead" />
                        {!member.is_lead && lead !== null && (
                          <Naming activityId={activity.activity_id} member={member} post="deputy" />
                        )}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          )
        }
      </Asked>
    </Section>
  );
}

interface NamingProps {
  readonly activityId: string;
  readonly member: Member;
  readonly post: 'lead' | 'deputy';
}

function Naming({ activityId, member, post }: NamingProps) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const showProblem = useProblemBox();
  const nameLead = useNameLead(activityId);
  const { name, person_id: person } = member;
  const has = post === 'lead' ? member.is_lead : member.is_deputy;
  return (
    <Button
      type="link"
      loading={nameLead.isPending}
      aria-label={t(`team.as.${post}.${has ? 'takeBackWho' : 'nameWho'}`, { name })}
      onClick={() =>
        sayWhenDone(
          nameLead.mutateAsync({ post, personId: has ? null : person }, { onError: showProblem }),
          has ? t('team.takenBack') : t(`team.as.${post}.named`, { name }),
        )
      }
    >
      {t(`team.as.${post}.${has ? 'takeBack' : 'name'}`)}
    </Button>
  );
}
