/** One thing said at the foot of the page. */
export interface Toast {
  readonly text: string;
  /** `done` by default; `problem` stays until another word comes or it is pressed away. */
  readonly kind?: 'done' | 'problem';
  /** One thing to do about it: undo. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

export type ToastEvent = { readonly said: Toast } | { readonly ended: Toast };

/**
 * There is one toast at a time: the newest. An end takes away only the toast that it belongs to, as the clock of an
 * earlier one may run out in the moment before a later one is drawn.
 */
export function oneToast(now: Toast | undefined, event: ToastEvent): Toast | undefined {
  if ('said' in event) return event.said;
  return now === event.ended ? undefined : now;
}
