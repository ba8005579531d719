/** Under which key a photo lies in the files. */
export function fileOf(photo: string, size: 'large' | 'small'): string {
  return `photos/${photo}-${size}.jpg`;
}
