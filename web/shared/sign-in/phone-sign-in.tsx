import { useState } from 'react';
import { useSignIn } from '../queries/sign-in.ts';
import { CodeStep } from './code-step.tsx';
import { PersonStep } from './person-step.tsx';
import { PhoneStep } from './phone-step.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** A carer's way in: the phone, the code, and who it is where one phone stands for several carers. */
export function PhoneSignIn() {
  const [phone, setPhone] = useState('');
  const [sent, setSent] = useState(false);
  const [code, setCode] = useState('');
  const signIn = useSignIn();
  const people = signIn.data?.people ?? [];
  return (
    <SignInPage>
      {!sent && <PhoneStep phone={phone} onPhone={setPhone} onSent={() => setSent(true)} />}
      {sent && people.length === 0 && (
        <CodeStep
          phone={phone}
          code={code}
          onCode={setCode}
          onOtherPhone={() => {
            setSent(false);
            setCode('');
            signIn.reset();
          }}
          signingIn={signIn.isPending}
          error={signIn.error}
          onSignIn={(typed) => signIn.mutate({ phone, code: typed })}
        />
      )}
      {people.length > 0 && (
        <PersonStep
          people={people}
          signingIn={signIn.isPending}
          error={signIn.error}
          onChoose={(personId) => signIn.mutate({ phone, code, person_id: personId })}
        />
      )}
    </SignInPage>
  );
}
