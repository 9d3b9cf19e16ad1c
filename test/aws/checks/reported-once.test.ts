import { App, Stack, Stage, Validations, type PolicyViolation } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct, IConstruct } from 'constructs';
import { reportedOnce } from '../../../lib/aws/checks/reported-once';
import { secondCopy } from '../../second-copy';
import { functionIn } from '../../topology/synthesized';
import { newApp, recorded, silently } from '../validated';
import { AsyncInvokeChecks } from 'cdk-async-invoke';

const ERROR = 'error SettingOutOfRange Config';

/** An app with one error. */
function appWithError(within = (app: App): Construct => app): App {
  const app = newApp();
  const stack = new Stack(within(app), 'S');
  new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: functionIn(stack, 'Fn').functionName, qualifier: '$LATEST', maximumRetryAttempts: 3 });
  return app;
}

/** Adds a plugin; returns what it reports each time. */
function add(scope: IConstruct, plugin = new AsyncInvokeChecks()): () => string[][] {
  const { reports } = recorded(plugin);
  Validations.of(scope).addPlugins(plugin);
  return () => reports.map(({ violations }) => violations.map(described));
}

function described({ severity, ruleName, violatingResources: [{ resourceLogicalId }] }: PolicyViolation): string {
  return `${severity} ${ruleName} ${resourceLogicalId}`;
}

/** Some releases of aws-cdk-lib fail by exit code, others by an error. */
function synthesize(app: App): void {
  const { exitCode } = process;
  try {
    silently(() => app.synth({ force: true }));
  } catch (error) {
    expect((error as Error).message).toContain('`MaximumRetryAttempts` must be an integer between 0 and 2, got: 3.');
  } finally {
    process.exitCode = exitCode;
  }
}

describe('two plugins in one app', () => {
  test('report a finding once', () => {
    const app = appWithError();
    const reports = [add(app), add(app)];
    synthesize(app);

    expect(reports.map(read => read())).toEqual([[[ERROR]], [[]]]);
  });

  test('report a finding once if one is at a stage', () => {
    const app = appWithError(root => new Stage(root, 'Prod'));
    const reports = [add(app), add(app.node.findChild('Prod'))];
    synthesize(app);

    expect(reports.flatMap(read => read().flat())).toEqual([ERROR]);
  });

  test('that are the same report a finding once', () => {
    const app = appWithError(root => new Stage(root, 'Prod'));
    const plugin = new AsyncInvokeChecks();
    const read = add(app, plugin);
    Validations.of(app).addPlugins(plugin);
    Validations.of(app.node.findChild('Prod')).addPlugins(plugin);
    synthesize(app);

    expect(read().flat()).toEqual([ERROR]);
  });

  test('report a finding again if the app is synthesized again', () => {
    const app = appWithError();
    const reports = [add(app), add(app)];
    synthesize(app);
    synthesize(app);

    expect(reports.map(read => read())).toEqual([[[ERROR], [ERROR]], [[], []]]);
  });

  test('of two copies of the library report a finding once', () => {
    const app = appWithError();
    const reports = [add(app), add(app, new (secondCopy().AsyncInvokeChecks)())];
    synthesize(app);

    expect(reports.map(read => read())).toEqual([[[ERROR]], [[]]]);
  });

  test('report what the first one leaves out', () => {
    const app = appWithError();
    const reports = [add(app, new AsyncInvokeChecks({ exclude: ['SettingOutOfRange'] })), add(app)];
    synthesize(app);

    expect(reports.map(read => read())).toEqual([[[]], [[ERROR]]]);
  });
});

test('plugins of two apps report the same finding', () => {
  const apps = [appWithError(), appWithError()];
  const reports = apps.map(app => add(app));
  apps.forEach(synthesize);

  expect(reports.map(read => read())).toEqual([[[ERROR]], [[ERROR]]]);
});

describe('a finding', () => {
  const [one, other] = [{}, {}];
  const found = (changes: Partial<PolicyViolation> = {}, logicalId = 'Config'): PolicyViolation => ({
    ruleName: 'Rule', description: 'Text', severity: 'warning', violatingResources: [{ resourceLogicalId: logicalId, templatePath: 'S.json', locations: ['Properties.A'] }], ...changes,
  });

  test('is reported as an error although another plugin warns of it', () => {
    const app = new App();
    const strict = found({ severity: 'error' });

    expect(reportedOnce(app, one, [found()])).toEqual([found()]);
    expect(reportedOnce(app, other, [strict])).toEqual([strict]);
    expect(reportedOnce(app, one, [found()])).toEqual([found()]);
  });

  test('is no warning if another plugin reports it as an error', () => {
    const app = new App();
    reportedOnce(app, one, [found({ severity: 'error' })]);

    expect(reportedOnce(app, other, [found()])).toEqual([]);
  });

  test('is the same with another text, and another one with another rule, resource or property', () => {
    const app = new App();
    reportedOnce(app, one, [found()]);
    const others = [found({ ruleName: 'Other' }), found({}, 'Other'), found({ violatingResources: [{ resourceLogicalId: 'Config', templatePath: 'S.json', locations: ['Properties.B'] }] })];

    expect(reportedOnce(app, other, [found({ description: 'Other' }), ...others])).toEqual(others);
  });

  test('of one plugin is never left out', () => {
    expect(reportedOnce(new App(), one, [found(), found({ description: 'Other' })])).toHaveLength(2);
  });
});
