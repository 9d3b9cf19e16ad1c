import { CfnParameter, CustomResource, Duration, type Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { cli, cliOver, over, stack, switchedOff } from './command-line';
import { explanationOf } from './explain/explanations';
import { functionIn } from '../topology/synthesized';

/** A rule calls the alias, the config is for `$LATEST`. */
const ORDERS = stack(scope => {
  const orders = functionIn(scope, 'Orders', {
    timeout: Duration.seconds(30),
    maxEventAge: Duration.hours(1),
    retryAttempts: 1,
    onFailure: new destinations.SqsDestination(new sqs.Queue(scope, 'Failed', { maxMessageSizeBytes: 262144 })),
  });
  new events.Rule(scope, 'Placed', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(orders.addAlias('live'))] });
});

const LATEST = `S/Orders:$LATEST
  called by    nothing in this app, asynchronously
  config       S/Orders/EventInvokeConfig, which is for $LATEST: 1 retry, events up to 1 h old
  on success   nothing
  on failure   the record to queue S/Failed
  failing      0 s attempt 1 -> wait 1 min -> 1 min attempt 2 -> 1 min given up: RetriesExhausted
  timing out   0 s attempt 1 -> wait 1 min -> 1 min 30 s attempt 2 -> 2 min given up: RetriesExhausted (each attempt takes 30 s)
  longest      known after 1 h 30 s at most: throttled events wait for up to 1 h, and the last attempt may take 30 s
  lost         records of more than 262144 bytes: the queue refuses them
`;

const LIVE = `S/Orders:live
  called by    rule of bus default, in S/Placed: retries for up to 24 h, at most 185 times, then drops what Lambda did not accept
  config       none for live, so Lambda's defaults: 2 retries, events up to 6 h old (the config of $LATEST does not apply: Lambda never falls back)
  on success   nothing
  on failure   nothing
  failing      0 s attempt 1 -> wait 1 min -> 1 min attempt 2 -> wait 2 min -> 3 min attempt 3 -> 3 min given up: RetriesExhausted
  timing out   0 s attempt 1 -> wait 1 min -> 1 min 30 s attempt 2 -> wait 2 min -> 4 min attempt 3 -> 4 min 30 s given up: RetriesExhausted \
(each attempt takes 30 s)
  longest      known after 6 h 30 s at most: throttled events wait for up to 6 h, and the last attempt may take 30 s; \
after 30 h 30 s if the caller also has to retry
  lost         the whole event: nothing stores it
`;

describe('in words', () => {
  test('for each function and qualifier', () => {
    expect(cliOver(ORDERS, 'explain')).toEqual({ code: 0, out: `${LATEST}\n${LIVE}`, problem: '' });
  });

  test.each([
    'S/Orders:live', 'Orders:live',
  ])('for %s alone', name => {
    expect(cliOver(ORDERS, 'explain', name)).toEqual({ code: 0, out: LIVE, problem: '' });
  });

  test('for a function in the folder of its assembly', () => {
    over(ORDERS, directory => {
      expect(cli(['explain', '.', 'Orders:$LATEST'], { cwd: directory })).toEqual({ code: 0, out: LATEST, problem: '' });
    });
  });

  test('for a function without concurrency', () => {
    expect(cliOver(stack(scope => void switchedOff(scope)), 'explain').out).toBe(`S/Off:$LATEST
  called by    nothing in this app, asynchronously
  config       S/Off/EventInvokeConfig, which is for $LATEST: 1 retry, events up to 6 h old
  on success   nothing
  on failure   the event to dead-letter queue S/Off/DeadLetterQueue
  failing      0 s given up: ZeroReservedConcurrency
  longest      known at once
  lost         the response, and the reason except for an error code and message: a dead-letter queue gets only the event
`);
  });

  test('for an app without asynchronous invocation', () => {
    expect(cliOver(stack(scope => void functionIn(scope, 'Fn')), 'explain'))
      .toEqual({ code: 0, out: 'This app neither configures nor makes asynchronous invocations.\n', problem: '' });
  });

  test('for an app that could not be read in full', () => {
    const app = stack(scope => {
      functionIn(scope, 'Fn');
      scope.addTransform('My::Macro');
    });
    const hidden = 'not everything could be read:\n  S: the template has a `Transform`\n';
    expect(cliOver(app, 'explain').out).toBe(`What could be read of this app neither configures nor makes asynchronous invocations.\n\n${hidden}`);
    expect(cliOver(app, 'explain', 'Fn').out).toMatch(/^S\/Fn:\$LATEST\n {2}called by {4}nothing that could be read of this app, asynchronously\n/);
    expect(cliOver(app, 'explain', '--json')).toEqual({ code: 0, out: '[]\n', problem: `cdk-async-invoke: ${hidden}` });
    expect(cliOver(app, 'explain', '--mermaid')).toEqual({ code: 0, out: 'flowchart LR\n', problem: `cdk-async-invoke: ${hidden}` });
    expect(cliOver(app, 'explain', 'Other').problem).toBe(`cdk-async-invoke: there is no function "Other" in the app. Its functions are:\n  S/Fn\n${hidden}`);
  });

  test('for an app whose functions could not be read', () => {
    const app = stack(scope => scope.addTransform('AWS::Serverless-2016-10-31'));
    expect(cliOver(app, 'explain', 'Fn').problem).toBe(
      'cdk-async-invoke: there is no function "Fn" in the app. It has none that could be read.\nnot everything could be read:\n  S: the template has a `Transform`\n');
  });

  test('for a caller whose function only the deployment knows', () => {
    const app = stack(scope => {
      const arn = new CfnParameter(scope, 'Target').valueAsString;
      new events.CfnRule(scope, 'Rule', { eventPattern: { source: ['shop'] }, targets: [{ id: 'T', arn }] });
    });
    const hidden = 'not everything could be read:\n  S: S/Rule may invoke functions asynchronously: parameter `Target` has no default\n';
    expect(cliOver(app, 'explain').out).toBe(`What could be read of this app neither configures nor makes asynchronous invocations.\n\n${hidden}`);
    expect(cliOver(app, 'check').out).toBe(`0 functions in 1 stack: nothing found\n\n${hidden}`);
    expect(JSON.parse(cliOver(app, 'check', '--json').out).unknown).toEqual([{ stack: 'S', reason: 'S/Rule may invoke functions asynchronously: parameter `Target` has no default' }]);
  });

  test('for a named function without callers', () => {
    expect(cliOver(stack(scope => void functionIn(scope, 'Fn')), 'explain', 'Fn').out).toMatch(/^S\/Fn:\$LATEST\n {2}called by {4}nothing in this app, asynchronously\n/);
  });
});

describe('a function that only CloudFormation calls', () => {
  const app = stack(scope => {
    const handler = functionIn(scope, 'Handler', { retryAttempts: 0 });
    ['One', 'Two'].forEach(id => new CustomResource(scope, id, { serviceToken: handler.functionArn }));
  });
  const shown = `S/Handler:$LATEST
  called by    CloudFormation, for S/One, S/Two
  config       S/Handler/EventInvokeConfig, which is for $LATEST: 0 retries, events up to 6 h old
  on success   nothing
  on failure   nothing
  failing      0 s attempt 1 -> 0 s given up: RetriesExhausted
  timing out   0 s attempt 1 -> 3 s given up: RetriesExhausted (each attempt takes 3 s)
  longest      known after 6 h 3 s at most: throttled events wait for up to 6 h, and the last attempt may take 3 s
  lost         nothing without notice: the deployment fails, because CloudFormation gets no answer
`;

  test('is not shown, but mentioned', () => {
    expect(cliOver(app, 'explain').out).toBe(
      'This app neither configures nor makes asynchronous invocations.\n\n' +
      'Name a function to see it if only CloudFormation calls it: S/Handler:$LATEST\n');
    expect(cliOver(app, 'explain', '--json').out).toBe('[]\n');
    expect(cliOver(app, 'explain', '--mermaid').out).toBe('flowchart LR\n');
  });

  test('is shown if you name it', () => {
    expect(cliOver(app, 'explain', 'Handler').out).toBe(shown);
    expect(JSON.parse(cliOver(app, 'explain', 'Handler', '--json').out)[0].callers).toEqual([
      { kind: 'custom-resource', by: 'S/One', property: 'ServiceToken' }, { kind: 'custom-resource', by: 'S/Two', property: 'ServiceToken' },
    ]);
  });
});

test('refuses an unknown function and lists the known ones', () => {
  const app = stack((scope: Stack) => ['Two', 'One'].forEach(id => functionIn(scope, id)));

  expect(cliOver(app, 'explain', 'Three'))
    .toEqual({ code: 2, out: '', problem: 'cdk-async-invoke: there is no function "Three" in the app. Its functions are:\n  S/One\n  S/Two\n' });
});

test('as JSON', () => {
  const { code, out } = cliOver(ORDERS, 'explain', 'Orders:$LATEST', '--json');

  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual([explanationOf({
    onFailure: 'queue S/Failed',
    failsAtOnce: { attempts: [{ at: 0, failsAt: 0, wait: 60 }, { at: 60, failsAt: 60 }], endsAt: 60, condition: 'RetriesExhausted' },
    timesOut: { attempts: [{ at: 0, failsAt: 30, wait: 60 }, { at: 90, failsAt: 120 }], endsAt: 120, condition: 'RetriesExhausted' },
    lost: 'records of more than 262144 bytes: the queue refuses them',
  })]);
});

test('as a flow chart', () => {
  expect(cliOver(ORDERS, 'explain', '--mermaid')).toEqual({
    code: 0,
    out: `flowchart LR
  n0["S/Orders:$LATEST"]
  n1["queue S/Failed"]
  n2["S/Orders:live"]
  n3["bus default"]
  n4["lost"]
  n0 -.->|on failure| n1
  n3 -->|event-rule| n2
  n2 -.->|on failure| n4
`,
    problem: '',
  });
});
