import { useEffect, useState } from 'react';
import type { MyCode } from '../../../shared/api-types.gen.ts';
import { codeOfNow } from '../../../shared/pass/code-of-now.ts';
import { serverNow } from '../../../shared/server-clock.ts';

/** A little after each step has begun; a phone that slept looks at once when it wakes. */
const LOOK_EVERY_MILLISECONDS = 5_000;

/**
 * The code of this minute, made here from the pass. On plain http, where the browser has no hashes, it is the one
 * that the server made.
 */
export function useCodeOfNow(pass: MyCode): string {
  const [code, setCode] = useState(pass.pass);
  useEffect(() => {
    let wanted = true;
    const look = async () => {
      const next = 'subtle' in crypto ? await codeOfNow(pass, serverNow()) : pass.pass;
      if (wanted) setCode(next);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MILLISECONDS);
    document.addEventListener('visibilitychange', look);
    return () => {
      wanted = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [pass]);
  return code;
}
