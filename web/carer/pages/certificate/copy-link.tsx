import { Button } from '../../../shared/components/button.tsx';
import { useToast } from '../../../shared/components/toast.tsx';
import { useWords } from '../../words/words.ts';

/** Puts a link where it can be pasted from. */
export function CopyLink({ link }: { readonly link: string }) {
  const { t } = useWords();
  const say = useToast();
  // Missing on plain http; the link above can be held down and copied.
  if (!('clipboard' in navigator)) return null;
  return (
    <Button
      kind="plain"
      onClick={() =>
        void navigator.clipboard.writeText(link).then(() => say(t('certificate.copied')))
      }
    >
      {t('certificate.copy')}
    </Button>
  );
}
