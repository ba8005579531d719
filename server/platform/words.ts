/** A sentence or a name in the product's two languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Words;
