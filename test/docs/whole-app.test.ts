import { CfnResource, Mixins, type App, type Stack } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import { fences, page, section } from './pages';
import { runModule, runWithFixture } from './snippets';
import { mixins } from '../../lib';
import { pathOf } from '../../lib/aws/target/referenced-resource';

const PAGE = page('docs/whole-app.md');
const [BEFORE, ...FENCES] = fences(PAGE);
const LINES = FENCES.filter(({ info }) => info === 'ts').map(({ text }) => text);

function plainApp(): App {
  return runModule(`${BEFORE.text}\nexport { app };`).app as App;
}

/** The resources of the app by their paths, as they are synthesized. */
function resourcesOf(app: App): Map<string, { type: string; text: string }> {
  const stack = app.node.findChild('Shop') as Stack;
  const { Resources } = app.synth({ force: true }).getStackByName('Shop').template;
  const found = stack.node.findAll().filter(CfnResource.isCfnResource).filter(each => stack.resolve(each.logicalId) in Resources);
  return new Map(found.map(each => [pathOf(each), { type: each.cfnResourceType, text: JSON.stringify(Resources[stack.resolve(each.logicalId)]) }]));
}

test('the diff is that of the templates', () => {
  const before = resourcesOf(plainApp());
  const app = plainApp();
  runWithFixture(LINES[0], { self: app, app });
  const after = resourcesOf(app);
  const marked = [...after].map(([path, { type, text }]) => {
    const old = before.get(path);
    return `${old === undefined ? '+' : old.text === text ? ' ' : '~'}${type.padEnd(32)}${path}`;
  });

  expect(marked).toEqual(fences(section(PAGE, 'Before and after')).find(({ info }) => info === 'diff')!.text.trimEnd().split('\n'));
  expect([...before.keys()].filter(path => !after.has(path))).toEqual([]);
});

test('the report is as it stands there', () => {
  const app = plainApp();
  const log = jest.spyOn(console, 'log').mockImplementation();
  runWithFixture(FENCES.find(({ info }) => info === 'js')!.text, { self: app, app });
  const printed = log.mock.calls.map(([line]) => `${line}\n`).join('');
  log.mockRestore();

  expect(printed).toBe(fences(section(PAGE, 'Before and after')).find(({ info }) => info === 'text')!.text);
});

test.each(LINES.map((line, index) => [index, line] as const))('snippet %d gives the app a failure destination', (_, line) => {
  const app = plainApp();
  const topic = new sns.Topic(app.node.findChild('Shop') as Stack, 'Topic');
  runWithFixture(line, { self: app, app, topic });

  expect([...resourcesOf(app).values()].map(({ type }) => type)).toContain('AWS::Lambda::EventInvokeConfig');
});

test('the numbers of resources are right', () => {
  const app = plainApp();
  const before = resourcesOf(app).size;
  const adopted = plainApp();
  Mixins.of(adopted).apply(new mixins.FunctionFailureDestination());
  const withAlarms = plainApp();
  Mixins.of(withAlarms).apply(new mixins.FunctionFailureDestination(), new mixins.FunctionAsyncAlarms());

  expect(resourcesOf(adopted).size - before).toBe(6);
  expect(resourcesOf(withAlarms).size - resourcesOf(adopted).size).toBeGreaterThanOrEqual(7);
  expect(resourcesOf(withAlarms).size - resourcesOf(adopted).size).toBeLessThanOrEqual(10);
});
