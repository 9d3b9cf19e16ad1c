import {
  Aspects,
  aws_cloudwatch_actions as actions,
  aws_events as events,
  aws_events_targets as targets,
  aws_iam as iam,
  aws_lambda as lambda,
  aws_sns as sns,
  Mixins,
  Shims,
  Stack,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { PLAIN_APPS } from './adopted-apps';
import { AsyncAlias, AsyncInvokeAlarms, mixins } from '../../../lib';
import { checkedApp } from '../../checks/checked-apps';
import { ENV, functionIn } from '../../topology/synthesized';
import { newApp } from '../validated';

const ALARM = 'AWS::CloudWatch::Alarm';

function newStack(): Stack {
  return new Stack(newApp(), 'S', { env: ENV });
}

function invoked(stack: Stack, id = 'Fn'): lambda.Function {
  const fn = functionIn(stack, id);
  new events.Rule(stack, `${id}Rule`, { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] });
  return fn;
}

function onCall(stack: Stack): mixins.FunctionAsyncAlarmsProps {
  const action = new actions.SnsAction(new sns.Topic(stack, 'OnCall'));
  return { critical: { alarmActions: [action] }, warning: { alarmActions: [action] } };
}

/** What each alarm watches: the metric, and the logical id that its last dimension names. */
function watched(stack: Stack): string[] {
  return Object.values(Template.fromStack(stack).findResources(ALARM)).map(({ Properties: { MetricName, Dimensions } }) => {
    const value = Dimensions.at(-1).Value;
    return `${MetricName} ${(value.Ref ?? value['Fn::GetAtt'][0]).replace(/[0-9A-F]{8}$/, '')}`;
  }).sort();
}

function entries({ report }: mixins.FunctionAsyncAlarms): string[] {
  return report.map(({ functionPath, outcome, detail }) => `${outcome} ${functionPath}: ${detail}`);
}

test('adds the alarms of AsyncInvokeAlarms to each function that is invoked', () => {
  const [byMixin, byHand] = [true, false].map(isMixin => {
    const stack = newStack();
    const fn = invoked(stack);
    functionIn(stack, 'Idle');
    const settings = onCall(stack);
    if (isMixin) {
      Mixins.of(stack).apply(new mixins.FunctionAsyncAlarms(settings));
    } else {
      new AsyncInvokeAlarms(fn, 'AsyncInvokeAlarms', { function: fn, ...settings });
    }
    return Template.fromStack(stack).toJSON();
  });
  expect(byMixin).toEqual(byHand);
});

test('watches the queues that the other mixin makes', () => {
  const stack = newStack();
  invoked(stack);
  const mixin = new mixins.FunctionAsyncAlarms();
  Mixins.of(stack).apply(new mixins.FunctionFailureDestination(), mixin);
  expect(watched(stack)).toEqual(expect.arrayContaining([
    'ApproximateNumberOfMessagesVisible FnAsyncFailureQueue', 'ApproximateNumberOfMessagesVisible FnAsyncUndeliveredQueue',
    'ApproximateAgeOfOldestMessage FnAsyncFailureQueue', 'ApproximateAgeOfOldestMessage FnAsyncUndeliveredQueue',
  ]));
  expect(entries(mixin)).toEqual(['ADDED S/Fn: alarms at S/Fn/AsyncInvokeAlarms']);
});

describe('a queue that functions share', () => {
  const QUEUES = [
    'ApproximateAgeOfOldestMessage AsyncFailureQueue', 'ApproximateAgeOfOldestMessage AsyncUndeliveredQueue',
    'ApproximateNumberOfMessagesVisible AsyncFailureQueue', 'ApproximateNumberOfMessagesVisible AsyncUndeliveredQueue',
  ];

  test.each<[string, (stack: Stack, ...added: (mixins.FunctionFailureDestination | mixins.FunctionAsyncAlarms)[]) => void]>([
    ['at once', (stack, ...added) => void Mixins.of(stack).apply(...added)],
    ['as aspects', (stack, ...added) => added.forEach(mixin => Aspects.of(stack).add(Shims.asAspect(mixin)))],
  ])('is watched once, %s', (_, apply) => {
    const stack = newStack();
    ['A', 'B'].forEach(id => invoked(stack, id));
    apply(stack, new mixins.FunctionFailureDestination({ queues: mixins.FailureQueues.PER_STACK }), new mixins.FunctionAsyncAlarms(onCall(stack)));
    expect(watched(stack).filter(alarm => alarm.includes('Queue'))).toEqual(QUEUES);
  });

  test('has the actions of its severity, and a runbook without a function', () => {
    const stack = newStack();
    invoked(stack);
    const failures = new mixins.FunctionFailureDestination({ queues: mixins.FailureQueues.PER_STACK });
    Mixins.of(stack).apply(failures, new mixins.FunctionAsyncAlarms(onCall(stack)));
    const alarms = Object.entries(Template.fromStack(stack).findResources(ALARM)).filter(([id]) => id.startsWith('AsyncFailureQueueAsyncInvokeQueueAlarms'));
    expect(alarms.map(([, { Properties }]) => Properties.AlarmActions)).toEqual([[{ Ref: expect.stringMatching(/^OnCall/) }], [{ Ref: expect.stringMatching(/^OnCall/) }]]);
    expect(JSON.stringify(alarms)).toContain('`npx cdk-async-invoke explain` shows the way of an event.');
    expect(JSON.stringify(alarms)).toContain('The queue S/AsyncFailureQueue has failed events of S.');
  });

  test('changes nothing when a function is added', () => {
    const [before, after] = [['B'], ['A', 'B']].map(ids => {
      const stack = newStack();
      ids.forEach(id => invoked(stack, id));
      const failures = new mixins.FunctionFailureDestination({ queues: mixins.FailureQueues.PER_STACK });
      Mixins.of(stack).apply(failures, new mixins.FunctionAsyncAlarms());
      return Template.fromStack(stack).toJSON().Resources;
    });
    expect(Object.keys(before).filter(id => JSON.stringify(after[id]) !== JSON.stringify(before[id]))).toEqual([]);
  });
});

test('watches a rule of another stack there', () => {
  const app = newApp();
  const fn = functionIn(new Stack(app, 'Functions', { env: ENV }), 'Fn');
  const stack = new Stack(app, 'Rules', { env: ENV });
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] });
  Mixins.of(app).apply(new mixins.FunctionFailureDestination(), new mixins.FunctionAsyncAlarms());
  expect(watched(stack)).toEqual(['InvocationsFailedToBeSentToDlq Rule']);
});

describe('leaves', () => {
  test.each<[string, (fn: lambda.Function) => lambda.IFunction]>([
    ['a function with alarms', fn => fn],
    ['a function with alarms for an alias', fn => fn.addAlias('live')],
  ])('%s', (_, target) => {
    const stack = newStack();
    new AsyncInvokeAlarms(stack, 'Alarms', { function: target(invoked(stack)) });
    const mixin = new mixins.FunctionAsyncAlarms();
    Mixins.of(stack).apply(mixin);
    expect(entries(mixin)).toEqual(['LEFT S/Fn: it has alarms: S/Alarms']);
  });

  test('a function that nothing invokes, unless all are wanted', () => {
    const stack = newStack();
    functionIn(stack, 'Fn');
    const [invokedOnly, all] = [new mixins.FunctionAsyncAlarms(), new mixins.FunctionAsyncAlarms({ functions: mixins.FunctionSelection.ALL })];
    Mixins.of(stack).apply(invokedOnly, all);
    expect(entries(invokedOnly)).toEqual(['LEFT S/Fn: nothing in the app invokes it asynchronously']);
    expect(entries(all)).toEqual(['ADDED S/Fn: alarms at S/Fn/AsyncInvokeAlarms']);
  });

  test('everything as it is the second time', () => {
    const [once, twice] = [1, 2].map(times => {
      const stack = newStack();
      invoked(stack);
      for (let time = 0; time < times; time += 1) {
        Mixins.of(stack).apply(new mixins.FunctionAsyncAlarms());
      }
      return Template.fromStack(stack).toJSON();
    });
    expect(twice).toEqual(once);
  });
});

test('watches an L1', () => {
  const stack = newStack();
  const role = new iam.CfnRole(stack, 'Role', { assumeRolePolicyDocument: {} });
  const mixin = new mixins.FunctionAsyncAlarms({ functions: mixins.FunctionSelection.ALL });
  new lambda.CfnFunction(stack, 'Fn', { code: { zipFile: '' }, role: role.attrArn }).with(mixin);
  expect(watched(stack)).toContain('AsyncEventsDropped Fn');
});

test('watches an AsyncAlias and what it keeps', () => {
  const stack = newStack();
  new AsyncAlias(stack, 'Live', { function: invoked(stack) });
  Mixins.of(stack).apply(new mixins.FunctionAsyncAlarms());
  expect(watched(stack)).toContain('ApproximateNumberOfMessagesVisible LiveFailureQueue');
});

describe.each(Object.keys(PLAIN_APPS))('with both mixins, an app with %s', name => {
  test('has no finding', () => {
    expect(checkedApp(app => {
      PLAIN_APPS[name](app);
      const topic = new sns.Topic(new Stack(app, 'OnCall', { env: ENV }), 'OnCall', { topicName: 'on-call' });
      const alarmActions = [new actions.SnsAction(sns.Topic.fromTopicArn(topic, 'Imported', `arn:aws:sns:${ENV.region}:${ENV.account}:on-call`))];
      const alarms = new mixins.FunctionAsyncAlarms({ critical: { alarmActions }, warning: { alarmActions } });
      Mixins.of(app).apply(new mixins.FunctionFailureDestination(), alarms);
    })).toEqual([]);
  });
});
