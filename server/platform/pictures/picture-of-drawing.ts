/** A drawing of our own (SVG) as a picture. What people upload is never read as SVG. */
export async function pictureOfDrawing(svg: string): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg)).png().toBuffer();
}
