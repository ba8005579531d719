import { QueryClientProvider } from '@tanstack/react-query';
import { type AnyRouter, RouterProvider } from '@tanstack/react-router';
import { type ComponentType, type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ToastRoom } from './components/toast.tsx';
import './ground.css';
import { createQueryClient } from './queries/query-client.ts';
import { startTypeSize } from './type-size.ts';
import { type AppWords, startWords } from './words/start-words.ts';

interface AppParts {
  readonly words: AppWords;
  readonly router: AnyRouter;
  /** What one app alone puts around its pages: antd's theme. */
  readonly around?: ComponentType<{ readonly children: ReactNode }>;
}

/** Opens an app in `#root`: type size and language first, so that nothing jumps. */
export async function startApp({ words, router, around: Around = Bare }: AppParts): Promise<void> {
  startTypeSize();
  await startWords(words);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root.');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <Around>
          <ToastRoom>
            <RouterProvider router={router} />
          </ToastRoom>
        </Around>
      </QueryClientProvider>
    </StrictMode>,
  );
}

function Bare({ children }: { readonly children: ReactNode }) {
  return children;
}
