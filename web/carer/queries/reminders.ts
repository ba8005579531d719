import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Body } from '../../shared/api.ts';

const KEY = ['reminders'];

/** How I want to be told, and by what I can be. */
export function useReminders() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api('GET /api/v1/me/reminders', { signal }),
  });
}

export type Wishes = Body<'PUT /api/v1/me/reminders'>;

export function useChangeReminders() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Wishes) => api('PUT /api/v1/me/reminders', { body }),
    onSuccess: (answer) => client.setQueryData(KEY, answer),
  });
}

export function useRemoveAddress() {
  const ask = useAskAgain();
  return useMutation({
    mutationFn: (id: string) => api('DELETE /api/v1/me/addresses/{id}', { params: { id } }),
    onSuccess: ask,
  });
}

/** Has this browser show notices: asks the person, then the browser's push service, then tells the server. */
export function useSubscribeBrowser() {
  const ask = useAskAgain();
  return useMutation({
    mutationFn: async (pushKey: string) => {
      if ((await Notification.requestPermission()) !== 'granted') return 'refused' as const;
      const { pushManager } = await navigator.serviceWorker.ready;
      const subscription = await pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: pushKey,
      });
      const { endpoint, keys } = subscription.toJSON();
      const { p256dh = '', auth = '' } = keys ?? {};
      const body = { endpoint: endpoint ?? '', keys: { p256dh, auth } };
      await api('POST /api/v1/me/push-subscriptions', { body });
      return 'done' as const;
    },
    onSuccess: ask,
  });
}

/** Whether this browser could: not on plain http, not in WeChat's own browser, on an iPhone only once installed. */
export function canBrowserPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

export function useAskForMail() {
  return useMutation({
    mutationFn: (address: string) => api('POST /api/v1/me/mail-address', { body: { address } }),
  });
}

export function useConfirmMail() {
  const ask = useAskAgain();
  return useMutation({
    mutationFn: (code: string) => api('POST /api/v1/me/mail-address/code', { body: { code } }),
    onSuccess: ask,
  });
}

function useAskAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: KEY });
}
