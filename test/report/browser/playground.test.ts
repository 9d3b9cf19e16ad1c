import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { closeBrowser, theBrowser } from './open-page';
import { shop } from '../sample-app';

const ROOT = path.join(__dirname, '../../..');
const PAGE = `file://${path.join(ROOT, 'docs/playground/index.html')}`;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'playground-'));

beforeAll(() => {
  execFileSync('npx', ['projen', 'playground'], { cwd: ROOT });
  shop(path.join(folder, 'cdk.out'));
});

afterAll(closeBrowser);

async function playground() {
  const page = await (await theBrowser()).newPage();
  const wrongs: string[] = [];
  page.on('console', message => void wrongs.push(message.text()));
  page.on('pageerror', error => void wrongs.push(error.message));
  page.on('request', request => void (request.url() === PAGE || wrongs.push(request.url())));
  await page.goto(PAGE);
  await page.locator('.drop').waitFor();
  return { page, wrongs, headline: () => page.locator('.headline .verdict').innerText() };
}

test('shows the example', async () => {
  const { page, wrongs, headline } = await playground();
  await page.click('text=Try an example');

  expect(await headline()).toBe('1 of 2 functions loses events that keep failing.');
  expect(wrongs).toEqual([]);
});

test('shows a template in YAML that is chosen', async () => {
  const { page, wrongs, headline } = await playground();
  const file = path.join(folder, 'app.yaml');
  fs.writeFileSync(file, 'Resources:\n  Job:\n    Type: AWS::Lambda::Function\n  Config:\n    Type: AWS::Lambda::EventInvokeConfig\n    Properties: {FunctionName: !Ref Job, Qualifier: $LATEST}\n');
  await page.setInputFiles('[name=templates]', file);

  expect(await headline()).toBe('1 of 1 function loses events that keep failing.');
  expect(wrongs).toEqual([]);
});

test('shows a cloud assembly that is chosen', async () => {
  const { page, wrongs, headline } = await playground();
  await page.setInputFiles('[name=folder]', path.join(folder, 'cdk.out'));

  expect(await headline()).toBe('3 of 6 functions lose events that keep failing.');
  expect(await page.locator('h1').innerText()).toContain('cdk.out');
  expect(wrongs).toEqual([]);
});

test('shows what is dropped, and says what is wrong with it', async () => {
  const { page, headline } = await playground();
  const drop = (name: string, text: string) => page.evaluate(([file, content]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], file));
    document.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  }, [name, text]);

  await drop('logo.png', 'x');
  await page.locator('[role=alert]:has-text("There is none.")').waitFor();
  await drop('app.json', JSON.stringify({ Resources: { Job: { Type: 'AWS::Lambda::Function', Properties: { DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:111122223333:q' } } } } }));
  expect(await headline()).toBe('The one function keeps the events that keep failing.');
});
