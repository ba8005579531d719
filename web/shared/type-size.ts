/** Large-type mode: for elders, remembered on this device, marked on <html> for the style sheets. */
export type TypeSize = 'normal' | 'large';

/** How large, in large-type mode: body type of 24, 27 or 30 px. */
export const largeSteps = ['large', 'larger', 'largest'] as const;
export type LargeStep = (typeof largeSteps)[number];

const REMEMBERED_AS = 'gongyu.type';
const listeners = new Set<() => void>();

/**
 * Call before the first render, so that nobody sees small type first. `?type=large`, `larger` or `largest` gives a
 * link to it.
 */
export function startTypeSize(): void {
  const asked = new URLSearchParams(location.search).get('type');
  if (asked === 'normal' || isLargeStep(asked)) remember(asked);
  mark(localStorage.getItem(REMEMBERED_AS));
}

export function chooseTypeSize(size: 'normal' | LargeStep): void {
  remember(size);
  mark(size);
  for (const listener of listeners) listener();
}

/** Undefined outside of large-type mode. */
export function largeStepNow(): LargeStep | undefined {
  const { type, step } = document.documentElement.dataset;
  if (type !== 'large') return undefined;
  return isLargeStep(step) ? step : 'large';
}

export function listenToTypeSize(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function remember(size: string): void {
  localStorage.setItem(REMEMBERED_AS, size);
}

function mark(size: string | null): void {
  const { dataset } = document.documentElement;
  delete dataset.type;
  delete dataset.step;
  if (!isLargeStep(size)) return;
  dataset.type = 'large';
  dataset.step = size;
}

function isLargeStep(size: string | null | undefined): size is LargeStep {
  return (largeSteps as readonly (string | null | undefined)[]).includes(size);
}
