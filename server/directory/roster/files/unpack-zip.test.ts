import { describe, expect, it } from 'vitest';
import { MAX_UNPACKED_BYTES, MAX_ZIP_ENTRIES } from '../limits.ts';
import { makeZip } from '../testing/make-zip.ts';
import { briefly, firstWords, scratchFolder } from '../testing/scratch-folder.ts';

const scratch = scratchFolder();
const MIB = 1024 * 1024;
const users = { name: 'users.csv', content: 'sourcedId,enabledUser\n' };

describe('a hostile zip', () => {
  it('of a few hundred kilobytes that unpacks to 200 MB is refused before it is unpacked', async () => {
    const bomb = makeZip([{ name: 'users.csv', content: Buffer.alloc(200 * MIB) }]);
    expect(bomb.length).toBeLessThan(MIB);
    const roster = await scratch.read('bomb.zip', bomb);
    expect(briefly(roster)).toEqual(['zip-unpacks-too-large bomb.zip']);
    expect(firstWords(roster)).toContain(`${MAX_UNPACKED_BYTES / MIB} MB`);
  });

  it('that says it is small is stopped while it unpacks', async () => {
    const liar = makeZip([{ name: 'users.csv', content: Buffer.alloc(200 * MIB), declared: 1000 }]);
    expect(briefly(await scratch.read('liar.zip', liar))).toEqual([
      'zip-unpacks-too-large liar.zip',
    ]);
    const sheet = {
      name: 'xl/worksheets/sheet1.xml',
      content: Buffer.alloc(20 * MIB),
      declared: 99,
    };
    const workbook = makeZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }, sheet]);
    expect(briefly(await scratch.read('liar.xlsx', workbook))).toEqual([
      'zip-unpacks-too-large liar.xlsx',
    ]);
  });

  it('of very many small files, or of files that are too large together, is refused', async () => {
    const many = Array.from({ length: MAX_ZIP_ENTRIES + 1 }, (_, index) => ({
      name: `${index}.csv`,
      content: '',
    }));
    expect(briefly(await scratch.read('many.zip', makeZip(many)))).toEqual([
      'zip-unpacks-too-large many.zip',
    ]);
    const three = ['a', 'b', 'c'].map((name) => ({ name, content: 'x', declared: 250 * MIB }));
    expect(briefly(await scratch.read('three.zip', makeZip(three)))).toEqual([
      'zip-unpacks-too-large three.zip',
    ]);
  });

  it('that holds another archive is refused, by its name and by its bytes', async () => {
    const inner = makeZip([users]);
    const named = makeZip([users, { name: 'more.zip', content: inner }]);
    expect(briefly(await scratch.read('named.zip', named))).toEqual(['zip-in-zip named.zip']);
    const hidden = makeZip([{ name: 'users.csv', content: inner }]);
    expect(briefly(await scratch.read('hidden.zip', hidden))).toEqual(['zip-in-zip hidden.zip']);
  });

  it('whose names climb out of the folder, or stand twice, is refused', async () => {
    for (const name of ['../users.csv', '/etc/users.csv', 'a/../../users.csv', 'C:/users.csv']) {
      const roster = await scratch.read('climb.zip', makeZip([{ ...users, name }]));
      expect(briefly(roster)).toEqual(['zip-name-unsafe climb.zip']);
    }
    const twice = makeZip([users, { ...users, name: 'copy/users.csv' }]);
    expect(briefly(await scratch.read('twice.zip', twice))).toEqual(['zip-name-unsafe twice.zip']);
  });

  it('that is encrypted, cut off or empty is refused in words', async () => {
    const secret = makeZip([{ ...users, isEncrypted: true }]);
    expect(firstWords(await scratch.read('secret.zip', secret))).toContain('密码');
    const cut = makeZip([users]).subarray(0, 40);
    expect(briefly(await scratch.read('cut.zip', Buffer.from(cut)))).toEqual([
      'zip-broken cut.zip',
    ]);
    expect(briefly(await scratch.read('none.zip', makeZip([])))).toEqual([
      'file-type-unknown none.zip',
    ]);
  });
});
