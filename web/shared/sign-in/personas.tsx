import { asProblem } from '../api-problem.ts';
import { OnwardIcon } from '../icons.tsx';
import { usePersonaSignIn, usePersonas } from '../queries/sign-in.ts';
import { useLanguage, useSharedWords } from '../words/words.ts';
import styles from './sign-in.module.css';

/** The demo's people, when the server has some. */
export function Personas() {
  const { t } = useSharedWords();
  const language = useLanguage();
  const personas = usePersonas().data ?? [];
  const signIn = usePersonaSignIn();
  if (personas.length === 0) return null;
  return (
    <section className={styles.personas}>
      <h2 className={styles.subtitle}>{t('signIn.demoTitle')}</h2>
      <p className={styles.lead}>{t('signIn.demoLead')}</p>
      <ul className={styles.list}>
        {personas.map(({ persona, name, title_zh, title_en, home }) => (
          <li key={persona}>
            <button
              type="button"
              className={styles.persona}
              aria-busy={signIn.variables?.persona === persona && signIn.isPending}
              onClick={() => signIn.mutate({ persona, home })}
            >
              <span className={styles.initial} aria-hidden="true">
                {name.slice(0, 1)}
              </span>
              <span className={styles.names}>
                <span className={styles.name}>{name}</span>
                <span className={styles.role}>{language === 'en' ? title_en : title_zh}</span>
              </span>
              <OnwardIcon size={1.1} />
            </button>
          </li>
        ))}
      </ul>
      {signIn.error && (
        <p role="alert" className={styles.problem}>
          {asProblem(signIn.error).title}
        </p>
      )}
    </section>
  );
}
