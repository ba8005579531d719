import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useSharedWords } from '../../../shared/words/words.ts';

interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** The buttons of what lies open. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

const WIDTH_PIXELS = 520;

/** One thing of a list, laid open at the right while the list stays where it is. */
export function Sheet({ open, onClose, title, actions, children }: SheetProps) {
  const { t } = useSharedWords();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={title}
      size={WIDTH_PIXELS}
      closable={{ 'aria-label': t('do.close') }}
      footer={actions}
      destroyOnHidden
    >
      {children}
    </Drawer>
  );
}
