/** LOOK.md's palette for what cannot read custom properties: antd's theme, charts. The same as tokens.css. */
export const light = {
  paper: '#fbf8f2',
  card: '#ffffff',
  hairline: '#e7e1d5',
  outline: '#7f8c87',
  ink: '#1e2b29',
  'ink-soft': '#5b6a66',
  pine: '#0b6b5b',
  'pine-deep': '#0a4f44',
  'on-pine': '#ffffff',
  mint: '#e3f1ec',
  'on-mint': '#0a4f44',
  apricot: '#f2a65a',
  amber: '#8a5a00',
  'amber-ground': '#fff4dc',
  brick: '#b4451f',
  'brick-ground': '#fbece5',
  'on-brick': '#ffffff',
} as const;

export type Palette = Readonly<Record<keyof typeof light, string>>;

export const dark: Palette = {
  paper: '#121a18',
  card: '#1a2422',
  hairline: '#2e3b38',
  outline: '#75857f',
  ink: '#e8eeea',
  'ink-soft': '#a5b5af',
  pine: '#5cc2ac',
  'pine-deep': '#82d8c5',
  'on-pine': '#08201b',
  mint: '#1e3a34',
  'on-mint': '#b9e4d8',
  apricot: '#f2a65a',
  amber: '#f0c674',
  'amber-ground': '#372b10',
  brick: '#ff9a76',
  'brick-ground': '#43231a',
  'on-brick': '#2a0f06',
};

export const largeLight: Palette = {
  ...light,
  hairline: '#b9b3a6',
  outline: '#56635e',
  ink: '#14201e',
  'ink-soft': '#3f4c49',
  pine: '#0a4f44',
  'pine-deep': '#073d34',
  'on-mint': '#073d34',
  amber: '#5f3e00',
  brick: '#86300f',
};

export const largeDark: Palette = {
  ...dark,
  hairline: '#4d5d58',
  outline: '#a9b8b2',
  ink: '#f6faf7',
  'ink-soft': '#c9d5d0',
  pine: '#7fd9c5',
  'pine-deep': '#a4e8d8',
  'on-mint': '#d6f3ea',
  amber: '#f7d48f',
  brick: '#ffb59b',
};

/** How much larger type is in large-type mode; `font-size` of the root in tokens.css. */
export const LARGE_TYPE_FACTOR = 1.5;
