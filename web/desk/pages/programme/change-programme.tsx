import { App, Button, Form } from 'antd';
import type { ProgrammeChange, ProgrammeDetail } from '../../../shared/api-types.gen.ts';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useSharedWords } from '../../../shared/words/words.ts';
import { useGo } from '../../links.ts';
import { useChangeProgramme, useGiveUpProgramme } from '../../queries/programmes.ts';
import { useWords } from '../../words/words.ts';
import { useProblemBox } from '../parts/problem-box.ts';
import { ProgrammeFields } from './programme-fields.tsx';

interface ChangeProgrammeProps {
  readonly programme: ProgrammeDetail;
  readonly onDone: () => void;
}

/** Another name or summary; and, below, the way to give the programme up. */
export function ChangeProgramme({ programme, onDone }: ChangeProgrammeProps) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const say = useToast();
  const change = useChangeProgramme(programme.id);
  const { name, summary, version } = programme;
  const send = async (filled: ProgrammeChange) => {
    await change.mutateAsync({ ...filled, version });
    say(t('programmes.changed'));
    onDone();
  };
  return (
    <Form<ProgrammeChange>
      layout="vertical"
      requiredMark="optional"
      initialValues={{ name, summary }}
      onFinish={(filled) => void send(filled).catch(() => {})}
    >
      <ProgrammeFields />
      <ProblemLine error={change.error} />
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {shared('do.save')}
      </Button>
      <GiveUp programme={programme} />
    </Form>
  );
}

function GiveUp({ programme: { id, name } }: { readonly programme: ProgrammeDetail }) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const { modal } = App.useApp();
  const say = useToast();
  const go = useGo();
  const giveUp = useGiveUpProgramme(id);
  const showProblem = useProblemBox();
  const leave = async () => {
    await giveUp.mutateAsync();
    say(t('programmes.gone'));
    await go({ to: '/programmes' });
  };
  const ask = () =>
    modal.confirm({
      title: t('programmes.giveUpTitle', { name }),
      content: t('programmes.giveUpText'),
      okText: t('programmes.giveUp'),
      okButtonProps: { danger: true },
      cancelText: shared('do.cancel'),
      icon: null,
      onOk: () => leave().catch(showProblem),
    });
  return (
    <Button type="text" danger onClick={ask}>
      {t('programmes.giveUp')}
    </Button>
  );
}
