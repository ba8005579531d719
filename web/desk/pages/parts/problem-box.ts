import { App } from 'antd';
import { asProblem } from '../../../shared/api-problem.ts';

/** `action.catch(useProblemBox())`: what happened and what to do, in a box of its own. */
export function useProblemBox(): (error: unknown) => void {
  const { modal } = App.useApp();
  return (error) => {
    const { title, detail, remedy } = asProblem(error);
    modal.warning({ title, content: [detail, remedy].filter(Boolean).join(' ') });
  };
}
