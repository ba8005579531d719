import { type FormEvent, useId, useState } from 'react';
import { Asked } from '../../shared/components/asked.tsx';
import { Button } from '../../shared/components/button.tsx';
import { Card } from '../../shared/components/card.tsx';
import { Field } from '../../shared/components/field.tsx';
import { useToast } from '../../shared/components/toast.tsx';
import { ProblemLine } from '../../shared/sign-in/problem-line.tsx';
import { useGo } from '../links.ts';
import type { School } from '../queries/answers.ts';
import { useAskForLink, useSchools } from '../queries/family.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { Choice } from './parts/choice.tsx';
import { relationships, useRelationship } from './parts/relationship.ts';

export function Page() {
  const { t } = useWords();
  const schools = useSchools();
  return (
    <>
      <PageHead title={t('link.title')} back="/family" />
      <p>{t('link.lead')}</p>
      <Card>
        <Asked question={schools} lines={7}>
          {({ items }) => <LinkForm schools={items} />}
        </Asked>
      </Card>
    </>
  );
}

const nothingYet = { school: '', child: '', class: '', relationship: '52' };

function LinkForm({ schools }: { readonly schools: readonly School[] }) {
  const { t } = useWords();
  const relationshipOf = useRelationship();
  const { form, change, tried, wrong, ask, submit } = useLinkForm(schools);
  const listId = useId();
  return (
    <form onSubmit={submit} noValidate style={{ display: 'grid', gap: 'var(--space-4)' }}>
      <Field
        label={t('link.school')}
        hint={t('link.schoolHint')}
        list={listId}
        autoComplete="off"
        value={form.school}
        onChange={(event) => change({ school: event.target.value })}
        error={tried && wrong.school ? t('link.schoolWrong') : undefined}
      />
      <datalist id={listId}>
        {schools.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <Field
        label={t('link.child')}
        autoComplete="off"
        maxLength={30}
        value={form.child}
        onChange={(event) => change({ child: event.target.value })}
        error={tried && wrong.child ? t('link.childWrong') : undefined}
      />
      <Field
        label={t('link.class')}
        hint={t('link.classHint')}
        autoComplete="off"
        maxLength={30}
        value={form.class}
        onChange={(event) => change({ class: event.target.value })}
        error={tried && wrong.class ? t('link.classWrong') : undefined}
      />
      <Choice
        shape="field"
        label={t('link.relationship')}
        value={form.relationship}
        onChange={(relationship) => change({ relationship })}
        options={relationships.map((code) => ({ value: code, label: relationshipOf(code) }))}
      />
      <ProblemLine error={ask.error} />
      <Button type="submit" wide busy={ask.isPending}>
        {t('link.ask')}
      </Button>
    </form>
  );
}

function useLinkForm(schools: readonly School[]) {
  const { t } = useWords();
  const go = useGo();
  const say = useToast();
  const ask = useAskForLink();
  const [form, setForm] = useState(nothingYet);
  const [tried, setTried] = useState(false);
  const school = schools.find(({ name }) => name === form.school.trim());
  const wrong = { school: !school, child: !form.child.trim(), class: !form.class.trim() };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!school || wrong.child || wrong.class) return;
    const { child, class: class_hint, relationship } = form;
    ask.mutate(
      {
        school_id: school.id,
        child_name: child.trim(),
        class_hint: class_hint.trim(),
        relationship,
      },
      {
        onSuccess: () => {
          say(t('link.asked'));
          void go({ to: '/family' });
        },
      },
    );
  };
  const change = (part: Partial<typeof nothingYet>) => setForm((now) => ({ ...now, ...part }));
  return { form, change, tried, wrong, ask, submit };
}
