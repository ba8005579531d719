import { type ReactNode, useState } from 'react';
import { ApiProblem } from '../api-problem.ts';
import { useSignIn } from '../queries/sign-in.ts';
import { CodeStep } from './code-step.tsx';
import { NameStep } from './name-step.tsx';
import { PersonStep } from './person-step.tsx';
import { PhoneStep } from './phone-step.tsx';
import { SignInPage } from './sign-in-page.tsx';

const NAME_NEEDED = 'sign-in.name-needed';

/** A carer's way in: the phone, the code, and who it is where one phone stands for several carers. */
export function PhoneSignIn({ beside }: { readonly beside?: ReactNode }) {
  const [phone, setPhone] = useState('');
  const [sent, setSent] = useState(false);
  const [code, setCode] = useState('');
  // Kept while the name is on its way: the error that asked for it is gone by then.
  const [isUnknown, setUnknown] = useState(false);
  const signIn = useSignIn();
  const answer = signIn.data;
  const people = answer && 'choose' in answer ? answer.choose : [];
  return (
    <SignInPage>
      {!sent && <PhoneStep phone={phone} onPhone={setPhone} onSent={() => setSent(true)} />}
      {sent && isUnknown && (
        <NameStep
          signingIn={signIn.isPending}
          onName={(name) => signIn.mutate({ phone, code, name })}
        />
      )}
      {sent && !isUnknown && people.length === 0 && (
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
          onSignIn={(typed) =>
            signIn.mutate(
              { phone, code: typed },
              { onError: (error) => setUnknown(asksForName(error)) },
            )
          }
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
      {beside}
    </SignInPage>
  );
}

function asksForName(error: Error): boolean {
  return error instanceof ApiProblem && error.code === NAME_NEEDED;
}
