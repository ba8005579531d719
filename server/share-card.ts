import { nobody } from './directory/index.ts';
import type { District } from './platform/index.ts';
import { findPublic } from './records/activities/index.ts';

interface Card {
  readonly title: string;
  readonly text: string;
  /** Of the page that the link leads to. */
  readonly path: string;
}

/** Pages for anyone that people send on. */
const openPages: Readonly<Record<string, Omit<Card, 'path'>>> = {
  '/plan': { title: '家校社协同育人计划', text: '每一条要做什么、谁来做' },
  '/progress': { title: '计划做到哪一步了', text: '答应大家的事，全区和各街道做到了多少' },
  '/calendar': { title: '活动日历', text: '学校和社区向大家公开的活动' },
};

/** The addresses whose links have a card of their own. */
export const sharedAddresses = {
  carer: ['/app/activities/:id'],
  public: Object.keys(openPages),
} as const;

/**
 * What a chat shows of a link (Open Graph): of a page for anyone what it is about, of a public activity its title, when
 * it is and who holds it; of any other, and of one that there is not, the same neutral words. Nothing about whoever sent
 * it.
 */
export async function shareCard(district: District, address: string): Promise<string> {
  const { zh } = district.plan.districtName;
  const { title, text, path } = (await cardOf(district, address)) ?? {
    ...{ title: `${zh}·共育`, text: '家、校、社一起，陪孩子长大', path: '/app/' },
  };
  const properties = {
    'og:type': 'website',
    'og:site_name': `${zh}·共育`,
    'og:title': title,
    'og:description': text,
    'og:image': `${district.publicUrl}/app/icons/512.png`,
    'og:url': `${district.publicUrl}${path}`,
  };
  return Object.entries(properties)
    .map(([name, content]) => `<meta property="${name}" content="${escaped(content)}">`)
    .join('');
}

async function cardOf(district: District, path: string): Promise<Card | undefined> {
  const page = openPages[path];
  if (page) return { ...page, title: `${district.plan.districtName.zh}·${page.title}`, path };
  const id = /^\/app\/activities\/([0-9a-f-]{36})$/.exec(path)?.[1];
  const activity =
    id && (await district.database.read(nobody, (reading) => findPublic(reading, id)));
  if (!activity) return undefined;
  const text = `${momentOf(activity.begins_at)} · ${activity.host_name}`;
  return { title: activity.title, text, path };
}

const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 「10月18日 周六 14:00」 */
function momentOf(instant: Date): string {
  const { month, day, weekday, hour, minute } = Object.fromEntries(
    parts.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  return `${month}月${day}日 ${weekday} ${hour}:${minute}`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
