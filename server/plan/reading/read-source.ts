import { readFile, stat } from 'node:fs/promises';
import { isAlias, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { Words } from '../../platform/index.ts';
import type { PlanProblem } from '../problem.ts';
import type { PlanSource } from './plan-source.ts';

/** A district's whole plan is some tens of kilobytes; a file beyond this is not one that people wrote. */
export const LARGEST_FILE_IN_BYTES = 1_000_000;

export interface ReadSource {
  readonly source?: PlanSource;
  readonly problems: readonly PlanProblem[];
}

/** Reads one file as YAML. Either a source, or the problems that stopped it. */
export async function readSource(file: string): Promise<ReadSource> {
  const bytes = await readBytes(file);
  if (!(bytes instanceof Uint8Array)) return { problems: [atTop(file, bytes)] };
  const text = decode(bytes);
  if (text === undefined) {
    return {
      problems: [
        atTop(file, {
          wrong: { zh: '文件不是 UTF-8 编码', en: 'The file is not in UTF-8' },
          remedy: { zh: '请另存为 UTF-8', en: 'Save it again as UTF-8' },
        }),
      ],
    };
  }
  return readText(file, text);
}

type Finding = Pick<PlanProblem, 'wrong' | 'remedy'>;

async function readBytes(file: string): Promise<Uint8Array | Finding> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE_IN_BYTES) {
      return {
        wrong: {
          zh: `文件有 ${size} 字节，超过上限 1 MB`,
          en: `The file has ${size} bytes, over the limit of 1 MB`,
        },
        remedy: {
          zh: '计划文件只写规则，请移走名单、记录等内容',
          en: 'Plan files hold rules only: move lists and records elsewhere',
        },
      };
    }
    return await readFile(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') {
      return {
        wrong: { zh: '没有这个文件', en: 'The file is missing' },
        remedy: {
          zh: '请补上，可从 plans/example-county/ 复制一份再改',
          en: 'Add it: copy the one in plans/example-county/ and change it',
        },
      };
    }
    return {
      wrong: {
        zh: `文件无法读取（${error.message}）`,
        en: `The file cannot be read (${error.message})`,
      },
      remedy: { zh: '请检查文件权限', en: 'Check its permissions' },
    };
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The same from text that stands for the file. */
export function readText(file: string, text: string): ReadSource {
  const tabs = tabProblem(file, text);
  if (tabs) return { problems: [tabs] };
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
  });
  const place = (offset: number, finding: Finding): PlanProblem => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, path: '', ...finding };
  };
  const problems = [...document.errors, ...document.warnings].map((error) =>
    place(error.pos[0], yamlFinding(error)),
  );
  visit(document, {
    Node(_, node) {
      if (isAlias(node) || node.anchor) problems.push(place(node.range?.[0] ?? 0, ALIAS));
    },
  });
  if (problems.length > 0) return { problems };
  return { source: { file, value: document.toJS(), document, lines }, problems: [] };
}

/** One problem for a file full of tabs: an editor that writes one writes hundreds. */
function tabProblem(file: string, text: string): PlanProblem | undefined {
  const lines = text.split('\n');
  const line = lines.findIndex((one) => one.includes('\t'));
  if (line < 0) return undefined;
  const count = lines.filter((one) => one.includes('\t')).length;
  return {
    file,
    line: line + 1,
    column: (lines[line]?.indexOf('\t') ?? 0) + 1,
    path: '',
    wrong: { zh: `有 ${count} 行用了制表符（Tab）`, en: `${count} line(s) contain tabs` },
    remedy: { zh: '请改用空格缩进', en: 'Indent with spaces instead' },
  };
}

const ALIAS: Finding = {
  wrong: { zh: '用了 YAML 的锚点或引用（& *）', en: 'A YAML anchor or alias (& *) is used' },
  remedy: {
    zh: '请把内容直接写出来；以这两个符号开头的文字要加引号',
    en: 'Write it out; put quotes around text that begins with either sign',
  },
};

function yamlFinding({ code, message }: YAMLError): Finding {
  const words = yamlWords[code];
  if (words) return words;
  return {
    wrong: { zh: `YAML 写法有误（${message}）`, en: `Not well-formed YAML (${message})` },
    remedy: {
      zh: '请检查这一行和上一行的缩进、引号、括号和冒号',
      en: 'Check indentation, quotes, brackets and colons of this line and the one above',
    },
  };
}

const yamlWords: Partial<Record<YAMLError['code'], { wrong: Words; remedy: Words }>> = {
  DUPLICATE_KEY: {
    wrong: { zh: '同一个键写了两次', en: 'The same key is written twice' },
    remedy: { zh: '请删去或改名其中一个', en: 'Remove or rename one of them' },
  },
  MULTIPLE_DOCS: {
    wrong: { zh: '一个文件里有多份 YAML(---)', en: 'The file holds several YAML documents (---)' },
    remedy: { zh: '请只保留一份', en: 'Keep one' },
  },
  NON_STRING_KEY: {
    wrong: { zh: '冒号前面应是一个词', en: 'What stands before the colon is not a word' },
    remedy: {
      zh: '请检查这一行的括号和冒号',
      en: 'Check the brackets and colons of this line',
    },
  },
  RESOURCE_EXHAUSTION: {
    wrong: { zh: '嵌套太深', en: 'The file is nested too deeply' },
    remedy: { zh: '请按样例计划的层次书写', en: 'Write it with the levels of the example plan' },
  },
  TAG_RESOLVE_FAILED: {
    wrong: { zh: '用了 YAML 的类型标签（!）', en: 'A YAML tag (!) is used' },
    remedy: {
      zh: '请删去标签；以叹号开头的文字要加引号',
      en: 'Remove it; put quotes around text that begins with !',
    },
  },
};

function atTop(file: string, finding: Finding): PlanProblem {
  return { file, line: 1, column: 1, path: '', ...finding };
}
