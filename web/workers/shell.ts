/** The app itself on the phone: its page and its files, as they were built together. */

declare const self: ServiceWorkerGlobalScope;

/** Written in by the build: `build/service-workers.ts`. */
declare const SHELL: {
  readonly name: string;
  readonly version: string;
  /** The address that gives the app's page. */
  readonly page: string;
  readonly files: readonly string[];
};

const { name: app, version, page: pageAddress, files } = SHELL;
const prefix = `gongyu-${app}-shell-`;
const cacheName = `${prefix}${version}`;

/** All or nothing: a version that did not arrive whole is not installed. */
export async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(files);
  await cache.add(new Request(pageAddress, { cache: 'reload' }));
}

export async function dropOldShells(): Promise<void> {
  const names = await shells();
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
}

/** A newer version that waits begins at the next page that is opened; no page is loaded again under the reader. */
export function takeOver(): void {
  self.registration.waiting?.postMessage('take over');
}

/** Every address of the app is the same page: the newest that arrived whole. */
export async function answerPage(request: Request): Promise<Response> {
  const newest = self.registration.waiting ? (await shells()).at(-1) : cacheName;
  const page = newest && (await (await caches.open(newest)).match(pageAddress));
  return page || fetch(request);
}

/** Names carry a hash of what is in them, so that any version's file is the right one. */
export async function answerFile(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

async function shells(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}
