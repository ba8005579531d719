/** Our own line icons, 24 × 24, in the colour of the text around them. Decoration: the word stands beside. */
import type { ReactNode } from 'react';

export interface IconProps {
  /** Edge in em, so that icons grow with large type. */
  readonly size?: number;
}

export type Icon = (props: IconProps) => ReactNode;

function drawn(paths: ReactNode): Icon {
  return ({ size = 1.5 }) => (
    <svg
      viewBox="0 0 24 24"
      width={`${size}em`}
      height={`${size}em`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {paths}
    </svg>
  );
}

export const HomeIcon = drawn(<path d="M4 11.5 12 4.5l8 7M6.5 9.8V19.5h11V9.8M12 19.5v-4.5" />);
export const ActivitiesIcon = drawn(
  <>
    <rect x="4" y="5.5" width="16" height="14.5" rx="3" />
    <path d="M8 3.5v4M16 3.5v4M4 10.5h16M9 15.2l2.2 2.2 4-4" />
  </>,
);
export const BoardIcon = drawn(
  <>
    <rect x="4" y="4.5" width="16" height="15.5" rx="3" />
    <path d="m7.5 9.2 1.3 1.3 2.2-2.5M13.5 9.5h3.5M7.5 15h.01M13.5 15h3.5" />
  </>,
);
export const SeriesIcon = drawn(
  <>
    <rect x="4" y="8.5" width="16" height="11.5" rx="3" />
    <path d="M6.5 5.8h11M9 3.2h6" />
  </>,
);
export const TopicsIcon = drawn(<path d="M4.5 6h15v9.5h-8L7 19.5v-4H4.5zM8.5 10.8h7" />);
export const LearnIcon = drawn(
  <path d="M12 6.5C9.8 5 7 4.7 4 5v13c3-.3 5.8 0 8 1.5 2.2-1.5 5-1.8 8-1.5V5c-3-.3-5.8 0-8 1.5Zm0 0v13" />,
);
export const GrowthIcon = drawn(
  <>
    <path d="M12 20.5V11M8 20.5h8" />
    <path d="M12 11.5C12 7 15 4.5 20 4.5c0 5-3 7.5-8 7M12 14c0-3.5-2.5-5.5-7-5.5 0 4 2.5 6 7 5.5" />
  </>,
);
export const MeIcon = drawn(
  <>
    <circle cx="12" cy="8.2" r="3.7" />
    <path d="M4.5 20c.8-4 3.7-6 7.5-6s6.7 2 7.5 6" />
  </>,
);
export const ScanIcon = drawn(
  <path d="M4 9V6.5A2.5 2.5 0 0 1 6.5 4H9M15 4h2.5A2.5 2.5 0 0 1 20 6.5V9M20 15v2.5a2.5 2.5 0 0 1-2.5 2.5H15M9 20H6.5A2.5 2.5 0 0 1 4 17.5V15M7 12h10" />,
);
export const PhoneIcon = drawn(
  <path d="M6.5 3.8 9.5 4.5l1 4-2 1.7c1.2 2.4 2.9 4.1 5.3 5.3l1.7-2 4 1 .7 3c-.6 1.7-1.8 2.7-3.7 2.5C9.8 19.2 4.8 14.2 4 7.5c-.2-1.9.8-3.1 2.5-3.7Z" />,
);
export const CodeIcon = drawn(
  <>
    <rect x="4" y="4" width="6" height="6" rx="1.2" />
    <rect x="14" y="4" width="6" height="6" rx="1.2" />
    <rect x="4" y="14" width="6" height="6" rx="1.2" />
    <path d="M14 14h2.5v2.5M20 14v6M14 20h2.5" />
  </>,
);
export const CertificateIcon = drawn(
  <>
    <path d="M10 17.5H5.5A1.5 1.5 0 0 1 4 16V5.5A1.5 1.5 0 0 1 5.5 4h13A1.5 1.5 0 0 1 20 5.5V11M8 8.5h8M8 12.5h3.5" />
    <circle cx="16.5" cy="15" r="2.8" />
    <path d="m15 17.5-.5 3.5 2-1.2 2 1.2-.5-3.5" />
  </>,
);
export const FamilyIcon = drawn(
  <>
    <circle cx="8" cy="8" r="3" />
    <circle cx="16.5" cy="10.5" r="2.3" />
    <path d="M2.5 19.5c.5-3.7 2.5-5.5 5.5-5.5 2.2 0 3.8 1 4.7 2.8M12.5 19.5c.4-2.6 1.8-4 4-4s3.6 1.4 4 4" />
  </>,
);
export const SearchIcon = drawn(
  <>
    <circle cx="11" cy="11" r="6.5" />
    <path d="m16 16 4.5 4.5" />
  </>,
);
export const PlaceIcon = drawn(<path d="M4 20h16M6 20V9.5L12 5l6 4.5V20M10 20v-5h4v5" />);
export const BackIcon = drawn(<path d="M14.5 5.5 8 12l6.5 6.5" />);
export const OnwardIcon = drawn(<path d="M9.5 5.5 16 12l-6.5 6.5" />);
export const DownIcon = drawn(<path d="M5.5 9.5 12 16l6.5-6.5" />);
export const CloseIcon = drawn(<path d="m6 6 12 12M18 6 6 18" />);
export const DoneIcon = drawn(<path d="m5 12.5 4.5 4.5L19 7.5" />);
export const AlertIcon = drawn(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7.5v5.5M12 16.3v.2" />
  </>,
);
export const LargeTypeIcon = drawn(
  <path d="M3.5 18.5 8.5 6l5 12.5M5.3 14.5h6.4M15 18.5l3-7.5 3 7.5M16 16h4" />,
);
export const LeaveIcon = drawn(
  <path d="M14 4.5H6.5A1.5 1.5 0 0 0 5 6v12a1.5 1.5 0 0 0 1.5 1.5H14M10.5 12H20M16.5 8.5 20 12l-3.5 3.5" />,
);
export const UploadIcon = drawn(
  <path d="M12 15.5V5M8 8.5 12 4.5l4 4M4.5 15v3A1.5 1.5 0 0 0 6 19.5h12a1.5 1.5 0 0 0 1.5-1.5v-3" />,
);
export const DownloadIcon = drawn(<path d="M12 4.5v10m-4-4 4 4 4-4M5 19.5h14" />);
export const MenuIcon = drawn(<path d="M4 7h16M4 12h16M4 17h16" />);
export const NoticeIcon = drawn(
  <path d="M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5H5zM10 20.5a2.2 2.2 0 0 0 4 0" />,
);
export const ReminderIcon = drawn(
  <>
    <circle cx="12" cy="13" r="7" />
    <path d="M12 9v4l2.5 2M5 5.5 7.5 3.5M19 5.5l-2.5-2" />
  </>,
);
export const KeyIcon = drawn(
  <>
    <circle cx="8" cy="15.5" r="4" />
    <path d="m11 12.5 8-8M16 7.5l2.5 2.5" />
  </>,
);
export const LanguageIcon = drawn(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M3.5 12h17M12 3.5c2.6 2.4 3.8 5.3 3.8 8.5S14.6 18.100 12 20.5C9.400 18.100 8.200 15.200 8.200 12S9.400 5.900 12 3.5Z" />
  </>,
);
export const SoundIcon = drawn(
  <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5H4Zm11.5-.5a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11" />,
);
