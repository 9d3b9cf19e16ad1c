import { App, CfnDynamicReference, CfnDynamicReferenceService, CfnParameter, Fn, Lazy, SecretValue, Stack, type IResolvable } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Rule } from '../../lib/constraints/rule';
import { guardSecrets } from '../../lib/provider/secrets';

const RULE: Rule = {
  id: 'NoSecret', rule: 'be open', consequence: 'It stays text.', remedy: 'Open it.', source: 'a test', evidence: { grade: 'documented', says: 'It stays text.' },
};
const PARAMETER = new CfnDynamicReference(CfnDynamicReferenceService.SSM, '/orders:1');

type Message = { readonly at: 'once' | 'synth' | 'never'; readonly text?: string };

/** When and how a value is refused. */
function refusal(valueIn: (stack: Stack) => unknown, { rendered, context }: { rendered?: unknown; context?: object } = {}): Message {
  const app = new App({ context: { ...context } });
  const stack = new Stack(app, 'Stack');
  const scope = new Construct(stack, 'Call');
  const value = valueIn(stack);
  try {
    guardSecrets(scope, [{ rule: RULE, values: { payload: value } }], { rule: RULE, values: { Rendered: rendered } });
  } catch (error) {
    return { at: 'once', text: (error as Error).message };
  }
  const messages = scope.node.validate();
  return messages.length > 0 ? { at: 'synth', text: messages.join('\n') } : { at: 'never' };
}

function message(path: string, service: string): string {
  return `\`${path}\` must be open, got: {{resolve:${service}:…}}. It stays text. Open it.`;
}

const secret = (stack: Stack) => new secretsmanager.Secret(stack, 'Secret');
const lazily = (produce: () => unknown): IResolvable => Lazy.any({ produce });

describe('refuses at once', () => {
  test.each<[string, (stack: Stack) => unknown, string, string]>([
    ['a `SecretValue`', stack => ({ password: secret(stack).secretValue }), 'payload.password', 'secretsmanager'],
    ['a field of a secret, unwrapped', stack => ({ db: { password: secret(stack).secretValueFromJson('password').unsafeUnwrap() } }), 'payload.db.password', 'secretsmanager'],
    ['a secret as text', stack => ({ password: secret(stack).secretValue.toString() }), 'payload.password', 'secretsmanager'],
    ['a secret in a list', stack => ({ keys: ['open', secret(stack).secretValue.unsafeUnwrap()] }), 'payload.keys.1', 'secretsmanager'],
    ['a secret in a longer text', stack => ({ url: `postgres://orders:${secret(stack).secretValue.unsafeUnwrap()}@db` }), 'payload.url', 'secretsmanager'],
    ['a secret in a key', stack => ({ [secret(stack).secretValue.unsafeUnwrap()]: 1 }), 'payload', 'secretsmanager'],
    ['a whole payload', stack => secret(stack).secretValue.unsafeUnwrap(), 'payload', 'secretsmanager'],
    ['an imported secret', stack => secretsmanager.Secret.fromSecretNameV2(stack, 'Secret', 'orders').secretValue, 'payload', 'secretsmanager'],
    ['a secret of another stack', stack => secret(new Stack(stack.node.root as App, 'Other')).secretValue, 'payload', 'secretsmanager'],
    ['a secret of another Region', stack => secret(new Stack(stack.node.root as App, 'Other', { env: { region: 'eu-west-1' } })).secretValue, 'payload', 'secretsmanager'],
    ['a secure string', () => SecretValue.ssmSecure('/orders', '3'), 'payload', 'ssm-secure'],
    ['literal text', () => ({ a: 'x{{resolve:ssm-secure:/orders}}' }), 'payload.a', 'ssm-secure'],
    ['`Fn::Base64`', () => ({ a: Fn.base64('{{resolve:secretsmanager:orders}}') }), 'payload.a', 'secretsmanager'],
    ['a reference of CloudFormation', () => new CfnDynamicReference(CfnDynamicReferenceService.SECRETS_MANAGER, 'orders').toString(), 'payload', 'secretsmanager'],
  ])('%s', (_, valueIn, path, service) => {
    expect(refusal(valueIn)).toEqual({ at: 'once', text: `${message(path, service)} [Stack/Call]` });
  });

  test('in an app that lets aws-cdk-lib check the use of a `SecretValue`', () => {
    expect(refusal(stack => ({ password: secret(stack).secretValue }), { context: { '@aws-cdk/core:checkSecretUsage': true } }))
      .toEqual({ at: 'once', text: `${message('payload.password', 'secretsmanager')} [Stack/Call]` });
  });

  test('each of several', () => {
    expect(refusal(() => ({ a: '{{resolve:ssm-secure:/a}}', b: ['{{resolve:secretsmanager:b}}'] })))
      .toEqual({ at: 'once', text: `${message('payload.a', 'ssm-secure')} [Stack/Call]\n${message('payload.b.0', 'secretsmanager')} [Stack/Call]` });
  });
});

describe('refuses at synth', () => {
  test.each<[string, (stack: Stack) => unknown, string, string]>([
    ['a lazy payload', stack => lazily(() => ({ password: secret(stack).secretValue })), 'payload.password', 'secretsmanager'],
    ['a lazy text', () => ({ a: Lazy.string({ produce: () => '{{resolve:ssm-secure:/orders}}' }) }), 'payload.a', 'ssm-secure'],
    ['`Fn::Join`', stack => ({ a: Fn.join(':', ['{{resolve', 'secretsmanager', secret(stack).secretArn, 'SecretString}}']) }), 'payload.a', 'secretsmanager'],
    ['a plain `Fn::Join`', () => lazily(() => ({ 'Fn::Join': ['', ['{{resolve:', 'ssm-secure:', { Ref: 'Name' }, '}}']] })), 'payload', 'ssm-secure'],
    ['`Fn::Sub`', () => lazily(() => ({ a: Fn.sub('{{resolve:secretsmanager:${AWS::StackName}}}') })), 'payload.a', 'secretsmanager'],
    ['`Fn::Sub` with values', () => lazily(() => ({ a: Fn.sub('{{resolve:secretsmanager:${Name}}}', { Name: 'orders' }) })), 'payload.a', 'secretsmanager'],
    ['`Fn::If`', () => lazily(() => ({ a: [Fn.conditionIf('Prod', '{{resolve:secretsmanager:orders}}', 'open')] })), 'payload.a.0', 'secretsmanager'],
    ['JSON text', stack => stack.toJsonString({ a: '{{resolve:secretsmanager:orders}}' }), 'payload', 'secretsmanager'],
  ])('%s', (_, valueIn, path, service) => {
    expect(refusal(valueIn)).toEqual({ at: 'synth', text: message(path, service) });
  });

  test('what stands only in the rendered property', () => {
    expect(refusal(() => undefined, { rendered: { Nested: ['{{resolve:secretsmanager:orders}}'] } })).toEqual({ at: 'synth', text: message('Rendered.Nested.0', 'secretsmanager') });
  });

  test('a written property under its own name only', () => {
    expect(refusal(() => lazily(() => '{{resolve:secretsmanager:orders}}'), { rendered: '{{resolve:secretsmanager:orders}}' }))
      .toEqual({ at: 'synth', text: message('payload', 'secretsmanager') });
  });
});

test.each<[string, (stack: Stack) => unknown]>([
  ['nothing', () => undefined],
  ['null, numbers and booleans', () => ({ a: null, b: 1, c: true, d: [] })],
  ['a plain parameter', () => ({ a: PARAMETER.toString(), b: '{{resolve:ssm:/orders}}' })],
  ['the ARN and the name of a secret', stack => ({ arn: secret(stack).secretArn, name: secretsmanager.Secret.fromSecretNameV2(stack, 'Other', 'o').secretName })],
  ['a parameter of the stack, whose value CloudFormation passes on', stack => SecretValue.cfnParameter(new CfnParameter(stack, 'Password', { noEcho: true })).unsafeUnwrap()],
  ['a text that mentions a reference', () => 'resolve:secretsmanager:orders'],
  ['an unknown service', stack => Fn.join('', ['{{resolve:', new CfnParameter(stack, 'Service').valueAsString, ':orders}}'])],
  ['parts of an unknown list', stack => Fn.join('', new CfnParameter(stack, 'Parts', { type: 'CommaDelimitedList' }).valueAsList)],
])('accepts %s', (_, valueIn) => {
  expect(refusal(valueIn)).toEqual({ at: 'never' });
});

test('resolves a lazy value at synth only', () => {
  const produce = jest.fn(() => 'open');

  expect(refusal(() => Lazy.string({ produce }))).toEqual({ at: 'never' });
  expect(produce).toHaveBeenCalledTimes(1);
});
