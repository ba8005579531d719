import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { light } from '../shared/tokens.ts';

const ICONS = join(import.meta.dirname, '..', 'carer', 'icons');
/** Rendered from the mark by `render-icons.mjs`. */
const icons = ['180.png', '192.png', '512.png', 'maskable-512.png'];

/** What a phone needs to install the carer's app: its manifest and its pictures, at addresses that never change. */
export function phoneApp(): Plugin {
  return {
    name: 'gongyu-phone-app',
    apply: 'build',
    generateBundle() {
      const source = JSON.stringify(manifest);
      this.emitFile({ type: 'asset', fileName: 'carer/manifest.webmanifest', source });
      for (const icon of icons) {
        const picture = readFileSync(join(ICONS, icon));
        this.emitFile({ type: 'asset', fileName: `carer/icons/${icon}`, source: picture });
      }
    },
  };
}

const manifest = {
  id: '/app',
  name: '共育',
  short_name: '共育',
  description: '家、校、社一起，陪孩子长大',
  lang: 'zh-CN',
  dir: 'ltr',
  start_url: '/app/',
  scope: '/app',
  display: 'standalone',
  orientation: 'portrait',
  background_color: light.paper,
  theme_color: light.paper,
  categories: ['education'],
  icons: [
    { src: '/app/icons/192.png', sizes: '192x192', type: 'image/png' },
    { src: '/app/icons/512.png', sizes: '512x512', type: 'image/png' },
    {
      src: '/app/icons/maskable-512.png',
      sizes: '512x512',
      type: 'image/png',
      purpose: 'maskable',
    },
  ],
  shortcuts: [
    { name: '我的签到码', url: '/app/my-code' },
    { name: '活动', url: '/app/activities' },
  ],
};
