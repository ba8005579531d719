/** More than these nobody looks at, and each child in each needs a consent. */
export const MOST_PHOTOS = 30;
export const MOST_CHILDREN_A_PHOTO = 60;
