import { useState } from 'react';
import { Button } from '../../shared/components/button.tsx';
import { PasswordSignIn } from '../../shared/sign-in/password-sign-in.tsx';
import { PhoneSignIn } from '../../shared/sign-in/phone-sign-in.tsx';
import { useWords } from '../words/words.ts';

/** Staff sign in with a password; the first time, or when it is forgotten, their phone proves who they are. */
export function DeskSignIn() {
  const { t } = useWords();
  const [byPhone, setByPhone] = useState(false);
  const other = (
    <Button kind="plain" wide onClick={() => setByPhone(!byPhone)}>
      {t(byPhone ? 'proof.withPassword' : 'proof.firstTime')}
    </Button>
  );
  return byPhone ? <PhoneSignIn beside={other} /> : <PasswordSignIn beside={other} />;
}
