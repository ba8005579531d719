import { useSyncExternalStore } from 'react';
import { type LargeStep, largeStepNow, listenToTypeSize, type TypeSize } from './type-size.ts';

export function useTypeSize(): TypeSize {
  return useLargeStep() === undefined ? 'normal' : 'large';
}

/** Undefined outside of large-type mode. */
export function useLargeStep(): LargeStep | undefined {
  return useSyncExternalStore(listenToTypeSize, largeStepNow);
}
