import { Aws, CfnParameter, Fn, type Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AsyncInvokeConfig } from '../../../lib';
import { invocationTarget, isDurable } from '../../../lib/aws/target/invocation-target';
import { agnosticStack, CODE, concreteStack, config, errorOf, fn } from '../fixture';

const ARN = 'arn:aws:lambda:eu-west-1:111111111111:function:orders';

function targetOf(stack: Stack, target: lambda.IFunction): [functionName: unknown, qualifier: unknown] {
  new AsyncInvokeConfig(stack, 'Config', { function: target, retryAttempts: 0 });
  const { FunctionName, Qualifier } = config(stack).Properties;
  return [FunctionName, Qualifier];
}

describe.each([['agnostic of its environment', agnosticStack], ['of a known environment', concreteStack]])('in a stack that is %s', (_, stackOf) => {
  test('a function stands for its `$LATEST`', () => {
    const stack = stackOf();

    expect(targetOf(stack, fn(stack))).toEqual([{ Ref: 'Fn9270CBC0' }, '$LATEST']);
  });

  test('so does a function from an image', () => {
    const stack = stackOf();
    const code = lambda.DockerImageCode.fromEcr(ecr.Repository.fromRepositoryName(stack, 'Repository', 'orders'));

    expect(targetOf(stack, new lambda.DockerImageFunction(stack, 'Fn', { code }))).toEqual([{ Ref: 'Fn9270CBC0' }, '$LATEST']);
  });

  test('and a singleton', () => {
    const stack = stackOf();
    const singleton = new lambda.SingletonFunction(stack, 'Fn', { ...CODE, uuid: 'orders' });

    expect(targetOf(stack, singleton)).toEqual([{ Ref: 'SingletonLambdaorders592BDB90' }, '$LATEST']);
  });

  test('and `latestVersion`', () => {
    const stack = stackOf();

    expect(targetOf(stack, fn(stack).latestVersion)).toEqual([{ Ref: 'Fn9270CBC0' }, '$LATEST']);
  });

  test('an alias has its name as qualifier', () => {
    const stack = stackOf();

    expect(targetOf(stack, fn(stack).addAlias('live'))).toEqual([{ Ref: 'Fn9270CBC0' }, 'live']);
  });

  test('an alias has the token of its name as qualifier', () => {
    const stack = stackOf();
    const aliasName = new CfnParameter(stack, 'Name').valueAsString;

    expect(targetOf(stack, new lambda.Alias(stack, 'Alias', { aliasName, version: fn(stack).currentVersion })))
      .toEqual([{ Ref: 'Fn9270CBC0' }, { Ref: 'Name' }]);
  });

  test('a version has its number as qualifier', () => {
    const stack = stackOf();

    expect(targetOf(stack, fn(stack).currentVersion))
      .toEqual([{ Ref: 'Fn9270CBC0' }, { 'Fn::GetAtt': [expect.stringMatching(/^FnCurrentVersion/), 'Version'] }]);
  });

  test('an imported function has its bare name', () => {
    const stack = stackOf();

    expect(targetOf(stack, lambda.Function.fromFunctionName(stack, 'Fn', 'orders'))).toEqual(['orders', '$LATEST']);
  });

  test.each([
    [ARN, 'orders', '$LATEST'],
    [`${ARN}:live`, 'orders', 'live'],
    [`${ARN}:7`, 'orders', '7'],
    [`${ARN}:$LATEST`, 'orders', '$LATEST'],
  ])('%s is split', (arn, name, qualifier) => {
    const stack = stackOf();

    expect(targetOf(stack, lambda.Function.fromFunctionArn(stack, 'Fn', arn))).toEqual([name, qualifier]);
  });

  test('so is the ARN among attributes', () => {
    const stack = stackOf();

    expect(targetOf(stack, lambda.Function.fromFunctionAttributes(stack, 'Fn', { functionArn: ARN, sameEnvironment: true }))).toEqual(['orders', '$LATEST']);
  });

  test('an imported version has its number as qualifier', () => {
    const stack = stackOf();

    expect(targetOf(stack, lambda.Version.fromVersionArn(stack, 'Version', `${ARN}:7`))).toEqual(['orders', '7']);
  });

  test('an imported alias has its name as qualifier', () => {
    const stack = stackOf();
    const aliasVersion = lambda.Version.fromVersionAttributes(stack, 'Version', { lambda: fn(stack), version: '7' });

    expect(targetOf(stack, lambda.Alias.fromAliasAttributes(stack, 'Alias', { aliasName: 'live', aliasVersion }))).toEqual([{ Ref: 'Fn9270CBC0' }, 'live']);
  });

  test('an ARN that is a token is split at deployment', () => {
    const stack = stackOf();

    expect(targetOf(stack, lambda.Function.fromFunctionArn(stack, 'Fn', Fn.importValue('Orders:Arn'))))
      .toEqual([{ 'Fn::Select': [6, { 'Fn::Split': [':', { 'Fn::ImportValue': 'Orders:Arn' }] }] }, '$LATEST']);
  });

  test.each([
    ['arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:orders', 'orders', '$LATEST'],
    ['arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:orders:live', 'orders', 'live'],
    ['arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:orders:${Version}', 'orders', '7'],
  ])('the ARN in `Fn::Sub` is split: %s', (text, name, qualifier) => {
    const stack = stackOf();

    expect(targetOf(stack, lambda.Function.fromFunctionArn(stack, 'Fn', Fn.sub(text, { Version: '7' })))).toEqual([name, qualifier]);
  });

  test('a reference in `Fn::Sub` is split at deployment, with the literal qualifier after it', () => {
    const stack = stackOf();
    const arn = Fn.sub('arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${Orders}-${!Literal}:live');

    expect(targetOf(stack, lambda.Function.fromFunctionArn(stack, 'Fn', arn)))
      .toEqual([{ 'Fn::Select': [6, { 'Fn::Split': [':', stack.resolve(arn)] }] }, 'live']);
  });

  test('a name that is a token is split at deployment', () => {
    const stack = stackOf();
    const imported = lambda.Function.fromFunctionName(stack, 'Fn', `${Aws.STACK_NAME}-orders`);

    const [name, qualifier] = targetOf(stack, imported);

    expect(JSON.stringify(name)).toMatch(/^\{"Fn::Select":\[6,.*\{"Ref":"AWS::StackName"\},"-orders"\]/);
    expect(qualifier).toBe('$LATEST');
  });

  test('a literal qualifier is read after a name that is a token', () => {
    const stack = stackOf();
    const name = new CfnParameter(stack, 'Name').valueAsString;
    const imported = lambda.Function.fromFunctionArn(stack, 'Fn', `arn:aws:lambda:eu-west-1:111111111111:function:${name}:live`);

    expect(targetOf(stack, imported)[1]).toBe('live');
  });

  test('a qualifier that is a token is split at deployment', () => {
    const stack = stackOf();
    const imported = lambda.Function.fromFunctionArn(stack, 'Fn', `${ARN}:${new CfnParameter(stack, 'Qualifier').valueAsString}`);

    expect(targetOf(stack, imported)[1]).toEqual({ 'Fn::Select': [7, { 'Fn::Split': [':', { 'Fn::Join': ['', [`${ARN}:`, { Ref: 'Qualifier' }]] }] }] });
  });
});

describe('a name that Lambda refuses', () => {
  test.each([
    ['arn:aws:lambda:eu-west-1:111111111111:function:orders:live:7',
      '`function` must be 1 to 256 characters: a function name, `account:function:name`, or a function ARN, with at most one qualifier, ' +
      'got: "arn:aws:lambda:eu-west-1:111111111111:function:orders:live:7". At most one qualifier may follow the name, and an account has twelve digits. [Stack/Config]'],
    [`arn:aws:lambda:eu-west-1:111111111111:function:${'a'.repeat(65)}`,
      `\`function\` must be 1 to 64 characters: letters, digits, hyphens and underscores, got: "${'a'.repeat(65)}" (65 characters) [Stack/Config]`],
    ['arn:aws:lambda:eu-west-1:111111111111:function:orders:$LATES',
      '`function` must be 1 to 256 characters: a function name, `account:function:name`, or a function ARN, with at most one qualifier, ' +
      'got: "arn:aws:lambda:eu-west-1:111111111111:function:orders:$LATES". A `$` is allowed only in the qualifiers `$LATEST` and `$LATEST.PUBLISHED`, at the end. [Stack/Config]'],
  ])('%s', (arn, message) => {
    const stack = agnosticStack();

    expect(errorOf(() => targetOf(stack, lambda.Function.fromFunctionArn(stack, 'Fn', arn)))).toBe(message);
  });

  test.each([['of a token', '…', (stack: Stack) => stack.formatArn({ service: 'lambda', resource: 'function', resourceName: 'orders' })],
    ['that is literal', 'aws', () => 'arn:aws:lambda:eu-west-1:111111111111:function/orders']])('an ARN %s with a slash', (_, partition, arnIn) => {
    const stack = concreteStack();

    expect(errorOf(() => targetOf(stack, lambda.Function.fromFunctionAttributes(stack, 'Fn', { functionArn: arnIn(stack), sameEnvironment: true })))).toBe(
      '`function` must be 1 to 256 characters: a function name, `account:function:name`, or a function ARN, with at most one qualifier, ' +
      `got: "arn:${partition}:lambda:eu-west-1:111111111111:function/orders". In the ARN of a function, a colon follows \`function\`: use \`ArnFormat.COLON_RESOURCE_NAME\`. [Stack/Config]`,
    );
  });

  test('a bare name with a blank', () => {
    const stack = agnosticStack();

    expect(errorOf(() => targetOf(stack, lambda.Function.fromFunctionName(stack, 'Fn', 'my orders')))).toBe(
      '`function` must be 1 to 256 characters: a function name, `account:function:name`, or a function ARN, with at most one qualifier, ' +
      'got: "my orders". Names and qualifiers consist of letters, digits, hyphens and underscores. [Stack/Config]',
    );
  });

  test('but not one of 64 characters', () => {
    const stack = agnosticStack();

    expect(targetOf(stack, lambda.Function.fromFunctionName(stack, 'Fn', 'a'.repeat(64)))).toEqual(['a'.repeat(64), '$LATEST']);
  });

  test('a version that is not a version number', () => {
    const stack = agnosticStack();
    const version = lambda.Version.fromVersionAttributes(stack, 'Version', { lambda: fn(stack), version: 'a b' });

    expect(errorOf(() => targetOf(stack, version))).toBe(
      '`qualifier` must be 1 to 128 characters: `$LATEST`, `$LATEST.PUBLISHED`, a version number, or an alias name of letters, digits, hyphens and underscores, got: "a b" [Stack/Config]',
    );
  });

  test('an alias of digits', () => {
    const stack = agnosticStack();
    const alias = lambda.Alias.fromAliasAttributes(stack, 'Alias', { aliasName: '42', aliasVersion: fn(stack).currentVersion });

    expect(errorOf(() => targetOf(stack, alias))).toBe(
      '`aliasName` must be 1 to 128 characters: letters, digits, hyphens and underscores, not all digits, got: "42" [Stack/Config]',
    );
  });
});

describe('the resource of the app', () => {
  test.each([[false], [true]])('is found behind a singleton, with a default child of its own: %s', hasChild => {
    const stack = agnosticStack();
    const singleton = new lambda.SingletonFunction(stack, 'Fn', { ...CODE, uuid: 'orders' });
    const inner = stack.node.findChild('SingletonLambdaorders');
    singleton.node.defaultChild = hasChild ? inner : undefined;

    expect(invocationTarget(stack, singleton).resource).toBe(inner.node.defaultChild);
  });

  test('comes with the alias', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    const alias = made.addAlias('live');

    const target = invocationTarget(stack, alias);

    expect(target.function).toBe(made);
    expect(target.resource).toBe(made.node.defaultChild);
    expect(target.alias).toBe(alias.node.defaultChild);
  });

  test('is undefined for an import', () => {
    const stack = agnosticStack();

    const target = invocationTarget(stack, lambda.Function.fromFunctionName(stack, 'Fn', 'orders'));

    expect([target.resource, target.alias, isDurable(target.function)]).toEqual([undefined, undefined, false]);
  });
});
