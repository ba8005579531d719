interface MarkProps {
  /** Edge in CSS pixels. From 40 px the morning sun stands behind the leaves. */
  readonly size?: number;
}

const SUN_FROM_PIXELS = 40;

/** Three leaves from one stem: home the smallest, school, community the largest. The name stands beside it. */
export function Mark({ size = 28 }: MarkProps) {
  return (
    <svg viewBox="0 0 64 64" width={size} height={size} aria-hidden="true">
      {size >= SUN_FROM_PIXELS && <circle cx="40" cy="24" r="17" fill="var(--apricot)" />}
      <path
        d="M31 60c0-12 .5-20 3-30"
        fill="none"
        stroke="var(--pine)"
        strokeWidth="3.6"
        strokeLinecap="round"
      />
      <path d="M33.6 34C27 22 31 9 43 3c4 14 2 24-9.4 31Z" fill="var(--pine)" />
      <path d="M32 44C30 33 21 26 8 27c2 12 11 18.5 24 17Z" fill="var(--pine)" opacity="0.82" />
      <path d="M31.5 53c2-7.5 9-12 18-11-2.5 8-9 12-18 11Z" fill="var(--pine-deep)" />
    </svg>
  );
}
