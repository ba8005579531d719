/**
 * A PostgreSQL array of values that need no quoting (numbers, ids, days, instants, words of a closed list), as text
 * for a parameter. `pg` looks for quotes in each element, which for thousands of them costs more than the
 * statement's parsing.
 */
export function plainArray(values: readonly (string | number | Date | null)[]): string {
  return `{${values.map(plain).join(',')}}`;
}

function plain(value: string | number | Date | null): string | number {
  if (value === null) return 'null';
  return value instanceof Date ? value.toISOString() : value;
}
