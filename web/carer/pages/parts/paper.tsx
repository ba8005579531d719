import type { ReactNode } from 'react';
import { Card } from '../../../shared/components/card.tsx';

/** A card under a heading of its own: paper without a title. */
export function Paper({ children }: { readonly children: ReactNode }) {
  return <Card>{children}</Card>;
}
