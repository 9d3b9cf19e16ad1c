import { App, CfnOutput, CfnParameter, Duration, Lazy, SecretValue, Stack, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { invocation, invocations, permissionsOf, permissionsOnOwnStack } from './fixture';
import { DeployTimeEvent, DeployTimeInvocation, InvocationType, type DeployTimeInvocationProps } from '../../../lib';
import { RESOURCE_TYPE, type CustomResourceResponse } from '../../../lib/contract/custom-resource';
import { deployTimeInvocation } from '../../../lib/handler/invocation/deploy-time-invocation';
import { parsePhysicalId } from '../../../lib/handler/physical-id/physical-id';
import { returned } from '../../handler/invocation/invocations';
import { Stack as HandlerStack } from '../../handler/stack';
import { agnosticStack, concreteStack, errorOf, fn, HERE, messages, resources } from '../fixture';

const THERE = 'arn:aws:lambda:us-east-1:222222222222:function:theirs';

function invoke(stack: Stack, props: Partial<DeployTimeInvocationProps> = {}, id = 'Call'): DeployTimeInvocation {
  return new DeployTimeInvocation(stack, id, { function: props.function ?? fn(stack), ...props });
}

/** The refusal of an invocation, without the path at its end. */
function refusal(props: Partial<DeployTimeInvocationProps>): string {
  return errorOf(() => invoke(agnosticStack(), props)).replaceAll(' [Stack/Call]', '');
}

describe('the target', () => {
  test('is the current version of a function, so a change invokes again', () => {
    const stack = agnosticStack();
    invoke(stack);
    const [version] = Object.keys(resources(stack, 'AWS::Lambda::Version'));

    expect(invocation(stack).FunctionName).toEqual({ Ref: version });
    expect(permissionsOf(stack, 'Call')[0]).toEqual({ Action: 'lambda:InvokeFunction', Resource: { Ref: version } });
  });

  describe('is another version', () => {
    const versionOf = (change: (made: lambda.Function) => void) => {
      const stack = agnosticStack();
      const made = fn(stack);
      invoke(stack, { function: made });
      change(made);
      return invocation(stack).FunctionName;
    };
    const resourceOf = (made: lambda.Function) => made.node.defaultChild as lambda.CfnFunction;
    const property = (name: string, value: unknown) => versionOf(made => resourceOf(made).addPropertyOverride(name, value));
    const unchanged = versionOf(() => undefined);

    test.each([
      ['Code', { ZipFile: 'exports.handler = async () => 1;' }],
      ['Environment.Variables.A', '1'],
      ['MemorySize', 512],
      ['Timeout', 9],
      ['Role', 'arn:aws:iam::111111111111:role/other'],
      ['Description', 'Other'],
    ])('when `%s` of the function changes', (name, value) => {
      expect(property(name, value)).not.toEqual(unchanged);
    });

    test('but not when its tags, its reserved concurrency or its permissions change', () => {
      expect(property('ReservedConcurrentExecutions', 1)).toEqual(unchanged);
      expect(versionOf(made => Tags.of(made).add('team', 'orders'))).toEqual(unchanged);
      expect(versionOf(made => made.addPermission('Callers', { principal: new iam.ServicePrincipal('sns.amazonaws.com') }))).toEqual(unchanged);
    });
  });

  test('is the function itself with `executeOnHandlerChange: false`', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    invoke(stack, { function: made, executeOnHandlerChange: false });

    expect(resources(stack, 'AWS::Lambda::Version')).toEqual({});
    expect(invocation(stack).FunctionName).toEqual(stack.resolve(made.functionArn));
    expect(permissionsOf(stack, 'Call')[0].Resource).toEqual(stack.resolve(made.functionArn));
  });

  test('is an alias of an imported version, without a trigger for changes', () => {
    const stack = agnosticStack();
    const version = lambda.Version.fromVersionArn(stack, 'Version', `${THERE}:7`);
    invoke(stack, { function: lambda.Alias.fromAliasAttributes(stack, 'Alias', { aliasName: 'live', aliasVersion: version }) });

    expect(invocation(stack).Triggers).toEqual({});
  });

  test('is an alias, with its version as a trigger', () => {
    const stack = agnosticStack();
    const alias = fn(stack).addAlias('live');
    invoke(stack, { function: alias });

    expect(invocation(stack).FunctionName).toEqual(stack.resolve(alias.functionArn));
    expect(invocation(stack).Triggers).toEqual({ '@handler': stack.resolve(alias.version.functionArn) });
    expect(permissionsOf(stack, 'Call')[0].Resource).toEqual(stack.resolve(alias.functionArn));
  });

  test('is an alias, without that trigger with `executeOnHandlerChange: false`', () => {
    const stack = agnosticStack();
    invoke(stack, { function: fn(stack).addAlias('live'), executeOnHandlerChange: false });

    expect(invocation(stack).Triggers).toEqual({});
  });

  test('is `$LATEST` if it is given by `latestVersion`', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    invoke(stack, { function: made.latestVersion });

    expect(invocation(stack).FunctionName).toEqual({ 'Fn::Join': ['', [stack.resolve(made.functionArn), ':$LATEST']] });
    expect(permissionsOf(stack, 'Call')[0].Resource).toEqual(invocation(stack).FunctionName);
  });

  test.each([
    ['a function', (stack: Stack) => lambda.Function.fromFunctionArn(stack, 'Theirs', THERE), THERE],
    ['a version of it', (stack: Stack) => lambda.Version.fromVersionArn(stack, 'Theirs', `${THERE}:7`), `${THERE}:7`],
    ['an ARN with an alias', (stack: Stack) => lambda.Function.fromFunctionArn(stack, 'Theirs', `${THERE}:live`), `${THERE}:live`],
  ])('is %s of another account and Region, by its ARN', (_, imported, arn) => {
    const stack = concreteStack();
    invoke(stack, { function: imported(stack) });

    expect(invocation(stack)).toMatchObject({ FunctionName: arn, Region: 'us-east-1' });
    expect(permissionsOf(stack, 'Call')[0]).toEqual({ Action: 'lambda:InvokeFunction', Resource: arn });
  });

  test('has no Region in the stack of the function, or by name alone', () => {
    for (const stack of [agnosticStack(), concreteStack()]) {
      invoke(stack);
      invoke(stack, { function: lambda.Function.fromFunctionName(stack, 'Theirs', 'theirs') }, 'Named');

      expect(invocation(stack, 'Call')).not.toHaveProperty('Region');
      expect(invocation(stack, 'Named')).not.toHaveProperty('Region');
    }
  });
});

describe('`assumedRole`', () => {
  test('is the only permission of the handler', () => {
    const stack = concreteStack();
    const assumedRole = iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::222222222222:role/deployer');
    invoke(stack, { function: lambda.Function.fromFunctionArn(stack, 'Theirs', THERE), assumedRole, externalId: 'us', skipOnRollback: false });

    expect(invocation(stack)).toMatchObject({ AssumeRoleArn: 'arn:aws:iam::222222222222:role/deployer', ExternalId: 'us' });
    expect(permissionsOf(stack, 'Call')).toEqual([{ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::222222222222:role/deployer' }]);
  });

  test('can trust the handler', () => {
    const stack = concreteStack();
    const assumedRole = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    const call = invoke(stack, { assumedRole });
    assumedRole.grantAssumeRole(call.grantPrincipal);

    expect(() => Template.fromStack(stack)).not.toThrow();
  });
});

describe('the events that invoke', () => {
  test('are create and update by default', () => {
    const stack = agnosticStack();
    invoke(stack, { payload: { a: 1 }, lifecycleKey: 'deployment' });

    expect(invocation(stack)).toMatchObject({ Payloads: { Create: '{"a":1}', Update: '{"a":1}' }, LifecycleKey: 'deployment' });
  });

  test('are those of `invokeOn`', () => {
    const stack = agnosticStack();
    invoke(stack, { invokeOn: [DeployTimeEvent.CREATE, DeployTimeEvent.DELETE], payload: 'up', payloadOnDelete: 'down' });

    expect(invocation(stack).Payloads).toEqual({ Create: '"up"', Delete: '"down"' });
  });

  test('include an update when a trigger changes, which is not sent', () => {
    const stack = agnosticStack();
    invoke(stack, { triggers: { schema: '7' }, payload: {} });

    expect(invocation(stack)).toMatchObject({ Triggers: { schema: '7' }, Payloads: { Create: '{}' } });
  });

  test('render triggers in the order of their keys', () => {
    const rendered = (triggers: Record<string, string>) => {
      const stack = agnosticStack();
      invoke(stack, { triggers });
      return JSON.stringify(invocation(stack).Triggers);
    };

    expect(rendered({ b: '1', a: '2' })).toMatch(/^\{.*"a":"2","b":"1"\}$/);
    expect(rendered({ a: '2', b: '1' })).toBe(rendered({ b: '1', a: '2' }));
  });

  test('include every deployment only with `executeOnEveryDeployment`, which changes the template with each synth', () => {
    const synthesized = (props: Partial<DeployTimeInvocationProps>, now: number) => {
      jest.useFakeTimers({ now });
      const stack = agnosticStack();
      invoke(stack, props);
      jest.useRealTimers();
      return invocation(stack).Triggers;
    };

    expect(synthesized({}, 1)).toEqual(synthesized({}, 2));
    expect(synthesized({ executeOnEveryDeployment: true }, 0)).toEqual({ '@deployment': '1970-01-01T00:00:00.000Z' });
    expect(synthesized({ executeOnEveryDeployment: true }, 1)).toEqual({ '@deployment': '1970-01-01T00:00:00.001Z' });
  });
});

describe('while the stack rolls back', () => {
  const DESCRIBE = { Action: 'cloudformation:DescribeStacks', Resource: { Ref: 'AWS::StackId' } };

  test('the function is not invoked, and the handler may look at its stack', () => {
    const stack = agnosticStack();
    invoke(stack);

    expect(invocation(stack).SkipOnRollback).toBe('true');
    expect(permissionsOf(stack, 'Call')).toEqual([expect.objectContaining({ Action: 'lambda:InvokeFunction' })]);
    expect(permissionsOnOwnStack(stack)).toEqual([DESCRIBE]);
  });

  test.each<[string, Partial<DeployTimeInvocationProps>, boolean, string]>([
    ['is invoked if its response is read', {}, true, 'false'],
    ['is left alone even so if asked for', { skipOnRollback: true }, true, 'true'],
    ['is invoked if asked for', { skipOnRollback: false }, false, 'false'],
  ])('it %s', (_, props, read, skip) => {
    const stack = agnosticStack();
    const call = invoke(stack, props);
    if (read) {
      new CfnOutput(stack, 'Output', { value: call.getResponse() });
    }

    expect(invocation(stack).SkipOnRollback).toBe(skip);
    expect(permissionsOnOwnStack(stack)).toEqual(skip === 'true' ? [DESCRIBE] : []);
  });

  test('a second synth adds no permission', () => {
    const stack = agnosticStack();
    invoke(stack);
    const app = stack.node.root as App;
    const [one, other] = [app.synth(), app.synth({ force: true })].map(assembly => assembly.getStackByName('Stack').template);

    expect(other).toEqual(one);
  });
});

describe('the response', () => {
  test('is returned as far as it is read', () => {
    const stack = agnosticStack();
    const call = invoke(stack);
    const values = {
      All: call.getResponse(),
      Part: call.getResponse('rows.0.id'),
      Again: call.getResponse('rows.0.id'),
      Count: String(call.getResponseAsNumber('count')),
      Version: call.executedVersion,
      Request: call.requestId,
      Status: String(call.statusCode),
    };
    Object.entries(values).forEach(([id, value]) => new CfnOutput(stack, id, { value }));
    const [logicalId] = Object.keys(invocations(stack));

    expect(invocation(stack).Attributes).toEqual(['ExecutedVersion', 'RequestId', 'Response', 'Response.count', 'Response.rows.0.id', 'StatusCode']);
    expect(Template.fromStack(stack).toJSON().Outputs).toMatchObject({
      All: { Value: { 'Fn::GetAtt': [logicalId, 'Response'] } },
      Part: { Value: { 'Fn::GetAtt': [logicalId, 'Response.rows.0.id'] } },
      Version: { Value: { 'Fn::GetAtt': [logicalId, 'ExecutedVersion'] } },
      Request: { Value: { 'Fn::GetAtt': [logicalId, 'RequestId'] } },
    });
  });

  test('can be read as a number', () => {
    const stack = agnosticStack();
    const call = invoke(stack);

    expect(stack.resolve([call.getResponseAsNumber('count'), call.statusCode, call.getResponseReference('list'), call.durableExecutionArn]))
      .toEqual(['Response.count', 'StatusCode', 'Response.list', 'DurableExecutionArn'].map(name => ({ 'Fn::GetAtt': [Object.keys(invocations(stack))[0], name] })));
  });

  test('is not returned unless it is read', () => {
    const stack = agnosticStack();
    invoke(stack);

    expect(invocation(stack)).not.toHaveProperty('Attributes');
    expect(invocation(stack)).not.toHaveProperty('KeepAttributes');
  });

  test('is kept if an update does not invoke the function', () => {
    const stack = agnosticStack();
    invoke(stack, { invokeOn: [DeployTimeEvent.CREATE] }).getResponse();
    invoke(stack, { function: fn(stack, 'Other') }, 'Both').getResponse();
    invoke(stack, { function: fn(stack, 'Third'), invokeOn: [DeployTimeEvent.CREATE] }, 'Unread');

    expect(invocation(stack, 'Call').KeepAttributes).toBe('true');
    expect(invocation(stack, 'Both')).not.toHaveProperty('KeepAttributes');
    expect(invocation(stack, 'Unread')).not.toHaveProperty('KeepAttributes');
  });

  test.each(['', '.', 'a.', '.a', 'a..b'])('is no path like %j', path => {
    expect(errorOf(() => invoke(agnosticStack()).getResponse(path)))
      .toBe(`\`path\` must be keys and indices with one dot between them, got: "${path}" [Stack/Call]`);
  });

  test('has a path that may be lazy, but not unknown', () => {
    const stack = agnosticStack();
    const call = invoke(stack);
    call.getResponse(Lazy.string({ produce: () => 'rows.0' }));
    expect(invocation(stack).Attributes).toEqual(['Response.rows.0']);

    const other = agnosticStack();
    invoke(other).getResponse(new CfnParameter(other, 'Path').valueAsString);
    expect(errorOf(() => Template.fromStack(other))).toContain('[Stack/Call] `path` must be known at synth, got: a token. '
      + 'CloudFormation accepts no expression as the name of an attribute: the deployment fails. '
      + 'Write the path as a literal text, or read the response in the function that needs it.');

    other.addTransform('AWS::LanguageExtensions');
    expect(() => Template.fromStack(other)).not.toThrow();
  });

  test.each([InvocationType.EVENT, InvocationType.DRY_RUN])('is not the response of %s', invocationType => {
    const call = invoke(agnosticStack(), { invocationType });
    const message = (property: string) => `\`${property}\` must be read only if the deployment waits for the function, got: an invocation that the deployment does not wait for. ` +
      'Lambda accepts an event before the function runs, and a dry run runs nothing: there is nothing to read. ' +
      'Use `InvocationType.REQUEST_RESPONSE`, or `InvocationType.EVENT` with `awaitOutcome`. [Stack/Call]';

    expect(errorOf(() => call.getResponse())).toBe(message('response'));
    expect(errorOf(() => call.executedVersion)).toBe(message('executedVersion'));
    expect(() => [call.statusCode, call.requestId]).not.toThrow();
  });
});

describe('the response of a function', () => {
  const SECRET = { password: 'hunter2' };

  /** What the handler answers to CloudFormation for the invocation of a stack, when it is created and then updated. */
  async function answers(props: Partial<DeployTimeInvocationProps>): Promise<CustomResourceResponse[]> {
    const stack = agnosticStack();
    invoke(stack, { skipOnRollback: false, ...props }).getResponse('password');
    const { ServiceToken: _, LogGroupName: __, ...rendered } = invocation(stack);
    const properties = { ...rendered, FunctionName: 'migrate' };
    const handler = await HandlerStack.start(RESOURCE_TYPE.invocation, deployTimeInvocation);
    handler.script(() => returned(SECRET));
    try {
      return [await handler.create(properties), await handler.update({ ...properties, Triggers: { changed: 'yes' } }, properties)];
    } finally {
      await handler.stop();
    }
  }

  test('is masked in CloudFormation with `noEcho`, and stands nowhere else', async () => {
    for (const answer of await answers({ noEcho: true })) {
      expect(answer).toMatchObject({ Status: 'SUCCESS', NoEcho: true, Data: { 'Response.password': 'hunter2' } });
      expect(parsePhysicalId(answer.PhysicalResourceId)?.kept).toEqual({});
    }
  });

  test('is not masked by default, nor kept where the function runs again', async () => {
    for (const answer of await answers({})) {
      expect(answer).toMatchObject({ Status: 'SUCCESS', Data: { 'Response.password': 'hunter2' } });
      expect(answer).not.toHaveProperty('NoEcho');
      expect(parsePhysicalId(answer.PhysicalResourceId)?.kept).toEqual({});
    }
  });

  test('is kept in the physical id where the function does not run again', async () => {
    for (const answer of await answers({ invokeOn: [DeployTimeEvent.CREATE] })) {
      expect(answer).toMatchObject({ Status: 'SUCCESS', Data: { 'Response.password': 'hunter2' } });
      expect(parsePhysicalId(answer.PhysicalResourceId)?.kept).toEqual({ attributes: { 'Response.password': 'hunter2' } });
    }
  });

  test('is announced if it is kept and has the name of a secret', () => {
    const stack = agnosticStack();
    const call = invoke(stack, { invokeOn: [DeployTimeEvent.CREATE] });
    const warning = (path: string) => ['/Stack/Call/Resource', `\`path\` must not name a secret unless \`invokeOn\` lists the update, got: "${path}". `
      + 'Later deployments need the value, so the physical id of the resource keeps it, where everyone can read it who may describe the stack. '
      + 'Let the function store the value as a secret and return its ARN, or add `DeployTimeEvent.UPDATE` to `invokeOn` and set `noEcho`. '
      + 'If the value is not secret, acknowledge this warning.'];
    ['db.password', 'db.password', 'token', 'id', 'secretArn'].forEach(path => call.getResponse(path));
    call.getResponse();
    call.getResponse(Lazy.string({ produce: () => 'password' }));
    expect([call.requestId, call.executedVersion]).toHaveLength(2);

    expect(messages(stack)).toEqual([warning('db.password'), warning('token')]);
  });

  test('is not announced if the function runs again', () => {
    const stack = agnosticStack();
    invoke(stack).getResponse('password');

    expect(messages(stack)).toEqual([]);
  });

  test.each([[[DeployTimeEvent.CREATE], 'Create'], [[DeployTimeEvent.CREATE, DeployTimeEvent.DELETE], 'Create, Delete']])('is not kept with `noEcho` on %j', (invokeOn, got) => {
    expect(refusal({ noEcho: true, invokeOn })).toBe(`\`noEcho\` must be left out unless \`invokeOn\` lists the update, got: true for ${got}. `
      + 'An update does not run the function again, so the physical id of the resource keeps the values that you read. CloudFormation never masks it. '
      + 'Add `DeployTimeEvent.UPDATE` to `invokeOn`, or let the function store the value as a secret and return its ARN.');
  });
});

test.each<[DeployTimeEvent[], (call: DeployTimeInvocation) => unknown, string, string]>([
  [[DeployTimeEvent.UPDATE], call => call.getResponse('a'), 'response a', 'Update'],
  [[DeployTimeEvent.UPDATE, DeployTimeEvent.DELETE], call => call.statusCode, 'statusCode', 'Update, Delete'],
  [[DeployTimeEvent.DELETE], call => call.requestId, 'requestId', 'Delete'],
  [[DeployTimeEvent.DELETE], call => call.durableExecutionArn, 'durableExecutionArn', 'Delete'],
])('refuses to read the response of an invocation on %j only', (invokeOn, read, property, got) => {
  expect(errorOf(() => read(invoke(agnosticStack(), { invokeOn })))).toBe(`\`${property}\` must be read only of an invocation that takes place on create, got: one for ${got}. ` +
    'When the stack is created, there is no result yet: the deployment fails. Add `DeployTimeEvent.CREATE` to `invokeOn`. [Stack/Call]');
});

describe('the order', () => {
  test('is after `executeAfter`', () => {
    const stack = agnosticStack();
    const topic = new sns.Topic(stack, 'Topic');
    invoke(stack, { executeAfter: [topic] });

    expect(Object.values(invocations(stack))[0].DependsOn).toEqual(expect.arrayContaining(Object.keys(resources(stack, 'AWS::SNS::Topic'))));
    expect(topic.node.dependencies).toEqual([]);
  });

  test('is before `executeBefore`, which waits for the resource alone', () => {
    const stack = agnosticStack();
    new sns.Topic(stack, 'Topic');
    invoke(stack, { executeBefore: [stack.node.findChild('Topic') as sns.Topic] });

    expect(Object.values(resources(stack, 'AWS::SNS::Topic'))[0].DependsOn).toEqual(Object.keys(invocations(stack)));
  });

  test('can make an alias move after its new version was invoked', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    const call = invoke(stack, { function: made });
    call.executeBefore(made.addAlias('live'));

    expect(Object.values(resources(stack, 'AWS::Lambda::Alias'))[0].DependsOn).toEqual(Object.keys(invocations(stack)));
  });

  test.each([
    ['the function', (stack: Stack) => stack.node.findChild('Fn') as lambda.Function, 'Stack/Fn, which has Stack/Fn/CurrentVersion in it'],
    ['the stack', (stack: Stack) => stack, 'Stack, which has Stack/Call in it'],
    ['the app', (stack: Stack) => stack.node.root as App, 'the app, which has Stack/Call in it'],
  ])('accepts %s', (_, scope, got) => {
    const stack = agnosticStack();
    const call = invoke(stack);

    expect(errorOf(() => call.executeBefore(scope(stack)))).toBe(
      `\`executeBefore\` must not contain a construct that the invocation needs, got: ${got}. ` +
      'Each waits for the other: CloudFormation refuses circular dependencies. ' +
      'Name the constructs that are to wait one by one, or move the function out of that scope. [Stack/Call]');
  });
});

describe('a circular order', () => {
  const refused = (got: string) => `\`executeBefore\` must not contain a construct that the invocation needs, got: ${got}. ` +
    'Each waits for the other: CloudFormation refuses circular dependencies. ' +
    'Name the constructs that are to wait one by one, or move the function out of that scope. [Stack/Call]';
  const waiting = (got: string) => `\`executeAfter\` must be constructs that do not wait for the invocation, got: ${got}. ` +
    'Each waits for the other: CloudFormation refuses circular dependencies. Remove the construct from `executeAfter`, or remove its dependency on the invocation. [Stack/Call]';

  test('is refused before and after the same construct', () => {
    const stack = agnosticStack();
    const topic = new sns.Topic(stack, 'Topic');

    expect(errorOf(() => invoke(stack, { executeAfter: [topic], executeBefore: [topic] }))).toBe(refused('Stack/Topic, for which it waits'));
  });

  test('is refused after a construct that waits for it', () => {
    const stack = agnosticStack();
    const topic = new sns.Topic(stack, 'Topic');
    const call = invoke(stack, { executeBefore: [topic] });

    expect(errorOf(() => call.executeAfter(topic))).toBe(waiting('Stack/Topic'));
  });

  test('is refused through another invocation', () => {
    const stack = agnosticStack();
    const call = invoke(stack);
    const other = invoke(stack, { function: fn(stack, 'OtherFn'), executeBefore: [call] }, 'Other');

    expect(errorOf(() => call.executeBefore(other))).toBe(refused('Stack/Other, for which it waits'));
    expect(() => call.executeAfter(other)).not.toThrow();
  });

  test('is refused around the invocation itself', () => {
    const stack = agnosticStack();
    const call = invoke(stack);

    expect(errorOf(() => call.executeAfter(call))).toBe(waiting('Stack/Call'));
    expect(errorOf(() => call.executeBefore(call))).toBe(refused('Stack/Call'));
  });
});

describe('the timeout', () => {
  test('follows the timeout of the function, and CloudFormation waits longer', () => {
    const stack = agnosticStack();
    invoke(stack, { function: fn(stack, 'Slow', { timeout: Duration.minutes(13) }) });

    expect(invocation(stack)).toMatchObject({ InvocationTimeout: '780', ServiceTimeout: '1920' });
  });

  test('is at least the time that the handler may wait for the function', () => {
    const stack = agnosticStack();
    invoke(stack);

    expect(invocation(stack)).toMatchObject({ InvocationTimeout: '3', ServiceTimeout: '960' });
  });

  test('is refused beyond the time that the handler can wait', () => {
    const stack = agnosticStack();
    const slow = fn(stack, 'Slow', { timeout: Duration.minutes(15) });

    expect(errorOf(() => invoke(stack, { function: slow }))).toContain('time to answer within its limit of 900 seconds, got: 900 seconds of Stack/Slow, more than 859. ');
    expect(errorOf(() => invoke(stack, { function: slow }, 'Again'))).toContain('Use `invocationType: InvocationType.EVENT` with `awaitOutcome`');
    expect(() => invoke(stack, { function: slow, invocationType: InvocationType.EVENT, awaitOutcome: true }, 'Awaited')).not.toThrow();
  });
});

describe('the options of the call', () => {
  test('are passed to the handler', () => {
    const stack = agnosticStack();
    invoke(stack, { clientContext: { custom: { a: 1 } }, tenantId: 'blue', durableExecutionName: 'migration-7' });

    expect(invocation(stack)).toMatchObject({ ClientContext: '{"custom":{"a":1}}', TenantId: 'blue', DurableExecutionName: 'migration-7' });
  });

  test.each<[string, Partial<DeployTimeInvocationProps>, string]>([
    ['a tenant', { tenantId: 'a!' }, '`tenantId` must be 1 to 256 characters: letters, digits, spaces and . _ : / = + - @, got: "a!"'],
    ['an execution', { durableExecutionName: 'a b' }, '`durableExecutionName` must be 1 to 64 characters: letters, digits, hyphens and underscores, got: "a b"'],
    ['a client context of an event', { clientContext: {}, invocationType: InvocationType.EVENT },
      '`clientContext` must be left out of an asynchronous invocation, got: one for Event. ' +
      'Lambda passes the client context only to synchronous invocations, so the function never gets it. Put what the function needs into the payload.'],
    ['an external id without a role', { externalId: 'us' }, '`externalId` must be left out when no role is assumed, got: one without `assumedRole`. ' +
      'An external id is sent only when a role is assumed. Give the role in `assumedRole`.'],
    ['what is no Region', { region: 'moon-1' }, '`region` must be 6 to 25 characters: a Region, e.g. eu-central-1, got: "moon-1"'],
    ['an outcome of a synchronous call', { awaitOutcome: true }, '`awaitOutcome` must be left out unless the invocation is an event, got: true for RequestResponse. ' +
      'Only events have an outcome to wait for: a failed synchronous invocation fails the deployment by itself, and a dry run runs nothing. ' +
      'Use `invocationType: InvocationType.EVENT`, or leave `awaitOutcome` out.'],
    ['retries without an outcome', { retryAttempts: 1 }, '`retryAttempts` must be left out unless the outcome is awaited, got: one without `awaitOutcome`. ' +
      'The setting applies only to an event whose outcome the deployment awaits. ' +
      'Add `awaitOutcome: true`, or configure the function with `AsyncInvokeConfig`.'],
  ])('are refused: %s', (_, props, message) => {
    expect(refusal(props)).toBe(message);
  });

  test.each<[Partial<DeployTimeInvocationProps>, string]>([
    [{ triggers: { schema: '7' } }, '`triggers`'],
    [{ executeOnEveryDeployment: true }, '`executeOnEveryDeployment`'],
  ])('are refused without an update: %j', (props, property) => {
    const message = `${property} must be left out unless \`invokeOn\` lists the update, got: one for Create. ` +
      'A changed value is an update, so it never invokes the function. Add `DeployTimeEvent.UPDATE` to `invokeOn`, or leave it out.';

    expect(refusal({ ...props, invokeOn: [DeployTimeEvent.CREATE] })).toBe(message);
    expect(() => invoke(agnosticStack(), { ...props, invokeOn: [DeployTimeEvent.UPDATE] })).not.toThrow();
  });

  test('are refused with an unknown type', () => {
    expect(refusal({ invocationType: 'event' as InvocationType })).toBe('`invocationType` must be one of Event, RequestResponse, DryRun, got: "event"');
  });

  test('are refused for a function with a reserve of 0', () => {
    const stack = agnosticStack();
    const off = fn(stack, 'Off', { reservedConcurrentExecutions: 0 });
    const message = '`function` must have a reserved concurrency other than 0, got: Stack/Off, which has 0. ' +
      'Lambda throttles every call of such a function until the deployment fails, and never runs it for an event. ' +
      'Raise `reservedConcurrentExecutions` of the function, or remove the invocation while the function is switched off. ';

    expect(errorOf(() => invoke(stack, { function: off }))).toBe(`${message}[Stack/Call]`);
    expect(errorOf(() => invoke(stack, { function: off.currentVersion, invocationType: InvocationType.EVENT }, 'Event'))).toBe(`${message}[Stack/Event]`);
    expect(() => invoke(stack, { function: off, invocationType: InvocationType.DRY_RUN }, 'Dry')).not.toThrow();
    expect(() => invoke(stack, { function: off, useInvokeAsync: true }, 'Deprecated')).not.toThrow();
    expect(() => invoke(stack, { function: fn(stack, 'On', { reservedConcurrentExecutions: 1 }) }, 'Fine')).not.toThrow();
  });

  test('are refused for another Region than that of the function', () => {
    const stack = concreteStack();

    expect(errorOf(() => invoke(stack, { region: 'eu-central-1' }))).toBe(
      `\`region\` must be the Region of the function, got: "eu-central-1" for a function of "${HERE.region}". ` +
      'Lambda refuses it: "Functions from \'…\' are not reachable in this region (\'…\')". Leave `region` out: it is taken from the ARN of the function. [Stack/Call]');
    expect(() => invoke(stack, { function: fn(stack, 'Near'), region: HERE.region }, 'Same')).not.toThrow();
  });

  test('must include `tenantId` for a function with tenant isolation', () => {
    const stack = agnosticStack();
    const isolated = fn(stack, 'Isolated', { tenancyConfig: lambda.TenancyConfig.PER_TENANT });

    expect(errorOf(() => invoke(stack, { function: isolated }))).toBe(
      '`tenantId` must be given for a function with tenant isolation, got: none for Stack/Isolated/CurrentVersion. ' +
      'Lambda refuses to invoke such a function without a tenant id, synchronously or not. Pass the id of the tenant that the invocation is for. [Stack/Call]');
    expect(() => invoke(stack, { function: isolated, tenantId: 'blue' }, 'Blue')).not.toThrow();
  });

  test('must name a qualifier of a durable function', () => {
    const stack = agnosticStack();
    const durable = fn(stack, 'Durable', { durableConfig: { executionTimeout: Duration.minutes(5) } });

    expect(errorOf(() => invoke(stack, { function: durable, executeOnHandlerChange: false }))).toContain(
      '`function` must name a version, an alias or `$LATEST` of a durable function, got: Stack/Durable. ');
    expect(() => invoke(stack, { function: durable }, 'Current')).not.toThrow();
    expect(() => invoke(stack, { function: durable.latestVersion }, 'Latest')).not.toThrow();
  });
});

describe('a reference to a secret', () => {
  const REFERENCE = '{{resolve:secretsmanager:orders:SecretString:key::}}';
  const role = (stack: Stack) => iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111111111111:role/deployer');
  const inPayload = (path: string) => `\`${path}\` must not contain a reference to a secret, got: {{resolve:secretsmanager:…}}. `
    + 'CloudFormation resolves no secrets in custom resources: it passes the text of the reference on, and the deployment succeeds with it. '
    + 'Pass the ARN of the secret instead, and let the function read the secret: `secret.grantRead(fn)`.';
  const inProperty = (path: string) => inPayload(path).replace(/Pass the ARN.*/, 'Write the value itself, or refer to a plain parameter: `{{resolve:ssm:…}}`.');

  test.each<[string, Partial<DeployTimeInvocationProps>]>([
    ['payload.db.password', { payload: { db: { password: REFERENCE } } }],
    ['payload', { payload: REFERENCE }],
    ['payloadOnCreate.keys.1', { payloadOnCreate: { keys: ['open', `Bearer ${REFERENCE}`] } }],
    ['payloadOnUpdate.key', { payloadOnUpdate: { key: SecretValue.secretsManager('orders') } }],
    ['payloadOnDelete.key', { payloadOnDelete: { key: REFERENCE }, invokeOn: [DeployTimeEvent.DELETE] }],
    ['clientContext.custom.key', { clientContext: { custom: { key: REFERENCE } } }],
  ])('is refused in `%s`, which the function gets', (path, props) => {
    expect(refusal(props)).toBe(inPayload(path));
  });

  test.each<[string, (stack: Stack) => Partial<DeployTimeInvocationProps>]>([
    ['function', stack => ({ function: lambda.Function.fromFunctionName(stack, 'Theirs', REFERENCE) })],
    ['region', () => ({ region: REFERENCE })],
    ['assumedRole', stack => ({ assumedRole: iam.Role.fromRoleArn(stack, 'Role', `arn:aws:iam::111111111111:role/${REFERENCE}`) })],
    ['externalId', stack => ({ assumedRole: role(stack), externalId: REFERENCE })],
    ['externalId', stack => ({ assumedRole: role(stack), externalId: SecretValue.secretsManager('orders').unsafeUnwrap() })],
    ['lifecycleKey', () => ({ lifecycleKey: REFERENCE })],
    ['triggers.schema', () => ({ triggers: { schema: REFERENCE } })],
    ['tenantId', () => ({ tenantId: REFERENCE })],
    ['durableExecutionName', () => ({ durableExecutionName: REFERENCE })],
  ])('is refused in `%s`, which the handler reads', (path, propsIn) => {
    const stack = agnosticStack();

    expect(errorOf(() => invoke(stack, propsIn(stack)))).toBe(`${inProperty(path)} [Stack/Call]`);
  });

  test('is refused at synth in a lazy value', () => {
    const stack = agnosticStack();
    const props = { payload: { key: Lazy.string({ produce: () => REFERENCE }) }, triggers: { schema: Lazy.string({ produce: () => REFERENCE }) } };
    invoke(stack, props);

    expect(errorOf(() => Template.fromStack(stack))).toContain(
      `Validation failed with the following errors:\n  [Stack/Call] ${inPayload('payload.key')}\n  [Stack/Call] ${inProperty('triggers.schema')}`);
  });

  test('to a plain parameter is accepted in every property', () => {
    const stack = agnosticStack();
    const plain = '{{resolve:ssm:/orders/value}}';
    const json = { a: plain };
    invoke(stack, { assumedRole: role(stack), externalId: plain, payload: json, clientContext: json, tenantId: plain, durableExecutionName: plain });

    expect(invocation(stack)).toMatchObject({
      ExternalId: plain, Payloads: { Create: `{"a":"${plain}"}` }, ClientContext: `{"a":"${plain}"}`, TenantId: plain, DurableExecutionName: plain,
    });
  });
});

describe('InvokeAsync', () => {
  test('is used with `useInvokeAsync`, with a warning', () => {
    const stack = agnosticStack();
    invoke(stack, { useInvokeAsync: true });

    expect(invocation(stack).InvocationType).toBe('InvokeAsync');
    expect(permissionsOf(stack, 'Call')[0]).toMatchObject({ Action: 'lambda:InvokeFunction' });
    expect(messages(stack)).toEqual([['/Stack/Call/Resource', '`useInvokeAsync` must be left out: InvokeAsync is deprecated, got: true. ' +
      'It accepts 262144 bytes where an event may have 1048576, and it does not pass the X-Ray trace to the function. ' +
      'Use `invocationType: InvocationType.EVENT`, which does the same.']]);
  });

  test.each<[Partial<DeployTimeInvocationProps>, string, string]>([
    [{ tenantId: 'blue' }, 'tenantId', 'one with `useInvokeAsync`'],
    [{ durableExecutionName: 'a' }, 'durableExecutionName', 'one with `useInvokeAsync`'],
    [{ invocationType: InvocationType.DRY_RUN }, 'invocationType', 'DryRun'],
    [{ invocationType: InvocationType.REQUEST_RESPONSE }, 'invocationType', 'RequestResponse'],
  ])('refuses %j', (props, property, got) => {
    expect(refusal({ useInvokeAsync: true, ...props })).toBe(`\`${property}\` must be left out of InvokeAsync, got: ${got}. ` +
      'InvokeAsync accepts only a function and a payload. Use `invocationType: InvocationType.EVENT`.');
  });

  test('refuses `awaitOutcome`', () => {
    expect(refusal({ useInvokeAsync: true, awaitOutcome: true })).toContain('`awaitOutcome` must be left out unless the invocation is an event, got: true for InvokeAsync.');
  });
});

test('errors can name the log group of a function of the app', () => {
  const stack = agnosticStack();
  const logGroup = new logs.LogGroup(stack, 'Log');
  invoke(stack, { function: fn(stack, 'Logging', { logGroup }) });
  invoke(stack, {}, 'Plain');
  invoke(stack, { function: lambda.Function.fromFunctionName(stack, 'Theirs', 'theirs') }, 'Foreign');

  expect(invocation(stack, 'Call').LogGroupName).toEqual(stack.resolve(logGroup.logGroupName));
  expect(invocation(stack, 'Plain').LogGroupName).toEqual({ 'Fn::Join': ['', ['/aws/lambda/', { Ref: expect.stringMatching(/^Fn/) }]] });
  expect(invocation(stack, 'Foreign')).not.toHaveProperty('LogGroupName');
});

test('each stack and each set of settings has its own handler', () => {
  const app = new App();
  const [one, other] = ['One', 'Other'].map(id => new Stack(app, id));
  const made = fn(one);
  invoke(one, { function: made });
  invoke(one, { function: made, provider: { memorySize: 512 } }, 'Large');
  invoke(other, { function: fn(other) });

  expect(invocation(one, 'Call').ServiceToken).not.toEqual(invocation(one, 'Large').ServiceToken);
  expect(invocation(other).ServiceToken).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^DeployTimeHandlerFunction/), 'Arn'] });
});
