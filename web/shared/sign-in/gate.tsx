import type { ComponentType, ReactNode } from 'react';
import { ErrorState } from '../components/error-state.tsx';
import { Skeleton } from '../components/loading.tsx';
import { useMe } from '../queries/me.ts';

interface GateProps {
  readonly signIn: ComponentType;
  readonly children: ReactNode;
}

/** Shows the sign-in screen in place until somebody is signed in; the address stays as it is. */
export function Gate({ signIn: SignIn, children }: GateProps) {
  const { data: me, error, isPending, refetch } = useMe();
  if (isPending) return <Skeleton lines={4} />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return me ? children : <SignIn />;
}
