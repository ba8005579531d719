import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type AnyRouter, RouterProvider } from '@tanstack/react-router';
import { type ComponentType, type ReactNode, StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { ToastRoom } from './components/toast.tsx';
import './ground.css';
import { createQueryClient } from './queries/query-client.ts';
import { startTypeSize } from './type-size.ts';
import { type AppWords, startWords } from './words/start-words.ts';

interface AppParts {
  readonly words: AppWords;
  readonly router: AnyRouter;
  /** What is waited for, so that the first screen comes whole; until then stays what the page itself shows. */
  readonly ready?: (client: QueryClient) => Promise<unknown>;
  /** What one app alone puts around its pages: antd's theme. */
  readonly around?: ComponentType<{ readonly children: ReactNode }>;
}

/** Opens an app in `#root`: type size and language first, so that nothing jumps. */
export async function startApp(parts: AppParts): Promise<void> {
  const { words, router, ready, around: Around = Bare } = parts;
  const client = createQueryClient();
  startTypeSize();
  await startWords(words);
  await ready?.(client);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root.');
  const app = (
    <StrictMode>
      <QueryClientProvider client={client}>
        <Around>
          <ToastRoom>
            <RouterProvider router={router} />
          </ToastRoom>
        </Around>
      </QueryClientProvider>
    </StrictMode>
  );
  // Drawn in small pieces of time, between which a finger is noticed.
  startTransition(() => createRoot(root).render(app));
}

function Bare({ children }: { readonly children: ReactNode }) {
  return children;
}
