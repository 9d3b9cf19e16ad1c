import { closeBrowser, openPage } from './open-page';
import { shopInput } from '../page/shop';

const SHOP = shopInput();

afterAll(closeBrowser);

const textOf = async (page: Awaited<ReturnType<typeof openPage>>['page'], selector: string) => (await page.locator(selector).innerText()).replace(/\s+/g, ' ');

test('says first where events are lost, and leads there', async () => {
  const { page, wrongs } = await openPage(SHOP);

  expect(await textOf(page, '.headline')).toBe('3 of 6 functions lose events that keep failing. Lost at Media/Notify:$LATEST Shop/ImportOrder:live Shop/NightlyClose:$LATEST');
  await page.click('.chip:has-text("ImportOrder:live")');
  expect(await textOf(page, '.fate-banner')).toBe('ImportOrderlive Shop/ImportOrder in stack Shop lost Failed events are lost: nothing keeps them. ← Overview');
  expect(await textOf(page, '.outcome')).toBe('Lost after 3 min: the qualifier has no failure destination, and the function no dead-letter queue.');
  await page.click('text=← Overview');
  expect(await textOf(page, '#detail h2')).toBe('Findings');
  expect(wrongs).toEqual([]);
});

test('finds functions by text, stack, state and kind of caller', async () => {
  const { page, wrongs } = await openPage(SHOP);
  const shown = async () => (await page.locator('#list button').evaluateAll(buttons => buttons.map(button => (button as HTMLElement).dataset.id))).sort();
  const inMap = async () => (await page.locator('#map [data-id]').evaluateAll(boxes => boxes.map(box => (box as HTMLElement).dataset.id))).sort();

  await page.fill('input[type=search]', 'failedorders');
  expect(await shown()).toEqual(['Shop/ImportOrder:$LATEST', 'Shop/Invoice:$LATEST']);
  expect(await inMap()).toEqual(await shown());
  await page.fill('input[type=search]', 'no such thing');
  expect(await textOf(page, '#list')).toBe('No function matches.');
  await page.fill('input[type=search]', '');
  await page.selectOption('select[name=stack]', 'Media');
  expect(await shown()).toEqual(['Media/Notify:$LATEST', 'Media/Thumbnails:$LATEST']);
  await page.selectOption('select[name=state]', 'lost');
  expect(await shown()).toEqual(['Media/Notify:$LATEST']);
  await page.selectOption('select[name=state]', '');
  await page.selectOption('select[name=caller]', 's3-notification');
  expect(await shown()).toEqual(['Media/Thumbnails:$LATEST']);
  expect(wrongs).toEqual([]);
});

test('plays what the reader breaks and changes, and a link keeps it', async () => {
  const { page, wrongs } = await openPage(SHOP);
  await page.click('#list [data-id="Shop/Invoice:$LATEST"]');

  expect(await textOf(page, '.outcome')).toBe('Stored after 1 min in queue Shop/FailedOrders: RetriesExhausted.');
  await page.selectOption('[name=trouble]', 'timeout');
  await page.locator('.outcome:has-text("after 5 min")').waitFor();
  await page.selectOption('[name=retries]', '0');
  expect(await textOf(page, '.difference')).toBe('With your changes, the event is still stored, 3 min sooner.');
  await page.check('[name=denied]');
  await page.locator('.outcome.lost').waitFor();
  await page.selectOption('[name=destination]', '');
  await page.locator('.outcome:has-text("no failure destination")').waitFor();

  const fragment = await page.evaluate('location.hash') as string;
  expect(fragment).toBe('#f=Shop%2FInvoice%3A%24LATEST&fail=timeout&denied=1&retries=0&to=');
  const { page: again } = await openPage(SHOP, { hash: fragment });
  await again.locator('.outcome:has-text("no failure destination")').waitFor();
  expect(await again.locator('[name=trouble]').inputValue()).toBe('timeout');
  expect(await again.locator('[name=denied]').isChecked()).toBe(true);
  expect(wrongs).toEqual([]);
});

test('moves the clock: what is later has not happened', async () => {
  const { page, wrongs } = await openPage(SHOP, { hash: '#f=Shop%2FImportOrder%3Alive&at=90' });

  await page.locator('.outcome.pending').waitFor();
  expect(await textOf(page, '.outcome')).toMatch(/^Not decided at 1:30\. Later: Lost after 3 min/);
  expect(await page.locator('.steps li').allInnerTexts()).toEqual(['0:00 accepted', '0:00 attempt 1 failed: Error (version 1)', '1:00 attempt 2 failed: Error (version 1)', '2 more later']);
  await page.focus('[name=at]');
  await page.keyboard.press('End');
  await page.locator('.outcome.lost').waitFor();
  expect(wrongs).toEqual([]);
});

test('shows the record as it arrives, and the fix of a finding', async () => {
  const { page, wrongs } = await openPage(SHOP, { hash: '#f=Shop%2FInvoice%3A%24LATEST' });

  await page.click('text=The record as it arrives');
  expect(await textOf(page, '.record pre')).toContain('"condition": "RetriesExhausted"');
  await page.click('text=Fix: Keep what cannot be delivered');
  expect(await textOf(page, '.findings pre')).toContain('new CfnResource');
  expect(await page.locator('.findings a').first().getAttribute('href')).toBe('https://github.com/cdk-async-invoke/cdk-async-invoke/blob/main/docs/rules/CallerWithoutDeadLetterQueue.md');
  expect(wrongs).toEqual([]);
});

test.each([[390, 844], [820, 1180], [1440, 900], [2560, 1300]])('fits a screen of %d × %d, in both colours and in print', async (width, height) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, wrongs } = await openPage(SHOP, { viewport: { width, height }, colorScheme, hash: '#f=Shop%2FInvoice%3A%24LATEST' });
    await page.locator('.outcome').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.controls').isVisible()).toBe(false);
    expect(await page.locator('.outcome').isVisible()).toBe(true);
    expect(wrongs).toEqual([]);
    await page.close();
  }
});

test('texts stand out enough from their ground, in both colours', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await openPage(SHOP, { colorScheme, hash: '#f=Shop%2FImportOrder%3Alive' });
    await page.locator('.outcome').waitFor();

    expect(await page.evaluate(tooFaint)).toEqual([]);
  }
});

/** The texts whose contrast is below 4.5 to 1, the bound of WCAG 2.2 for level AA. */
function tooFaint(): string[] {
  const parts = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (colour: string) => {
    const [r, g, b] = parts(colour).slice(0, 3).map(part => part / 255).map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element: Element | null): string => {
    if (!element) {
      return 'rgb(255, 255, 255)';
    }
    const { backgroundColor } = getComputedStyle(element);
    return parts(backgroundColor)[3] === 0 ? ground(element.parentElement) : backgroundColor;
  };
  return [...document.querySelectorAll<HTMLElement>('#page *:not(svg *)')]
    .filter(element => element.checkVisibility() && [...element.childNodes].some(node => node.nodeType === 3 && node.textContent!.trim() !== ''))
    .flatMap(element => {
      const [text, behind] = [light(getComputedStyle(element).color), light(ground(element))];
      const contrast = (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05);
      return contrast < 4.5 ? [`${element.tagName} ${element.className} ${contrast.toFixed(2)}: ${element.textContent!.slice(0, 40)}`] : [];
    });
}
