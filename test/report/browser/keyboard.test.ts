import { closeBrowser, openPage } from './open-page';
import { shopInput } from '../page/shop';

const SHOP = shopInput();

afterAll(closeBrowser);

test('everything is reached and done with the keyboard alone', async () => {
  const { page, wrongs } = await openPage(SHOP);
  const focused = () => page.evaluate(() => {
    const element = document.activeElement as HTMLElement | SVGElement;
    return element.getAttribute('aria-label') ?? (element as HTMLElement).dataset.id ?? element.getAttribute('name') ?? element.textContent;
  });
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time += 1) {
      await page.keyboard.press(key);
    }
    return focused();
  };

  expect(await press('Tab')).toBe('Search functions, callers and destinations');
  await page.keyboard.type('order');
  expect(await press('Tab', 3)).toBe('Kind of caller');
  expect(await press('Tab')).toBe('Media/Notify:$LATEST');
  // Beyond the places of the headline begins the list.
  expect(await press('Tab', 3)).toBe('Shop/ImportOrder:live');
  await press('Enter');
  await page.locator('.outcome').waitFor();
  expect(await focused()).toBe('Shop/ImportOrder:live');
  expect(await page.locator('#list [aria-current=true]').getAttribute('data-id')).toBe('Shop/ImportOrder:live');

  await page.focus('#map');
  await press('Tab');
  const first = await page.evaluate('document.activeElement.dataset.id');
  await press('ArrowDown');
  expect(await page.evaluate('document.activeElement.dataset.id')).not.toBe(first);
  await press('ArrowUp');
  expect(await page.evaluate('document.activeElement.dataset.id')).toBe(first);
  await press(' ');
  await page.locator(`#map [aria-pressed=true][data-id="${first as string}"]`).waitFor();
  expect(await page.evaluate('document.activeElement.dataset.id')).toBe(first);

  await page.focus('[name=trouble]');
  await press('ArrowDown');
  await page.waitForFunction('location.hash.includes("fail=timeout")');
  expect(await focused()).toBe('trouble');
  await page.focus('[name=at]');
  await press('Home');
  await page.locator('.outcome.pending').waitFor();
  expect(await focused()).toBe('at');
  expect(wrongs).toEqual([]);
});

test('a reader of the screen gets names and roles', async () => {
  const { page } = await openPage(SHOP, { hash: '#f=Shop%2FImportOrder%3Alive' });
  await page.locator('.outcome').waitFor();

  expect(await page.getByRole('button', { name: /^Shop\/ImportOrder, qualifier live\. Failed events are lost: nothing keeps them\./ }).count()).toBe(1);
  expect(await page.getByRole('combobox', { name: 'Failure destination' }).count()).toBe(1);
  expect(await page.getByRole('slider', { name: /^Clock/ }).getAttribute('aria-valuetext')).toBe('3 min');
  expect(await page.getByRole('img', { name: /^Every attempt fails at once: attempt 1 from 0 s to 0 s, wait after attempt 1/ }).count()).toBe(1);
  expect(await page.locator('#result').getAttribute('aria-live')).toBe('polite');
  expect(await page.evaluate(() => [...document.querySelectorAll('button, select, input, a, [tabindex="0"]')].filter(element => {
    const named = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return named.trim() === '' && (element as HTMLInputElement).labels?.length === 0;
  }).map(element => element.outerHTML.slice(0, 80)))).toEqual([]);
});
