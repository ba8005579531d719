import { TreeSelect } from 'antd';
import { useOrganisationBranches } from '../../queries/organisations.ts';
import { useWords } from '../../words/words.ts';
import { useNamedPopup } from './named-popup.tsx';

interface OrganisationChoiceProps {
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly label: string;
  /** Given by a form's label. */
  readonly id?: string;
}

const WIDTH_PIXELS = 240;

/** A place of the tree; what lies below a place is read when it is unfolded. */
export function OrganisationChoice({ id, value, onChange, label }: OrganisationChoiceProps) {
  const { t } = useWords();
  const { branches, unfold, expanded, setExpanded } = useOrganisationBranches(value);
  const popup = useNamedPopup(id);
  return (
    <TreeSelect
      {...popup}
      treeDataSimpleMode
      getPopupContainer={(field) => field.parentElement ?? document.body}
      allowClear
      showSearch={{ treeNodeFilterProp: 'title' }}
      aria-label={label}
      placeholder={t('organisations.every')}
      style={{ minWidth: WIDTH_PIXELS }}
      popupMatchSelectWidth={false}
      treeData={branches}
      treeExpandedKeys={expanded}
      onTreeExpand={(keys) => setExpanded(keys.map(String))}
      loadData={({ id }) => unfold(String(id))}
      {...(value && { value })}
      onChange={(next: string | undefined) => onChange(next ?? '')}
    />
  );
}
