import type { Random } from './random.ts';

/** Surnames by how often they are met in Sichuan, roughly; Latin letters never. */
const surnames: readonly (readonly [string, number])[] = [
  ['李', 79],
  ['王', 71],
  ['张', 68],
  ['刘', 54],
  ['陈', 45],
  ['杨', 38],
  ['黄', 26],
  ['周', 24],
  ['吴', 22],
  ['罗', 20],
  ['徐', 16],
  ['赵', 16],
  ['何', 16],
  ['唐', 13],
  ['谢', 12],
  ['蒋', 11],
  ['邓', 11],
  ['曾', 11],
  ['朱', 10],
  ['胡', 10],
  ['马', 9],
  ['林', 9],
  ['郑', 8],
  ['冯', 8],
  ['袁', 7],
  ['廖', 7],
  ['彭', 7],
  ['潘', 6],
  ['叶', 6],
  ['魏', 6],
  ['余', 6],
  ['钟', 6],
  ['田', 5],
  ['熊', 5],
  ['文', 4],
  ['龚', 4],
  ['雷', 4],
  ['贺', 3],
  ['欧阳', 1],
  ['税', 1],
];

/** Given names by generation: a name tells when somebody was born. */
const given = {
  grandfather:
    '建国 国强 德贵 志明 光荣 永福 世英 文华 正清 天才 兴发 明德 德华 家福 云山 长江 树清 朝阳 忠诚 大成'.split(
      ' ',
    ),
  grandmother:
    '秀英 桂芳 玉兰 素芬 淑珍 翠华 春梅 素华 玉珍 桂英 清秀 惠芳 光琼 永秀 秀琼 兰英 素琼 玉华 仕碧 天秀'.split(
      ' ',
    ),
  man: '伟 强 勇 涛 鹏 浩 磊 军 杰 俊杰 宇 波 超 建华 晓东 志强 明 斌 海涛 家豪 凯 健 川 龙飞 小军 正伟 国栋 泽明 立 亮'.split(
    ' ',
  ),
  woman:
    '芳 静 敏 丽 娟 艳 霞 燕 婷 雪梅 晓燕 丹 莉 倩 玲 红梅 小红 慧 颖 佳 雪 梦 琴 洁 瑶 蓉 思雨 春燕 海燕 玉'.split(
      ' ',
    ),
  boy: '子轩 浩宇 沐宸 宇轩 梓豪 俊熙 奕辰 泽宇 一诺 皓轩 子墨 铭泽 瑾瑜 天佑 明轩 思远 睿 昊然 宸 景行 嘉乐 瑞霖 书航 承泽 知行'.split(
    ' ',
  ),
  girl: '雨桐 梓涵 诗涵 欣怡 一诺 梓萱 可欣 若汐 语桐 思琪 芷若 沐晴 佳怡 诗琪 雨欣 梦瑶 子涵 月 清禾 安然 书瑶 语嫣 知夏 念慈 乐瑶'.split(
    ' ',
  ),
} as const;

export type Generation = keyof typeof given;

export function surnameOf(random: Random): string {
  return random.weighted(surnames);
}

export function givenName(random: Random, generation: Generation): string {
  return random.pick(given[generation]);
}

const schoolRoots =
  '麓湖 锦江湾 天府云 兴隆湖 鹿溪 百草 东山 秦皇 湖畔 华阳里 云溪 梓州 合江亭外 林盘 永兴 煎茶 籍田 大林 正兴 太平 三星 新兴 白沙 万安'.split(
    ' ',
  );
const kinds = { primary: '小学', junior: '初级中学', kindergarten: '幼儿园' } as const;
const numbers = '第一 第二 第三 第四 第五 第六 第七 第八 第九 第十'.split(' ');

/** The name of the n-th school of its kind; none names a real school. */
export function schoolName(kind: keyof typeof kinds, index: number): string {
  const root = schoolRoots[index % schoolRoots.length] as string;
  const round = Math.floor(index / schoolRoots.length);
  return `${root}${round === 0 ? '' : numbers[round]}${kinds[kind]}`;
}

export const subdistrictNames =
  '鹿溪街道 云溪街道 湖畔街道 梓州街道 林盘街道 东麓街道 永宁街道 锦南街道 百草街道'.split(' ');

const communityRoots =
  '麓山 兴隆 南湖 红石 官塘 香山 双河 凉水井 田家 五根松 麻柳 青松 蜀风 安公 回龙 沙河 清江 祝家 桐子 柏林'.split(
    ' ',
  );

export function communityName(index: number): string {
  const root = communityRoots[index % communityRoots.length] as string;
  const round = Math.floor(index / communityRoots.length);
  return `${root}${round === 0 ? '' : numbers[round]}社区`;
}
