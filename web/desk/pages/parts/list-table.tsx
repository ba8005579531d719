import { Button, Table, type TableColumnsType } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { ErrorState } from '../../../shared/components/error-state.tsx';
import { Skeleton } from '../../../shared/components/loading.tsx';
import { useWords } from '../../words/words.ts';
import styles from './list-table.module.css';

/** As `useInfiniteQuery` gives it, for answers of `items` and `next`. */
interface PagedQuestion<Row> {
  readonly data: { readonly pages: readonly { readonly items: readonly Row[] }[] } | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** A column by which the list may run has the server's word for it in `sortBy`. */
export type ListColumn<Row> = TableColumnsType<Row>[number] & { readonly sortBy?: string };

interface Sorted {
  /** How the list runs: `name` up, `-name` down. */
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
}

interface ListTableProps<Row> extends Sorted {
  readonly question: PagedQuestion<Row>;
  readonly columns: readonly ListColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  /** What the table lists, for who cannot see it. */
  readonly label: string;
  /** Instead of a table without rows: what to do first. */
  readonly empty: ReactNode;
}

/** A list of the desk: rows page by page, each page when it is asked for. */
export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const { question, empty, ...table } = props;
  const { t } = useWords();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = question;
  if (!data) {
    if (error) return <ErrorState error={error} retry={() => void refetch()} />;
    return <Skeleton lines={8} />;
  }
  const rows = data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return empty;
  return (
    <>
      <RowsTable rows={rows} {...table} />
      <div className={styles.foot}>
        <p role="status">{t(hasNextPage ? 'list.shown' : 'list.all', { count: rows.length })}</p>
        {hasNextPage && (
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
      </div>
    </>
  );
}

interface RowsTableProps<Row> extends Sorted {
  readonly rows: readonly Row[];
  readonly columns: readonly ListColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly label: string;
}

/** A table of rows that are all here. */
export function RowsTable<Row extends object>(props: RowsTableProps<Row>) {
  const { rows, columns, rowKey, label, sort, onSort } = props;
  const paper = useReachableScroll(label);
  return (
    <div className={styles.paper} ref={paper}>
      <Table<Row>
        dataSource={rows}
        columns={columns.map((column) => sortable(column, sort))}
        onChange={(_pages, _filters, sorter) => {
          if (!Array.isArray(sorter) && sorter.order) {
            onSort?.(`${sorter.order === 'descend' ? '-' : ''}${sorter.columnKey}`);
          }
        }}
        rowKey={rowKey}
        pagination={false}
        size="middle"
        aria-label={label}
        scroll={{ x: 'max-content' }}
      />
    </div>
  );
}

function sortable<Row>({ sortBy, ...column }: ListColumn<Row>, sort: string | undefined) {
  if (sortBy === undefined || sort === undefined) return column;
  const ways = { [sortBy]: 'ascend', [`-${sortBy}`]: 'descend' } as const;
  return {
    ...column,
    key: sortBy,
    sorter: true,
    sortOrder: ways[sort] ?? null,
    // Up and down in turn: a list always runs by something.
    sortDirections: ['ascend' as const, 'descend' as const, 'ascend' as const],
  };
}

/** A table wider than its paper is scrolled by keys too; antd's own scroller cannot be reached by them. */
function useReachableScroll(label: string) {
  const paper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scroller = paper.current?.querySelector('.ant-table-content');
    if (!scroller) return;
    const watch = new ResizeObserver(() => {
      const wide = scroller.scrollWidth > scroller.clientWidth;
      for (const [name, value] of [
        ['tabindex', '0'],
        ['role', 'region'],
        ['aria-label', label],
      ] as const) {
        if (wide) scroller.setAttribute(name, value);
        else scroller.removeAttribute(name);
      }
    });
    watch.observe(scroller);
    return () => watch.disconnect();
  }, [label]);
  return paper;
}

interface OpenerProps {
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** The name in a row that opens its sheet. */
export function Opener({ onOpen, children }: OpenerProps) {
  return (
    <button type="button" className={styles.opener} onClick={onOpen}>
      {children}
    </button>
  );
}
