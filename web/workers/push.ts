/** Notices that arrive while the app is closed. What is shown may lie on a table: a heading, no more. */

declare const self: ServiceWorkerGlobalScope;

/** As the server encrypts it: `server/notices/channels/web-push.ts`. */
interface Arrived {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Where in the app the rest is read. */
  readonly path: string;
}

/** Shows it, and tells the server that it was: sent is not delivered. */
export async function showNotice(event: PushEvent): Promise<void> {
  const arrived = read(event.data);
  if (!arrived) return;
  const { id, title, body, path } = arrived;
  await self.registration.showNotification(title, {
    body,
    tag: id,
    icon: '/app/icons/192.png',
    data: { path },
  });
  // Who has signed out meanwhile cannot say so; then it counts as sent.
  await fetch(`/api/v1/deliveries/${id}/shown`, { method: 'POST' }).catch(() => undefined);
}

/** The app that is open already is taken there; else it opens. */
export async function openNotice(event: NotificationEvent): Promise<void> {
  event.notification.close();
  const { path } = event.notification.data as { path: string };
  const windows = await self.clients.matchAll({ type: 'window' });
  const open = windows.find(({ url }) => new URL(url).pathname.startsWith('/app'));
  if (!open) {
    await self.clients.openWindow(path);
    return;
  }
  await open.focus();
  await open.navigate(path);
}

/** Whoever signs out here wants to be told here no more; the push service tells the server. */
export async function endSubscription(): Promise<void> {
  const subscription = await self.registration.pushManager?.getSubscription();
  await subscription?.unsubscribe();
}

function read(data: PushMessageData | null): Arrived | undefined {
  try {
    const { id, title, body, path } = (data?.json() ?? {}) as Partial<Arrived>;
    return id && title && body && path?.startsWith('/app') ? { id, title, body, path } : undefined;
  } catch {
    return undefined;
  }
}
