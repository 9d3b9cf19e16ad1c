import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { request } from 'node:http';
import * as os from 'node:os';
import * as path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cli } from './command-line';
import { watching, type Watching } from '../../lib/cli/watch';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'watch-'));
const file = path.join(folder, 'app.json');
const template = (retries: number) => JSON.stringify({
  Resources: {
    Job: { Type: 'AWS::Lambda::Function' },
    Config: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: { Ref: 'Job' }, Qualifier: '$LATEST', MaximumRetryAttempts: retries } },
  },
});

const open: Watching[] = [];
const reported: string[] = [];

async function watched(paths: readonly string[] = [file]): Promise<Watching> {
  const served = await watching(paths, {}, line => void reported.push(line));
  open.push(served);
  return served;
}

beforeEach(() => {
  fs.writeFileSync(file, template(0));
  reported.length = 0;
});

afterEach(async () => {
  await Promise.all(open.splice(0).map(served => served.close()));
});

const inputOf = (page: string) => JSON.parse(gunzipSync(Buffer.from(/<template id="app">([^<]*)</.exec(page)![1], 'base64')).toString());
const pageAt = async (url: string) => (await fetch(url)).text();

/** The status of a request whose headers name another machine, which `fetch` does not allow. */
function statusWith(url: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => request(url, { headers, method }, response => {
    response.resume();
    resolve(response.statusCode);
  }).on('error', reject).end());
}

/** Waits for the next change that the server tells. */
async function changeAt(url: string): Promise<{ readonly told: Promise<string> }> {
  const response = await fetch(`${url}changes`);
  const reader = response.body!.getReader();
  await reader.read();
  return { told: reader.read().then(({ value }) => new TextDecoder().decode(value)) };
}

test('serves the page of the app, which may connect to its own server', async () => {
  const { url } = await watched();
  const page = await pageAt(url);

  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(inputOf(page)).toMatchObject({ kind: 'templates', title: 'app.json', files: { [file]: template(0) } });
  expect(page).toContain("connect-src 'self'");
});

test('tells of a change, and serves the new page', async () => {
  const { url } = await watched();
  const { told } = await changeAt(url);
  fs.writeFileSync(file, template(1));

  expect(await told).toBe('event: change\ndata:\n\n');
  expect(inputOf(await pageAt(url)).files[file]).toBe(template(1));
});

test('keeps the page while the app cannot be read, and says why', async () => {
  const { url } = await watched();
  const { told } = await changeAt(url);
  fs.writeFileSync(file, '{');
  while (reported.length === 0) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }

  expect(reported[0]).toContain(`${file}:1:2: the template cannot be read, because`);
  expect(inputOf(await pageAt(url)).files[file]).toBe(template(0));
  fs.writeFileSync(file, template(2));
  await told;
  expect(inputOf(await pageAt(url)).files[file]).toBe(template(2));
});

test.each([
  ['another host', { host: 'example.com' }, 'GET', '', 403],
  ['a page of another origin', { origin: 'https://example.com' }, 'GET', 'changes', 403],
  ['another path', {}, 'GET', 'etc/passwd', 404],
  ['another method', {}, 'POST', '', 405],
])('refuses %s', async (_, headers, method, where, status) => {
  const { url } = await watched();

  expect(await statusWith(url + where, headers, method)).toBe(status);
});

test.each([
  [['-'], {}, '`watch` takes files, because the standard input does not change, got: `-`. See `cdk-async-invoke watch --help`.'],
  [[file], { port: '65536' }, '`--port` must be an integer from 0 to 65535, got: 65536'],
  [['nowhere'], {}, '`nowhere` must be a cloud assembly, but there is no such directory. Run `cdk synth` first.'],
])('refuses %j with %j', async (paths, options, message) => {
  await expect(watching(paths, options, () => {})).rejects.toThrow(message);
});

test('refuses a port that is in use', async () => {
  const { port } = new URL((await watched()).url);

  await expect(watching([file], { port }, () => {})).rejects.toThrow(`\`--port\` must be a free port, got: ${port}. Leave it out for any free one.`);
});

test('the command prints the URL and goes on', async () => {
  expect(cli(['watch', 'nowhere']).code).toBe(2);
  const root = path.join(__dirname, '../..');
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'lib/cli/main.ts'), 'watch', file], { cwd: root, env: { ...process.env, TSX_TSCONFIG_PATH: 'test/tsconfig.json' } });
  try {
    let out = '';
    for await (const chunk of child.stdout) {
      out += String(chunk);
      if (out.includes('Ctrl-C')) {
        break;
      }
    }
    const [url, rest] = out.split('\n');

    expect(rest).toBe(`The page follows each synthesis of ${file}. Stop with Ctrl-C.`);
    expect(inputOf(await pageAt(url)).title).toBe('app.json');
  } finally {
    child.kill();
  }
});
