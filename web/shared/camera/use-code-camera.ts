import { type RefObject, useEffect, useRef, useState } from 'react';
import { watchCodes } from './watch-codes.ts';

interface CodeCamera {
  /** For the `<video>` that shows what the camera sees. */
  readonly video: RefObject<HTMLVideoElement | null>;
  /** False when the device has none, or will not give it. */
  readonly hasCamera: boolean;
}

/** The camera at the back of the device, for as long as the page shows it; `onText` gets each code it reads. */
export function useCodeCamera(onText: (text: string) => void): CodeCamera {
  const video = useRef<HTMLVideoElement>(null);
  const listener = useRef(onText);
  listener.current = onText;
  const [hasCamera, setHasCamera] = useState(true);
  useEffect(() => {
    if (!video.current) return;
    return watchCodes(video.current, {
      onText: (text) => listener.current(text),
      onNoCamera: () => setHasCamera(false),
    });
  }, []);
  return { video, hasCamera };
}
