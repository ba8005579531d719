export const photoStates = ['kept', 'album', 'public', 'removed'] as const;
export type PhotoState = (typeof photoStates)[number];

/** What a picture of a child may be used for. */
export const purposes = ['album', 'public'] as const;
export type Purpose = (typeof purposes)[number];

/** Where a photo may be put, and for which purposes its children need consent there: the album is seen from both. */
export const purposesOf: Readonly<Record<Exclude<PhotoState, 'removed'>, readonly Purpose[]>> = {
  kept: [],
  album: ['album'],
  public: ['album', 'public'],
};
