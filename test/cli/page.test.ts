import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cli } from './command-line';
import { shop } from '../report/sample-app';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'page-'));
const app = path.join(folder, 'shop/cdk.out');
const file = path.join(folder, 'events.html');

beforeAll(() => {
  shop(app);
});

const inputIn = (page: string) => JSON.parse(gunzipSync(Buffer.from(/<template id="app">([^<]*)</.exec(page)![1], 'base64')).toString());
const written = () => fs.readFileSync(file, 'utf8');

test('explain writes a page with the app, below 400 KB', () => {
  const { code, out, problem } = cli(['explain', app, '--html', file]);
  const { files, version: _, ...input } = inputIn(written());

  expect({ code, problem }).toEqual({ code: 0, problem: '' });
  expect(out).toMatch(/^\S+events\.html: a page of \d+ KB, for any browser\. It contains the templates of the app\.\n$/);
  expect(input).toEqual({ kind: 'assembly', title: 'shop', parameters: {} });
  expect(Object.keys(files).sort()).toEqual(['Media.assets.json', 'Media.metadata.json', 'Media.template.json', 'Shop.assets.json', 'Shop.metadata.json', 'Shop.template.json', 'manifest.json']);
  expect(written().length).toBeLessThan(400 * 1024);
});

test('explain begins with the function that is named', () => {
  cli(['explain', app, 'ImportOrder:live', '--html', file]);

  expect(inputIn(written())).toMatchObject({ selected: 'Shop/ImportOrder:live' });
});

test('check writes a page beside its findings, without excluded rules', () => {
  const { code, out, problem } = cli(['check', app, '--html', file, '--json', '--exclude', 'NoFailureDestination']);

  expect(code).toBe(0);
  expect(JSON.parse(out).findings).toHaveLength(2);
  expect(problem).toContain('events.html: a page of ');
  expect(inputIn(written())).toMatchObject({ excluded: ['NoFailureDestination'] });
});

test('a template in YAML is in the page as JSON, with the values that are given', () => {
  const template = path.join(folder, 'job.yaml');
  fs.writeFileSync(template, 'Parameters:\n  Stage:\n    Type: String\nResources:\n  Job:\n    Type: AWS::Lambda::Function\n');
  const { code } = cli(['explain', template, '--html', file, '--parameter', 'Stage=prod', '--region', 'eu-west-1', '--account', '111122223333']);

  expect(code).toBe(0);
  expect(inputIn(written())).toMatchObject({
    kind: 'templates',
    title: 'job.yaml',
    files: { [template]: '{"Parameters":{"Stage":{"Type":"String"}},"Resources":{"Job":{"Type":"AWS::Lambda::Function"}}}' },
    parameters: { Stage: 'prod' },
    region: 'eu-west-1',
    account: '111122223333',
  });
});

test.each(['--json', '--mermaid'])('explain refuses it with %s', option => {
  expect(cli(['explain', app, '--html', file, option])).toEqual({ code: 2, out: '', problem: `cdk-async-invoke: \`--html\` and \`${option}\` exclude each other. See \`cdk-async-invoke explain --help\`.\n` });
});

test('says why it cannot write', () => {
  const nowhere = path.join(folder, 'nowhere/events.html');

  expect(cli(['explain', app, '--html', nowhere])).toEqual({ code: 2, out: '', problem: `cdk-async-invoke: \`--html\` must be a file that can be written, got: ${JSON.stringify(nowhere)}: it does not exist.\n` });
});
