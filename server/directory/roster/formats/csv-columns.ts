import type { ColumnSpec } from '../find-header.ts';

/** Columns of a CSV format from its headers: those that must be there, and those that may. */
export function csvColumns<const Name extends string>(
  required: Readonly<Record<string, Name>>,
  optional: Readonly<Record<string, Name>> = {},
): readonly ColumnSpec<Name>[] {
  return [
    ...Object.entries(required).map(([header, name]) => ({
      name,
      headers: [header],
      isRequired: true,
    })),
    ...Object.entries(optional).map(([header, name]) => ({ name, headers: [header] })),
  ];
}

/** The names of the columns of such a list. */
export type NameOf<Columns extends readonly ColumnSpec<string>[]> = Columns[number]['name'];
