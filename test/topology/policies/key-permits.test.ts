import { aws_iam as iam, aws_kms as kms, aws_lambda_destinations as destinations, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import { arnOf, keyPermits, rendered } from '../../../lib/topology';
import { functionIn, stackOf } from '../synthesized';

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
  return keyPermits(keys.get(key.resource!)!, roles.get(role.resource!)!, role, 'kms:GenerateDataKey', arnOf(key));
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
