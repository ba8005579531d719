import { type ReactElement, useId } from 'react';

/**
 * For a tree to choose from: its field says that it controls a list by this id, and antd gives the id to nothing.
 * Without it a screen reader is sent nowhere.
 */
export function useNamedPopup(given: string | undefined) {
  const own = useId();
  const id = given ?? own;
  return {
    id,
    popupRender: (tree: ReactElement) => <div id={`${id}_list`}>{tree}</div>,
  };
}
