import sharp from 'sharp';
import { expect, test } from 'vitest';
import { cleanPicture } from './clean-picture.ts';

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#f2a65a' } });

test('where and by which phone it was taken is gone, and it stands upright', async () => {
  const taken = await drawn(2000, 1000)
    .jpeg()
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '30/1 24/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  expect((await sharp(taken).metadata()).exif).toBeDefined();
  const picture = await cleanPicture(taken);
  expect([picture.width, picture.height]).toEqual([800, 1600]);
  for (const bytes of [picture.large, picture.small]) {
    const { exif, xmp, iptc, icc, orientation, format } = await sharp(bytes).metadata();
    expect({ exif, xmp, iptc, icc, orientation, format }).toEqual({ format: 'jpeg' });
  }
  const { height } = await sharp(picture.small).metadata();
  expect(height).toBe(480);
});

test('a small one is not blown up, whatever of the three formats it is', async () => {
  for (const bytes of [
    await drawn(300, 200).png().toBuffer(),
    await drawn(300, 200).webp().toBuffer(),
  ]) {
    expect(await cleanPicture(bytes)).toMatchObject({ width: 300, height: 200 });
  }
});

test('what is no picture is refused, whatever it calls itself', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  const cut = (await drawn(300, 200).jpeg().toBuffer()).subarray(0, 200);
  for (const bytes of [svg, cut, Buffer.from('<script>'), Buffer.alloc(0)]) {
    await expect(cleanPicture(bytes)).rejects.toMatchObject({
      kind: { code: 'pictures.unreadable' },
    });
  }
  await expect(cleanPicture(Buffer.alloc(16 * 1024 * 1024))).rejects.toMatchObject({
    kind: { code: 'pictures.too-large' },
  });
});

test('a small file that unpacks to a wall is refused before it is unpacked', async () => {
  const wall = await drawn(16_000, 4_000).png().toBuffer();
  expect(wall.length).toBeLessThan(1_000_000);
  await expect(cleanPicture(wall)).rejects.toMatchObject({ kind: { code: 'pictures.too-large' } });
});
