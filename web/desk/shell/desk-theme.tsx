import { App, ConfigProvider, type ThemeConfig, theme } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { type ReactNode, useSyncExternalStore } from 'react';
import {
  dark,
  LARGE_TYPE_FACTOR,
  largeDark,
  largeLight,
  light,
  type Palette,
} from '../../shared/tokens.ts';
import { useTypeSize } from '../../shared/use-type-size.ts';
import { useLanguage } from '../../shared/words/words.ts';

const DESK_TYPE_PIXELS = 14;
const CONTROL_PIXELS = 36;

/** antd in our palette, in the reader's language, type size and daylight. */
export function DeskTheme({ children }: { readonly children: ReactNode }) {
  const night = useSyncExternalStore(listenToNight, isNight);
  const large = useTypeSize() === 'large';
  const palette = paletteOf(night, large);
  return (
    <ConfigProvider
      button={{ autoInsertSpace: false }}
      locale={useLanguage() === 'en' ? en : zh}
      theme={themeOf(palette, night, large ? LARGE_TYPE_FACTOR : 1)}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}

function paletteOf(night: boolean, large: boolean): Palette {
  if (large) return night ? largeDark : largeLight;
  return night ? dark : light;
}

function themeOf(palette: Palette, night: boolean, factor: number): ThemeConfig {
  return {
    algorithm: night ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.pine,
      colorPrimaryHover: palette['pine-deep'],
      colorPrimaryActive: palette['pine-deep'],
      colorLink: palette.pine,
      colorLinkHover: palette['pine-deep'],
      colorLinkActive: palette['pine-deep'],
      colorInfo: palette.pine,
      colorSuccess: palette.pine,
      colorWarning: palette.amber,
      colorError: palette.brick,
      colorTextLightSolid: palette['on-pine'],
      colorText: palette.ink,
      colorTextHeading: palette.ink,
      colorTextSecondary: palette['ink-soft'],
      colorTextTertiary: palette['ink-soft'],
      colorTextDescription: palette['ink-soft'],
      colorTextPlaceholder: palette['ink-soft'],
      colorBgLayout: palette.paper,
      colorBgContainer: palette.card,
      colorBgElevated: palette.card,
      colorBorder: palette.outline,
      colorBorderSecondary: palette.hairline,
      colorSplit: palette.hairline,
      controlItemBgActive: palette.mint,
      controlItemBgActiveHover: palette.mint,
      borderRadius: 8,
      borderRadiusLG: 12,
      controlHeight: CONTROL_PIXELS * factor,
      fontSize: DESK_TYPE_PIXELS * factor,
      fontFamily: 'inherit',
      lineHeight: 1.6,
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.2s',
      boxShadow: '0 12px 40px rgb(18 26 24 / 18%)',
      boxShadowSecondary: '0 12px 40px rgb(18 26 24 / 18%)',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Table: {
        headerBg: palette.paper,
        headerColor: palette['ink-soft'],
        rowHoverBg: palette.paper,
        // The sign says by what a list runs; a grey column would say that something is wrong with it.
        headerSortActiveBg: palette.paper,
        headerSortHoverBg: palette.mint,
        bodySortBg: palette.card,
        headerSplitColor: 'transparent',
      },
      Segmented: { trackBg: palette.mint, itemColor: palette['on-mint'] },
      Select: { optionSelectedColor: palette['on-mint'] },
    },
  };
}

const nightQuery = matchMedia('(prefers-color-scheme: dark)');

function isNight(): boolean {
  return nightQuery.matches;
}

function listenToNight(listener: () => void): () => void {
  nightQuery.addEventListener('change', listener);
  return () => nightQuery.removeEventListener('change', listener);
}
