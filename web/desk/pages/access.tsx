import type { AccessMatrix } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { useAccessMatrix } from '../queries/access.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { RowsTable } from './parts/list-table.tsx';
import { useSay } from './parts/say.ts';
import { Section } from './parts/section.tsx';
import { SheetLink } from './parts/sheet-link.tsx';
import { Tag, type Tone } from './parts/tag.tsx';
import { Terms } from './parts/terms.tsx';

type Line = AccessMatrix['capabilities'][number];

const reaches = ['own', 'family', 'post', 'school', 'district'] as const;
const tones: Readonly<Record<(typeof reaches)[number], Tone>> = {
  own: 'plain',
  family: 'plain',
  post: 'mint',
  school: 'mint',
  district: 'amber',
};

/** Who may do what, how far: a row a capability, a column a role. For reading only. */
export function Page() {
  const { t } = useWords();
  const matrix = useAccessMatrix();
  return (
    <>
      <PageHead
        title={t('access.title')}
        lead={t('access.lead')}
        actions={<SheetLink name="GET /api/v1/access-matrix/sheet" />}
      />
      <Asked question={matrix} lines={12}>
        {(answer) => <Matrix matrix={answer} />}
      </Asked>
      <Section title={t('access.reachTitle')}>
        <Terms
          rows={reaches.map((reach) => ({
            term: t(`access.reach.${reach}`),
            value: t(`access.reachText.${reach}`),
          }))}
        />
      </Section>
    </>
  );
}

function Matrix({ matrix }: { readonly matrix: AccessMatrix }) {
  const { t } = useWords();
  const say = useSay();
  return (
    <RowsTable<Line>
      label={t('access.title')}
      rows={matrix.capabilities}
      rowKey={({ id }) => id}
      columns={[
        {
          title: t('access.capability'),
          fixed: 'start',
          width: 200,
          render: (_, line) => say(line),
        },
        ...matrix.roles.map((role) => ({
          key: role.id,
          title: say(role),
          align: 'center' as const,
          render: (_: unknown, { reach }: Line) => <Reach reach={reach[role.id]} />,
        })),
      ]}
    />
  );
}

function Reach({ reach }: { readonly reach: string | undefined }) {
  const { t } = useWords();
  const known = reaches.find((one) => one === reach);
  if (!known) return <Refused />;
  return <Tag tone={tones[known]}>{t(`access.reach.${known}`)}</Tag>;
}

function Refused() {
  const { t } = useWords();
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="spoken">{t('access.none')}</span>
    </>
  );
}
