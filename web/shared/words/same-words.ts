/**
 * The other language of the same words: every key, and nothing else. English may add the singular of a count
 * (`days_one` beside `days_other`), which Chinese does not have.
 */
export type SameWords<Zh> = {
  readonly [Key in keyof Zh]: Zh[Key] extends string ? string : SameWords<Zh[Key]>;
} & {
  readonly [Key in keyof Zh as Key extends `${infer Word}_other` ? `${Word}_one` : never]?: string;
};
