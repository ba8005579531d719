import { nobody } from './directory/index.ts';
import type { District } from './platform/index.ts';
import { findPublic } from './records/activities/index.ts';

/**
 * What a chat shows of a link to an activity (Open Graph): of a public one its title, when it is and who holds it; of
 * any other, and of one that there is not, the same neutral words. Nothing about whoever sent it.
 */
export async function shareCard(district: District, path: string): Promise<string> {
  const id = /^\/app\/activities\/([0-9a-f-]{36})$/.exec(path)?.[1];
  const activity =
    id && (await district.database.read(nobody, (reading) => findPublic(reading, id)));
  const { zh } = district.plan.districtName;
  const title = activity ? activity.title : `${zh}·共育`;
  const text = activity
    ? `${momentOf(activity.begins_at)} · ${activity.host_name}`
    : '家、校、社一起，陪孩子长大';
  const properties = {
    'og:type': 'website',
    'og:site_name': `${zh}·共育`,
    'og:title': title,
    'og:description': text,
    'og:image': `${district.publicUrl}/app/icons/512.png`,
    'og:url': `${district.publicUrl}${activity ? path : '/app/'}`,
  };
  return Object.entries(properties)
    .map(([name, content]) => `<meta property="${name}" content="${escaped(content)}">`)
    .join('');
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
