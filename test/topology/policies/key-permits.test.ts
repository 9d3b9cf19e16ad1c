import { aws_iam as iam, aws_kms as kms, aws_lambda_destinations as destinations, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import { arnOf, keyPermits, literal, readTemplates, rendered, type Target } from '../../../lib/topology';
import { functionIn, stackOf } from '../synthesized';
import { FIXED, resource } from '../templates';

/** Whether the function may use the key of its failure queue. */
function mayEncrypt(build: (stack: Stack) => { queue: sqs.IQueue; role?: iam.IRole }) {
  const { functions, roles, keys, queues, configs } = stackOf(stack => {
    const { queue, role } = build(stack);
    functionIn(stack, 'Fn', { role }).configureAsyncInvoke({ onFailure: new destinations.SqsDestination(queue) });
  });
  const { role } = [...functions.values()][0];
  const { onFailure } = configs[0];
  const key = onFailure?.kind === 'queue' ? queues.get(onFailure.resource!)!.encryptionKey : undefined;
  if (role?.kind !== 'role' || key?.kind !== 'key') {
    throw new Error('no role or no key');
  }
  const place = { arn: arnOf(key), account: key.account, policy: keys.get(key.resource ?? '')?.policy };
  return keyPermits(place, roles.get(role.resource!)!, role, 'kms:GenerateDataKey');
}

const executionRole = (stack: Stack) => new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });

test('a key delegates to the account, where the grant of aws-cdk-lib allows it', () => {
  expect(mayEncrypt(stack => ({ queue: new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS }) }))).toBe('allowed');
});

test('an immutable role has no permission', () => {
  expect(mayEncrypt(stack => ({
    queue: new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS }),
    role: executionRole(stack).withoutPolicyUpdates(),
  }))).toBe('missing');
});

test('the key policy may allow it directly', () => {
  expect(mayEncrypt(stack => {
    const role = executionRole(stack);
    const encryptionMasterKey = new kms.Key(stack, 'Key');
    encryptionMasterKey.addToResourcePolicy(new iam.PolicyStatement({ actions: ['kms:GenerateDataKey*'], principals: [role], resources: ['*'] }));
    return { queue: new sqs.Queue(stack, 'Queue', { encryptionMasterKey }), role: role.withoutPolicyUpdates() };
  })).toBe('allowed');
});

test('a key that does not delegate ignores the policies of the role', () => {
  expect(mayEncrypt(stack => {
    const policy = new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ actions: ['kms:*'], principals: [new iam.ArnPrincipal('arn:aws:iam::123456789012:role/admin')], resources: ['*'] })] });
    return { queue: new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'Key', { policy }) }) };
  })).not.toBe('allowed');
});

test('a denial in either policy counts', () => {
  expect(mayEncrypt(stack => {
    const role = executionRole(stack);
    role.addToPolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['kms:*'], resources: ['*'] }));
    return { queue: new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS }), role };
  })).toBe('denied');
});

test('builds the ARN of a target', () => {
  const { configs, functions } = stackOf(stack => {
    functionIn(stack, 'Fn', { onSuccess: new destinations.EventBridgeDestination() });
  });
  expect(rendered(arnOf([...functions.values()][0].target))).toMatch(/^arn:aws:lambda:eu-west-1:123456789012:function:\$\{S\.Fn\w+\.Name\}$/);
  expect(configs[0].onSuccess?.kind === 'bus' && rendered(arnOf(configs[0].onSuccess))).toBe('arn:aws:events:eu-west-1:123456789012:event-bus/default');
});

test('a key without a policy delegates to the account, as the default of KMS does', () => {
  const withoutPolicy = (stack: Stack) => {
    const key = new kms.Key(stack, 'Key');
    (key.node.defaultChild as kms.CfnKey).keyPolicy = undefined;
    return key;
  };
  expect(mayEncrypt(stack => ({ queue: new sqs.Queue(stack, 'Queue', { encryptionMasterKey: withoutPolicy(stack) }) }))).toBe('allowed');
  expect(mayEncrypt(stack => ({
    queue: new sqs.Queue(stack, 'Queue', { encryptionMasterKey: withoutPolicy(stack) }), role: executionRole(stack).withoutPolicyUpdates(),
  }))).toBe('missing');
});

test('a denial of the role counts also if the key policy lets it in', () => {
  expect(mayEncrypt(stack => {
    const role = executionRole(stack);
    role.addToPolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['kms:*'], resources: ['*'] }));
    const encryptionMasterKey = new kms.Key(stack, 'Key');
    encryptionMasterKey.addToResourcePolicy(new iam.PolicyStatement({ actions: ['kms:GenerateDataKey*'], principals: [role], resources: ['*'] }));
    return { queue: new sqs.Queue(stack, 'Queue', { encryptionMasterKey }), role };
  })).toBe('denied');
});

describe('a key outside the app', () => {
  const ACTIONS = ['kms:Decrypt', 'kms:GenerateDataKey'];
  const allow = (on: string, conditions?: object) => ({ effect: iam.Effect.ALLOW, actions: ACTIONS, resources: [on], conditions });
  const deny = (on: string, conditions?: object) => ({ ...allow(on, conditions), effect: iam.Effect.DENY });
  const HERE = 'arn:aws:kms:eu-west-1:123456789012:';
  const THERE = 'arn:aws:kms:eu-west-1:210987654321:';
  const ofAlias = { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/orders' } };

  const verdict = (keyId: string, statement?: object) => mayEncrypt(stack => {
    const role = executionRole(stack);
    if (statement) {
      role.addToPolicy(new iam.PolicyStatement(statement));
    }
    const queue = new sqs.Queue(stack, 'Queue');
    (queue.node.defaultChild as sqs.CfnQueue).kmsMasterKeyId = keyId;
    return { queue, role };
  });

  test.each<[string, string, object | undefined, string]>([
    ['by alias, with nothing granted: its policy may let the role in', 'alias/orders', undefined, 'unknown'],
    ['by ARN, with nothing granted: its policy may let the role in', `${HERE}key/1`, undefined, 'unknown'],
    ['by alias, granted by condition', 'alias/orders', allow(`${HERE}key/*`, ofAlias), 'unknown'],
    ['by alias, granted on any key: its policy may not delegate', 'alias/orders', allow('*'), 'unknown'],
    ['by alias, denied on every key', 'alias/orders', deny('*'), 'denied'],
    ['by alias, denied on every key of the account', `${HERE}alias/orders`, deny(`${HERE}key/*`), 'denied'],
    ['by alias, denied on one key, which may be the one', 'alias/orders', deny(`${HERE}key/1`), 'unknown'],
    ['by alias, denied by condition', 'alias/orders', deny('*', ofAlias), 'unknown'],
    ['by alias, denied on the alias, which is no key', 'alias/orders', deny(`${HERE}alias/orders`), 'unknown'],
    ['of another account, with nothing granted', `${THERE}alias/orders`, undefined, 'missing'],
    ['of another account by ARN, with nothing granted', `${THERE}key/1`, undefined, 'missing'],
    ['of another account, granted on the alias, which is no key', `${THERE}alias/orders`, allow(`${THERE}alias/orders`), 'missing'],
    ['of another account, granted on one key, which may be the one', `${THERE}alias/orders`, allow(`${THERE}key/1`), 'unknown'],
    ['of another account, granted on another key', `${THERE}key/2`, allow(`${THERE}key/1`), 'missing'],
    ['of another account, granted by condition', `${THERE}alias/orders`, allow(`${THERE}key/*`, ofAlias), 'unknown'],
    ['of another account, granted: its policy is unknown', `${THERE}key/1`, allow(`${THERE}key/1`), 'unknown'],
  ])('%s', (_, keyId, statement, expected) => {
    expect(verdict(keyId, statement)).toBe(expected);
  });
});

describe('a key of the app in another account', () => {
  const FAR = 'aws://210987654321/eu-west-1';
  const ROOT = { AWS: 'arn:aws:iam::123456789012:root' };
  const ROLE = { AWS: 'arn:aws:iam::123456789012:role/orders' };
  const use = (rest: object) => ({ Effect: 'Allow', Action: 'kms:GenerateDataKey', Resource: '*', ...rest });

  const verdict = (own: object[], keyPolicy: object[] | undefined) => {
    const topology = readTemplates([
      { name: 'Keys', environment: FAR, template: { Resources: { Key: resource('KMS::Key', keyPolicy && { KeyPolicy: { Statement: keyPolicy } }) } } },
      {
        name: 'S',
        environment: FIXED,
        template: { Resources: { Role: resource('IAM::Role', { RoleName: 'orders', Policies: [{ PolicyDocument: { Statement: own } }] }), Fn: resource('Lambda::Function', { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } }) } },
      },
    ]);
    const { policy } = topology.keys.get('Keys.Key')!;
    const target = topology.functions.get('S.Fn')!.role!;
    const place = { arn: literal('arn:aws:kms:eu-west-1:210987654321:key/1'), account: literal('210987654321'), policy };
    return keyPermits(place, topology.roles.get('S.Role')!, { ...target, name: literal('orders') } as Target, 'kms:GenerateDataKey');
  };

  test.each<[string, object[], object[] | undefined, string]>([
    ['allowed by both', [use({})], [use({ Principal: ROLE })], 'allowed'],
    ['allowed by both, as the key delegates to the account', [use({})], [use({ Principal: ROOT })], 'allowed'],
    ['allowed by the key alone', [], [use({ Principal: ROLE })], 'missing'],
    ['allowed by the role alone', [use({})], [], 'missing'],
    ['a key without a policy, which delegates to its own account', [use({})], undefined, 'missing'],
    ['allowed by the role, and perhaps by the key', [use({})], [use({ Principal: ROLE, Condition: { Bool: { 'aws:SecureTransport': 'true' } } })], 'unknown'],
  ])('%s', (_, own, keyPolicy, expected) => {
    expect(verdict(own, keyPolicy)).toBe(expected);
  });
});
