/** Light or dark: what Office says, else the system. */
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

export interface OfficeColours {
  readonly isDarkTheme?: boolean;
  /** `#rrggbb` */
  readonly bodyBackgroundColor?: string;
}

/** Office's word, else how bright its background is, else what the system prefers (Excel on the web tells nothing). */
export function isDark(office: OfficeColours | null | undefined, systemPrefersDark: boolean): boolean {
  if (typeof office?.isDarkTheme === 'boolean') return office.isDarkTheme;
  const luminance = luminanceOf(office?.bodyBackgroundColor);
  return luminance === null ? systemPrefersDark : luminance < 0.5;
}

/** 0 (black) to 1 (white); null for anything that is not `#rrggbb`. Weights of Rec. 709. */
function luminanceOf(colour: string | undefined): number | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '');
  if (!match) return null;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16) / 255) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Fluent's theme with the fonts that Office uses for Chinese and Latin; nothing is fetched. */
export function paneTheme(dark: boolean): Theme {
  const base = dark ? webDarkTheme : webLightTheme;
  return {
    ...base,
    fontFamilyBase: "'Segoe UI', 'Microsoft YaHei UI', 'PingFang SC', 'Microsoft JhengHei UI', 'Noto Sans SC', system-ui, sans-serif",
  };
}
