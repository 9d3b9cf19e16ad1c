import {
  App,
  Aspects,
  aws_cloudwatch as cloudwatch,
  aws_events as events,
  aws_events_targets as targets,
  aws_iam as iam,
  aws_kms as kms,
  aws_lambda as lambda,
  aws_lambda_destinations as destinations,
  aws_scheduler as scheduler,
  aws_scheduler_targets as schedulerTargets,
  aws_sns as sns,
  aws_sns_subscriptions as subscriptions,
  aws_sqs as sqs,
  CfnParameter,
  custom_resources as cr,
  CustomResource,
  Duration,
  Fn,
  Lazy,
  Mixins,
  Shims,
  Stack,
} from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AsyncAlias, AsyncDestination, AsyncInvokeConfig, DeployTimeAsyncInvokeConfig, mixins } from '../../../lib';
import { of, checkedApp } from '../../checks/checked-apps';
import { ENV, functionIn } from '../../topology/synthesized';
import { messages } from '../fixture';
import { newApp, synth } from '../validated';

const CONFIG = 'AWS::Lambda::EventInvokeConfig';

function newStack(): Stack {
  return new Stack(newApp(), 'S', { env: ENV });
}

function invoke(fn: lambda.IFunction, id = 'Rule', props: targets.LambdaFunctionProps = {}): events.Rule {
  return new events.Rule(Stack.of(fn), id, { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn, props)] });
}

function invoked(stack: Stack, id = 'Fn', props: Partial<lambda.FunctionProps> = {}): lambda.Function {
  const fn = functionIn(stack, id, props);
  invoke(fn, `${id}Rule`);
  return fn;
}

function apply(stack: Stack, props?: mixins.FunctionFailureDestinationProps): mixins.FunctionFailureDestination {
  const mixin = new mixins.FunctionFailureDestination(props);
  Mixins.of(stack.node.root).apply(mixin);
  return mixin;
}

function entries({ report }: mixins.FunctionFailureDestination): string[] {
  return report.map(({ functionPath, qualifier, outcome, detail }) => `${outcome} ${functionPath}${qualifier === undefined ? '' : `:${qualifier}`}: ${detail}`);
}

const template = (stack: Stack) => Template.fromStack(stack);

describe('what it adds', () => {
  test('is a config, a queue for failures and one for undelivered events, and their permissions', () => {
    const stack = newStack();
    invoked(stack);
    const before = template(stack).toJSON().Resources;
    const again = newStack();
    invoked(again);
    const mixin = apply(again);
    const after = template(again).toJSON().Resources;
    const added = Object.keys(after).filter(id => !(id in before));
    expect(added.map(id => after[id].Type).sort()).toEqual([
      'AWS::IAM::Policy', CONFIG, 'AWS::SQS::Queue', 'AWS::SQS::Queue', 'AWS::SQS::QueuePolicy', 'AWS::SQS::QueuePolicy',
    ]);
    expect(Object.keys(before).filter(id => JSON.stringify(before[id]) !== JSON.stringify(after[id])).map(id => before[id].Type)).toEqual(['AWS::Events::Rule']);
    expect(entries(mixin)).toEqual([
      'ADDED S/Fn:$LATEST: failures go to S/Fn/AsyncFailureQueue',
      'ADDED S/Fn: undelivered events go to S/Fn/AsyncUndeliveredQueue',
    ]);
  });

  test('is a config with the defaults of Lambda', () => {
    const stack = newStack();
    invoked(stack);
    apply(stack);
    template(stack).hasResourceProperties(CONFIG, {
      FunctionName: { Ref: Match.stringLikeRegexp('^Fn') },
      Qualifier: '$LATEST',
      MaximumEventAgeInSeconds: 21600,
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('AsyncFailureQueue'), 'Arn'] } }, OnSuccess: { Destination: '' } },
    });
  });

  test('waits for its permission, and for the other configs of the function', () => {
    const stack = newStack();
    const fn = invoked(stack);
    const alias = fn.addAlias('live');
    invoke(alias, 'AliasRule');
    apply(stack);
    const configs = template(stack).findResources(CONFIG);
    const [latest, live] = ['$LATEST', 'live'].map(qualifier => Object.entries(configs).find(([, { Properties }]) => Properties.Qualifier === qualifier)!);
    expect(live[1].DependsOn).toEqual(expect.arrayContaining([latest[0], expect.stringMatching(/DestinationPolicy/), expect.stringMatching(/^FnAliaslive/)]));
    expect(latest[1].DependsOn).not.toContain(live[0]);
  });

  test('is the destination that you give, with the use of its key', () => {
    const stack = newStack();
    invoked(stack);
    const queue = new sqs.Queue(stack, 'Failed', { encryptionMasterKey: new kms.Key(stack, 'Key') });
    apply(stack, { onFailure: AsyncDestination.queue(queue), keepUndelivered: false });
    template(stack).resourceCountIs('AWS::SQS::Queue', 1);
    template(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [
          Match.objectLike({ Action: 'sqs:SendMessage' }),
          Match.objectLike({ Action: ['kms:Decrypt', 'kms:GenerateDataKey'] }),
        ],
      },
    });
  });

  test('is one queue for a stack', () => {
    const stack = newStack();
    invoked(stack, 'A');
    invoked(stack, 'B');
    const mixin = apply(stack, { queues: mixins.FailureQueues.PER_STACK });
    template(stack).resourceCountIs('AWS::SQS::Queue', 2);
    expect(entries(mixin)).toEqual([
      'ADDED S/A:$LATEST: failures go to S/AsyncFailureQueue',
      'ADDED S/A: undelivered events go to S/AsyncUndeliveredQueue',
      'ADDED S/B:$LATEST: failures go to S/AsyncFailureQueue',
      'ADDED S/B: undelivered events go to S/AsyncUndeliveredQueue',
    ]);
  });

  test('is nothing but the config if the role has its permissions', () => {
    const stack = newStack();
    invoked(stack);
    apply(stack, { skipPermissions: true, keepUndelivered: false });
    template(stack).resourceCountIs('AWS::IAM::Policy', 0);
    template(stack).resourceCountIs(CONFIG, 1);
  });

  test('completes a config, whose other settings stay', () => {
    const stack = newStack();
    const fn = invoked(stack, 'Fn', { retryAttempts: 0, onSuccess: new destinations.SqsDestination(new sqs.Queue(stack, 'Done')) });
    apply(stack);
    template(stack).resourceCountIs(CONFIG, 1);
    template(stack).hasResourceProperties(CONFIG, {
      MaximumRetryAttempts: 0,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('AsyncFailureQueue'), 'Arn'] } },
        OnSuccess: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Done'), 'Arn'] } },
      },
    });
    expect(fn.node.tryFindChild('FailureDestinationConfig')).toBeUndefined();
  });

  test('reaches the targets that a rule gets later', () => {
    const stack = newStack();
    const fn = functionIn(stack, 'Fn');
    const rule = invoke(fn);
    apply(stack);
    rule.addTarget(new targets.LambdaFunction(fn, { event: events.RuleTargetInput.fromText('again') }));
    rule.addTarget(new targets.LambdaFunction(functionIn(stack, 'Other')));
    const [{ Properties }] = Object.values(template(stack).findResources('AWS::Events::Rule'));
    expect(Properties.Targets.map(({ DeadLetterConfig }: any) => DeadLetterConfig !== undefined)).toEqual([true, true, false]);
  });
});

describe('what it leaves', () => {
  test.each<[string, (stack: Stack) => void, string[]]>([
    ['a function that nothing invokes', stack => void functionIn(stack, 'Fn'), ['LEFT S/Fn: nothing in the app invokes it asynchronously']],
    ['a dead-letter queue', stack => void invoked(stack, 'Fn', { deadLetterQueueEnabled: true }),
      ['LEFT S/Fn: it has a dead-letter queue', 'ADDED S/Fn: undelivered events go to S/Fn/AsyncUndeliveredQueue']],
    ['a durable function', stack => void invoke(functionIn(stack, 'Fn', { durableConfig: { executionTimeout: Duration.hours(1) } }).currentVersion),
      ['LEFT S/Fn: it is durable: Lambda refuses destinations for durable functions', 'ADDED S/Fn: undelivered events go to S/Fn/AsyncUndeliveredQueue']],
    ['a failure destination', stack => void functionIn(stack, 'Fn', { onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Failed')) }),
      ['LEFT S/Fn:$LATEST: it has a failure destination: S/Failed']],
    ['a failure destination of another app', stack => void functionIn(stack, 'Fn', {
      onFailure: new destinations.SqsDestination(sqs.Queue.fromQueueArn(stack, 'Failed', `arn:aws:sqs:${ENV.region}:${ENV.account}:failed`)),
    }), [`LEFT S/Fn:$LATEST: it has a failure destination: arn:aws:sqs:${ENV.region}:${ENV.account}:failed`]],
    ['an AsyncAlias', stack => void new AsyncAlias(stack, 'Live', { function: functionIn(stack, 'Fn') }),
      ['LEFT S/Fn:live: it has a failure destination: S/Live/FailureQueue', 'LEFT S/Fn:$LATEST: it has a failure destination: S/Live/FailureQueue']],
    ['a destination that is declined', stack => void new AsyncInvokeConfig(stack, 'Config', { function: functionIn(stack, 'Fn'), onFailure: AsyncDestination.none() }),
      ['LEFT S/Fn:$LATEST: its config declines a failure destination']],
    ['a config that is put by API', stack => void new DeployTimeAsyncInvokeConfig(stack, 'Config', { function: functionIn(stack, 'Fn'), retryAttempts: 1 }),
      expect.arrayContaining(['LEFT S/Fn:$LATEST: its config is put by API, with no failure destination that the app knows'])],
    ['an alias outside of the app', stack => {
      const fn = functionIn(stack, 'Fn');
      new lambda.CfnPermission(stack, 'Permission', { action: 'lambda:InvokeFunction', functionName: `${fn.functionArn}:prod`, principal: 's3.amazonaws.com' });
    }, ['LEFT S/Fn:prod: the app declares no such alias or version']],
    ['two configs', stack => {
      const fn = functionIn(stack, 'Fn');
      ['One', 'Two'].forEach(id => new lambda.CfnEventInvokeConfig(stack, id, { functionName: fn.functionName, qualifier: '$LATEST' }));
    }, ['LEFT S/Fn:$LATEST: it has several configs']],
    ['a function with a config whose qualifier is a parameter', stack => {
      const fn = invoked(stack);
      new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: fn.functionName, qualifier: new CfnParameter(stack, 'Qualifier').valueAsString });
    }, expect.arrayContaining(['LEFT S/Fn:$LATEST: the function has a config whose qualifier is known only at deployment'])],
    ['a destination that only the deployment knows', stack => {
      const fn = functionIn(stack, 'Fn');
      new lambda.CfnEventInvokeConfig(stack, 'Config', {
        functionName: fn.functionName, qualifier: '$LATEST', destinationConfig: { onFailure: { destination: new CfnParameter(stack, 'Arn').valueAsString } },
      });
    }, ['LEFT S/Fn:$LATEST: it has a failure destination: a target that is known only at deployment']],
    ['a queue for undelivered events', stack => void invoke(functionIn(stack, 'Fn', { deadLetterQueueEnabled: true }), 'Rule', { deadLetterQueue: new sqs.Queue(stack, 'Undelivered') }),
      ['LEFT S/Fn: it has a dead-letter queue', 'LEFT S/Fn: it has a dead-letter queue']],
  ])('%s', (_, build, expected) => {
    const stack = newStack();
    build(stack);
    expect(entries(apply(stack))).toEqual(expected);
  });

  test('the template of an app that has everything', () => {
    const build = () => {
      const stack = newStack();
      const alias = new AsyncAlias(stack, 'Live', { function: functionIn(stack, 'Fn') });
      invoke(alias, 'Rule', { deadLetterQueue: new sqs.Queue(stack, 'Undelivered') });
      return stack;
    };
    const adopted = build();
    apply(adopted);
    expect(template(adopted).toJSON()).toEqual(template(build()).toJSON());
  });

  test('functions that run custom resources, of all functions', () => {
    const stack = newStack();
    const provider = new cr.Provider(stack, 'Provider', { onEventHandler: functionIn(stack, 'OnEvent'), isCompleteHandler: functionIn(stack, 'IsComplete') });
    new CustomResource(stack, 'Custom', { serviceToken: provider.serviceToken });
    new CustomResource(stack, 'Direct', { serviceToken: functionIn(stack, 'Token').functionArn });
    functionIn(stack, 'Fn').addAlias('live');
    expect(entries(apply(stack, { functions: mixins.FunctionSelection.ALL })).sort()).toEqual([
      'ADDED S/Fn:$LATEST: failures go to S/Fn/AsyncFailureQueue',
      'ADDED S/Fn:live: failures go to S/Fn/AsyncFailureQueue',
      'LEFT S/IsComplete: it runs custom resources',
      'LEFT S/OnEvent: it runs custom resources',
      'LEFT S/Provider/framework-isComplete: it runs custom resources',
      'LEFT S/Provider/framework-onEvent: it runs custom resources',
      'LEFT S/Provider/framework-onTimeout: it runs custom resources',
      'LEFT S/Token: it runs custom resources',
    ]);
  });

  test('what Lambda would refuse, with a warning', () => {
    const stack = newStack();
    const role = iam.Role.fromRoleArn(stack, 'Role', `arn:aws:iam::${ENV.account}:role/orders`, { mutable: false });
    invoked(stack, 'Fn', { role });
    const [config] = entries(apply(stack));
    expect(config).toContain('LEFT S/Fn:$LATEST: ');
    expect(config).toContain('sqs:SendMessage for a role that takes no policies, S/Role');
    expect(template(stack).findResources('AWS::SQS::Queue', { Properties: Match.objectLike({ KmsMasterKeyId: Match.anyValue() }) })).toEqual({});
    expect(stack.node.findAll().map(({ node }) => node.path).filter(path => /AsyncFailureQueue|FailureDestinationConfig/.test(path))).toEqual([]);
    expect(messages(stack)).toEqual([['/S/Fn/Resource', expect.stringContaining('got: nothing for S/Fn:$LATEST, because the mixin could not add a failure destination: ')]]);
  });

  test('the function that is the destination itself', () => {
    const stack = newStack();
    const collector = invoked(stack, 'Collector');
    invoked(stack);
    const report = entries(apply(stack, { onFailure: AsyncDestination.function(collector), keepUndelivered: false }));
    expect(report).toEqual([
      expect.stringMatching(/^LEFT S\/Collector:\$LATEST: .*You can't specify the function as a destination for itself/),
      'ADDED S/Fn:$LATEST: failures go to S/Collector',
    ]);
  });

  test('a schedule whose role takes no policies', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com') });
    new scheduler.Schedule(stack, 'Schedule', {
      schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)),
      target: new schedulerTargets.LambdaInvoke(functionIn(stack, 'Fn'), { role: iam.Role.fromRoleArn(stack, 'Locked', role.roleArn, { mutable: false }) }),
    });
    expect(entries(apply(stack))).toContain('ADDED S/Fn: undelivered events go to S/Fn/AsyncUndeliveredQueue');
  });

  test('a subscription to a topic of another Region', () => {
    const stack = newStack();
    const topic = sns.Topic.fromTopicArn(stack, 'Topic', `arn:aws:sns:us-east-1:${ENV.account}:orders`);
    topic.addSubscription(new subscriptions.LambdaSubscription(functionIn(stack, 'Fn')));
    expect(entries(apply(stack))).toContain('LEFT S/Fn: its topic is in another Region, where its dead-letter queue would have to be');
  });
});

describe('how it is applied', () => {
  test('to an L2, to an L1, and to a scope', () => {
    for (const part of [(fn: lambda.Function) => fn, (fn: lambda.Function) => fn.node.defaultChild!, (fn: lambda.Function) => Stack.of(fn)]) {
      const stack = newStack();
      const fn = invoked(stack);
      part(fn).with(new mixins.FunctionFailureDestination());
      template(stack).resourceCountIs(CONFIG, 1);
    }
  });

  test('supports functions only', () => {
    const stack = newStack();
    const fn = functionIn(stack, 'Fn');
    const mixin = new mixins.FunctionFailureDestination();
    expect([fn.node.defaultChild!, fn, stack, new sqs.CfnQueue(stack, 'Queue'), fn.addAlias('live').node.defaultChild!].map(each => mixin.supports(each)))
      .toEqual([true, false, false, false, false]);
    expect(() => mixin.applyTo(stack)).not.toThrow();
  });

  test('twice, with the same template', () => {
    const [once, twice, anew] = [1, 2, 2].map((times, index) => {
      const stack = newStack();
      invoked(stack);
      invoke(functionIn(stack, 'Other').addAlias('live'), 'OtherRule');
      const mixin = new mixins.FunctionFailureDestination();
      for (let time = 0; time < times; time += 1) {
        Mixins.of(stack).apply(index === 2 ? new mixins.FunctionFailureDestination() : mixin);
      }
      return template(stack).toJSON();
    });
    expect(twice).toEqual(once);
    expect(anew).toEqual(once);
  });

  test('again after the app has grown', () => {
    const stack = newStack();
    const [a, b] = ['A', 'B'].map(id => functionIn(stack, id));
    const mixin = new mixins.FunctionFailureDestination();
    a.with(mixin);
    invoke(b);
    b.with(mixin);
    expect(entries(mixin)).toEqual([
      'LEFT S/A: nothing in the app invokes it asynchronously',
      'ADDED S/B:$LATEST: failures go to S/B/AsyncFailureQueue',
      'ADDED S/B: undelivered events go to S/B/AsyncUndeliveredQueue',
    ]);
    invoke(a, 'RuleOfA');
    a.with(mixin);
    expect(entries(mixin)).toContain('ADDED S/A:$LATEST: failures go to S/A/AsyncFailureQueue');
  });

  test.each<[string, mixins.FunctionFailureDestinationProps]>([
    ['a queue for each function', {}],
    ['a queue for each stack', { queues: mixins.FailureQueues.PER_STACK }],
  ])('with %s, a new function changes nothing of the others', (_, props) => {
    const [before, after] = [['A', 'C'], ['A', 'B', 'C']].map(ids => {
      const stack = newStack();
      ids.forEach(id => invoked(stack, id));
      apply(stack, props);
      return template(stack).toJSON().Resources;
    });
    expect(after).toMatchObject(before);
    expect(Object.keys(before).map(id => JSON.stringify(after[id]) === JSON.stringify(before[id]))).not.toContain(false);
  });

  test('as an aspect, beside configs of this library, in one pass of aws-cdk-lib', () => {
    const app = newApp({ '@aws-cdk/core:aspectStabilization': false });
    const stack = new Stack(app, 'S', { env: ENV });
    Aspects.of(app).add(Shims.asAspect(new mixins.FunctionFailureDestination()));
    const fn = functionIn(stack, 'Fn');
    new AsyncInvokeConfig(stack, 'Config', { function: fn.addAlias('live'), retryAttempts: 1 });
    invoke(fn);
    const { failed, text } = synth(app);
    expect([failed, text]).toEqual([false, expect.not.stringContaining('Aspect')]);
    const configs = Object.entries(template(stack).findResources(CONFIG));
    expect(configs.map(([, { Properties }]) => Properties.Qualifier).sort()).toEqual(['$LATEST', 'live']);
    const [[live], [, latest]] = [configs.find(([, { Properties }]) => Properties.Qualifier === 'live')!, configs.find(([, { Properties }]) => Properties.Qualifier === '$LATEST')!];
    expect(latest.DependsOn).toContain(live);
  });

  test('refuses queues beside a destination', () => {
    expect(() => new mixins.FunctionFailureDestination({ queues: mixins.FailureQueues.PER_STACK, onFailure: AsyncDestination.none() })).toThrow(
      '`queues` must be left out with `onFailure`, got: PER_STACK. The mixin makes no queues for a destination that you give.',
    );
  });

  test('before a second config for the same function, which is refused', () => {
    const app = newApp();
    const stack = new Stack(app, 'S', { env: ENV });
    const fn = invoked(stack);
    apply(stack);
    fn.configureAsyncInvoke({ retryAttempts: 0 });
    expect(synth(app)).toMatchObject({ failed: true, text: expect.stringContaining('S/Fn/FailureDestinationConfig and S/Fn/EventInvokeConfig') });
  });
});

test('callers by L1, by name and by token are seen', () => {
  const found = of('NoFailureDestination', checkedApp((app: App) => {
    const stack = new Stack(app, 'S', { env: ENV });
    const named = functionIn(stack, 'Named', { functionName: 'orders' });
    const permission = (id: string, functionName: string) => new lambda.CfnPermission(stack, id, {
      action: 'lambda:InvokeFunction', functionName, principal: 'events.amazonaws.com',
    });
    permission('ByName', 'orders');
    new events.CfnRule(stack, 'RuleByName', { eventPattern: { source: ['shop'] }, targets: [{ id: 'a', arn: `arn:aws:lambda:${ENV.region}:${ENV.account}:function:orders` }] });
    const other = functionIn(stack, 'Other');
    permission('BySub', other.functionArn);
    new events.CfnRule(stack, 'RuleBySub', { eventPattern: { source: ['shop'] }, targets: Lazy.any({ produce: () => [{ id: 'a', arn: Fn.sub('arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${name}', { name: other.functionName }) }] }) as any });
    new cloudwatch.Metric({ namespace: 'a', metricName: 'b' });
    expect(named).toBeDefined();
    apply(stack);
  }));
  expect(found).toEqual([]);
});
