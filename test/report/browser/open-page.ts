import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { pageParts } from '../../../lib/cli/page';
import { html } from '../../../lib/report/html';
import type { PageInput } from '../../../lib/report/page-input';

/** What a page did that it must not do. */
export interface Watched {
  readonly page: Page;

  /** Messages of the console, uncaught errors, and requests for anything but the page itself. */
  readonly wrongs: string[];
}

let browser: Browser | undefined;

/** The browser on this machine. In CI, a missing one is an error. */
export async function theBrowser(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? execFileSync('sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'], { encoding: 'utf8' }).trim(),
    // Its sandbox does not work for root, who runs containers.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/** Opens a page that shows an app from a file, and waits until it is ready, or says why it cannot be shown. */
export async function openPage(input: PageInput, options: BrowserContextOptions & { readonly hash?: string } = {}): Promise<Watched> {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'browser-')), 'events.html');
  fs.writeFileSync(file, html(pageParts(), input));
  const { hash = '', ...context } = options;
  const page = await (await theBrowser()).newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', ...context });
  const wrongs: string[] = [];
  page.on('console', message => void wrongs.push(`console: ${message.text()}`));
  page.on('pageerror', error => void wrongs.push(`error: ${error.message}`));
  page.on('request', request => {
    if (request.url().split('#')[0] !== `file://${file}`) {
      wrongs.push(`request: ${request.url()}`);
    }
  });
  await page.goto(`file://${file}${hash}`);
  await page.waitForSelector('html[data-ready], .cannot', { state: 'attached' });
  return { page, wrongs };
}
