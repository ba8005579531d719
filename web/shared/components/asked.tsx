import type { ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';
import { Skeleton } from './loading.tsx';

interface Question<Answer> {
  readonly data: Answer | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface AskedProps<Answer> {
  readonly question: Question<Answer>;
  /** Lines of the skeleton: about as high as what will stand there. */
  readonly lines?: number;
  readonly children: (answer: Answer) => ReactNode;
}

/** What a question gives: grey lines, then the answer, or what went wrong with a way to ask again. */
export function Asked<Answer>({ question, lines = 5, children }: AskedProps<Answer>) {
  const { data, error, refetch } = question;
  if (data !== undefined) return children(data);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return <Skeleton lines={lines} />;
}
