import { Button } from 'antd';
import type { Team as TeamShown } from '../../../shared/api-types.gen.ts';
import { Asked } from '../../../shared/components/asked.tsx';
import { useToast } from '../../../shared/components/toast.tsx';
import type { ActivityDetail } from '../../queries/shapes.ts';
import { useNameLead, useTeam } from '../../queries/team.ts';
import { useWords } from '../../words/words.ts';
import { useProblemBox } from '../parts/problem-box.ts';
import { Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import styles from './who-helps.module.css';

type Member = NonNullable<TeamShown['members']>[number];

/** The volunteers of a shift, one of whom leads. */
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
                      {member.is_lead && <Tag tone="mint">{t('team.lead')}</Tag>}{' '}
                      {member.has_entered && <Tag>{t('team.here')}</Tag>}
                    </span>
                    {mayName && <Naming activityId={activity.activity_id} member={member} />}
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
}

function Naming({ activityId, member }: NamingProps) {
  const { t } = useWords();
  const say = useToast();
  const showProblem = useProblemBox();
  const nameLead = useNameLead(activityId);
  const { name, is_lead: isLead, person_id: person } = member;
  return (
    <Button
      type="link"
      loading={nameLead.isPending}
      aria-label={t(isLead ? 'team.takeBackWho' : 'team.nameWho', { name })}
      onClick={() =>
        nameLead.mutate(isLead ? null : person, {
          onSuccess: () => say(t(isLead ? 'team.takenBack' : 'team.named', { name })),
          onError: showProblem,
        })
      }
    >
      {t(isLead ? 'team.takeBack' : 'team.name')}
    </Button>
  );
}
