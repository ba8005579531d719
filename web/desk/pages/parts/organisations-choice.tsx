import { TreeSelect } from 'antd';
import { useOrganisationBranches } from '../../queries/organisations.ts';

interface OrganisationsChoiceProps {
  readonly value?: readonly string[];
  readonly onChange?: (ids: readonly string[]) => void;
  readonly label: string;
}

/** Several places of the tree. Filled in by antd's `Form.Item`. */
export function OrganisationsChoice({ value = [], onChange, label }: OrganisationsChoiceProps) {
  const { branches, unfold, expanded, setExpanded } = useOrganisationBranches(value[0] ?? '');
  return (
    <TreeSelect
      treeDataSimpleMode
      getPopupContainer={(field) => field.parentElement ?? document.body}
      multiple
      allowClear
      showSearch={{ treeNodeFilterProp: 'title' }}
      aria-label={label}
      popupMatchSelectWidth={false}
      treeData={branches}
      treeExpandedKeys={expanded}
      onTreeExpand={(keys) => setExpanded(keys.map(String))}
      loadData={({ id }) => unfold(String(id))}
      value={[...value]}
      onChange={(next: string[]) => onChange?.(next)}
    />
  );
}
