import { useSyncExternalStore } from 'react';

/** Large-type mode: for elders, remembered on this device, marked on <html> for the style sheets. */
export type TypeSize = 'normal' | 'large';

const REMEMBERED_AS = 'gongyu.type';
const listeners = new Set<() => void>();

/** Call before the first render, so that nobody sees small type first. `?type=large` gives a link to it. */
export function startTypeSize(): void {
  const asked = new URLSearchParams(location.search).get('type');
  if (asked === 'large' || asked === 'normal') chooseTypeSize(asked);
  else mark(localStorage.getItem(REMEMBERED_AS) === 'large' ? 'large' : 'normal');
}

export function chooseTypeSize(size: TypeSize): void {
  localStorage.setItem(REMEMBERED_AS, size);
  mark(size);
  for (const listener of listeners) listener();
}

export function useTypeSize(): TypeSize {
  return useSyncExternalStore(listen, currentTypeSize);
}

function currentTypeSize(): TypeSize {
  return document.documentElement.dataset.type === 'large' ? 'large' : 'normal';
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function mark(size: TypeSize): void {
  if (size === 'large') document.documentElement.dataset.type = 'large';
  else delete document.documentElement.dataset.type;
}
