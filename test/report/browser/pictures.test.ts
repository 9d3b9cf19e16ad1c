import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Page } from 'playwright-core';
import { closeBrowser, openPage, theBrowser } from './open-page';
import { shopInput } from '../page/shop';

const IMAGES = path.join(__dirname, '../../../docs/images');
const SHOP = shopInput();

/** The pictures in the documentation: `WRITE_PICTURES=1 .ci/browser` writes them anew. */
const PICTURES: Readonly<Record<string, { readonly width: number; readonly height: number; readonly hash?: string }>> = {
  'page': { width: 1280, height: 640 },
  'page-break-it': { width: 1280, height: 1080, hash: '#f=Shop%2FImportOrder%3Alive' },
};

/** Other fonts move words a little. What is compared is how dark each part of a picture is. */
const PARTS = 24;

/** The most that one part may differ on average, and at all: 1 is from black to white. */
const TOLERANCE = { mean: 0.02, worst: 0.25 };

afterAll(closeBrowser);

test.each(Object.entries(PICTURES))('the picture %s.webp is current', async (name, { width, height, hash }) => {
  const { page } = await openPage(SHOP, { viewport: { width, height }, hash });
  if (hash) {
    await page.locator('.outcome').waitFor();
  }
  const taken = `data:image/png;base64,${(await page.screenshot()).toString('base64')}`;
  const file = path.join(IMAGES, `${name}.webp`);
  const canvas = await (await theBrowser()).newPage();
  if (process.env.WRITE_PICTURES) {
    fs.writeFileSync(file, Buffer.from((await asWebp(canvas, taken)).split(',')[1], 'base64'));
  }
  const kept = `data:image/webp;base64,${fs.readFileSync(file).toString('base64')}`;
  const [now, before] = [await shades(canvas, taken), await shades(canvas, kept)];
  const differences = now.shades.map((shade, index) => Math.abs(shade - before.shades[index]));

  expect(before.size).toEqual([width, height]);
  expect(differences.reduce((sum, difference) => sum + difference) / differences.length).toBeLessThan(TOLERANCE.mean);
  expect(Math.max(...differences)).toBeLessThan(TOLERANCE.worst);
  expect(fs.statSync(file).size).toBeLessThan(100_000);
});

function asWebp(page: Page, picture: string): Promise<string> {
  return page.evaluate(async source => {
    const image = Object.assign(new Image(), { src: source });
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    canvas.getContext('2d')!.drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.85);
  }, picture);
}

/** The size of a picture, and how light each of its parts is: 0 to 1. */
function shades(page: Page, picture: string): Promise<{ readonly size: readonly number[]; readonly shades: readonly number[] }> {
  return page.evaluate(async ([source, parts]) => {
    const image = Object.assign(new Image(), { src: source });
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: Number(parts), height: Number(parts) });
    const context = canvas.getContext('2d')!;
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const colours = Array.from({ length: data.length / 4 }, (_, index) => data.slice(index * 4, index * 4 + 3));
    return { size: [image.width, image.height], shades: colours.map(([red, green, blue]) => (red + green + blue) / 765) };
  }, [picture, PARTS] as const);
}
