/** Line drawings of our own for pages with nothing on them. Decoration: the sentence stands below. */
import type { ReactNode } from 'react';

function sheet(drawing: ReactNode) {
  return (
    <svg
      viewBox="0 0 200 132"
      width="200"
      height="132"
      aria-hidden="true"
      style={{ maxWidth: '64%' }}
    >
      <g
        fill="none"
        stroke="var(--pine)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {drawing}
      </g>
    </svg>
  );
}

/** A school gate, a tree, the sun coming up: nothing planned yet. */
export function MorningDrawing() {
  return sheet(
    <>
      <circle cx="148" cy="46" r="20" fill="var(--apricot)" stroke="none" />
      <path d="M10 112h180" />
      <path d="M44 112V66l32-20 32 20v46M64 112V88a12 12 0 0 1 24 0v24M76 46V30M76 31l14 5-14 5" />
      <path d="M52 74h8M92 74h8" />
      <path d="M152 112V84M152 92l-9-8M152 98l8-7" />
      <path
        d="M152 84c-14 0-20-9-18-17 1-6 6-9 10-9 2-7 14-7 17 0 6 0 10 5 10 11 0 9-8 15-19 15Z"
        fill="var(--card)"
      />
      <path d="M24 112c0-6 3-9 7-10M24 112c0-5-3-8-6-9" />
    </>,
  );
}

/** A sprout in a pot on a sill: it is only beginning. */
export function SproutDrawing() {
  return sheet(
    <>
      <circle cx="128" cy="44" r="22" fill="var(--apricot)" stroke="none" />
      <path d="M22 112h156" />
      <path d="M78 84h44l-5 28H83ZM74 76h52v8H74Z" fill="var(--card)" />
      <path d="M100 76V48" />
      <path
        d="M100 50c0-16 10-24 26-25 0 17-9 26-26 25ZM100 62c-1-12-9-19-23-19 0 13 9 20 23 19Z"
        fill="var(--card)"
      />
      <path d="M42 112V96M42 100c-5 0-8-3-8-8 5 0 8 3 8 8ZM158 112v-8" />
    </>,
  );
}

/** A kite that has lost its string: no connection, or no such page. */
export function KiteDrawing() {
  return sheet(
    <>
      <circle cx="56" cy="38" r="16" fill="var(--apricot)" stroke="none" />
      <path d="M14 112c30-10 58-10 84-2s60 8 88-2" />
      <path d="m122 18 30 22-16 34-32-18Z" fill="var(--card)" />
      <path d="m122 18 14 56M104 56l48-16" />
      <path d="M136 74c2 8-6 10-4 17" />
      <path d="m128 80 9-3M128 88l8 1" />
      <path d="M86 104c8-2 11-7 18-8" strokeDasharray="1 7" />
    </>,
  );
}
