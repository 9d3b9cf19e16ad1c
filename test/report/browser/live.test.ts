import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { closeBrowser, theBrowser } from './open-page';
import { watching } from '../../../lib/cli/watch';

const FILE = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'live-')), 'app.json');

function write(destination?: object): void {
  fs.writeFileSync(FILE, JSON.stringify({
    Resources: {
      Job: { Type: 'AWS::Lambda::Function' },
      Queue: { Type: 'AWS::SQS::Queue' },
      Config: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: { Ref: 'Job' }, Qualifier: '$LATEST', DestinationConfig: destination } },
    },
  }));
}

afterAll(closeBrowser);

test('a served page follows the app, and keeps what the reader has chosen', async () => {
  write();
  const served = await watching([FILE], {}, () => {});
  const page = await (await theBrowser()).newPage();
  const wrongs: string[] = [];
  page.on('console', message => void wrongs.push(message.text()));
  page.on('pageerror', error => void wrongs.push(error.message));
  try {
    await page.goto(served.url);
    await page.click('.chip:has-text("Job:$LATEST")');
    await page.selectOption('[name=retries]', '1');
    await page.locator('.outcome:has-text("Lost after 1 min")').waitFor();
    write({ OnFailure: { Destination: { 'Fn::GetAtt': ['Queue', 'Arn'] } } });
    await page.locator('.outcome:has-text("Stored after 1 min in queue Queue")').waitFor();

    expect(await page.locator('.headline .verdict').innerText()).toBe('The one function keeps the events that keep failing.');
    expect(wrongs).toEqual([]);
  } finally {
    await page.close();
    await served.close();
  }
});
