import { TreeSelect } from 'antd';
import { useOrganisationBranches } from '../../queries/organisations.ts';
import { useNamedPopup } from './named-popup.tsx';

interface OrganisationsChoiceProps {
  readonly value?: readonly string[];
  readonly onChange?: (ids: readonly string[]) => void;
  readonly label: string;
  /** Given by a form's label. */
  readonly id?: string;
}

/** Several places of the tree. Filled in by antd's `Form.Item`. */
export function OrganisationsChoice({ id, value = [], onChange, label }: OrganisationsChoiceProps) {
  const { branches, unfold, expanded, setExpanded } = useOrganisationBranches(value[0] ?? '');
  const popup = useNamedPopup(id);
  return (
    <TreeSelect
      {...popup}
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
