import { useWords } from '../../words/words.ts';

/** What a carer may be to a child, to choose from (GB/T 4761). */
export const relationships = ['51', '52', '61', '62', '63', '64', '57', '58', '97', '99'] as const;

type Relationship = (typeof relationships)[number];

/** The word of a GB/T 4761 code; a code that is not among the choices is another relative. */
export function useRelationship(): (code: string) => string {
  const { t } = useWords();
  return (code) => {
    const known = relationships.find((one): one is Relationship => one === code) ?? '97';
    return t(`relationships.${known}`);
  };
}
