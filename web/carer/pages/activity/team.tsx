import type { Team as TeamShown } from '../../../shared/api-types.gen.ts';
import { useTeam } from '../../queries/team.ts';
import { useWords } from '../../words/words.ts';
import { Paper } from '../parts/paper.tsx';
import { Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import styles from './activity.module.css';

/** Whom I serve with: who leads them; to the lead and the deputy the names, and who is there. */
export function Team({ activityId }: { readonly activityId: string }) {
  const { t } = useWords();
  const team = useTeam(activityId).data;
  if (!team) return null;
  const { lead, is_led_by_me: isMine, deputy, is_deputised_by_me: isDeputy, members } = team;
  return (
    <Section title={t('team.title')}>
      <Paper>
        <div className={styles.talked}>
          {isMine && <h3>{t('team.iLead')}</h3>}
          {isDeputy && <h3>{t('team.iDeputise')}</h3>}
          {!isMine && <p>{lead ? t('team.leadIs', { name: lead }) : t('team.noLead')}</p>}
          {!isDeputy && deputy && <p>{t('team.deputyIs', { name: deputy })}</p>}
          {members && <Members members={members} />}
        </div>
      </Paper>
    </Section>
  );
}

function Members({ members }: { readonly members: NonNullable<TeamShown['members']> }) {
  const { t } = useWords();
  // Two of a team may bear the same name, and the lead is told no more of them.
  const keyed = members.map((member, index) => {
    const before = members.slice(0, index).filter(({ name }) => name === member.name).length;
    return { ...member, key: `${member.name} ${before}` };
  });
  return (
    <>
      <ul className={styles.talked}>
        {keyed.map(({ key, name, has_entered: isHere }) => (
          <li key={key}>
            <span>{name}</span>
            {isHere ? <Tag tone="mint">{t('team.here')}</Tag> : <Tag>{t('team.notHere')}</Tag>}
          </li>
        ))}
      </ul>
      <p className={styles.childClass}>{t('team.iLeadText')}</p>
    </>
  );
}
