import { App, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { bound } from './bound';
import { AsyncDestination, AsyncInvokeConfig } from '../../../lib';
import { agnosticStack, fn, HERE, statements } from '../fixture';

const KEYS_OF_STACK = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':kms:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':key/*']] };
const OF_ALIAS = { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/orders' } };

const TARGETS: [string, (stack: Stack, key: kms.IKey) => lambda.IDestination, string | string[]][] = [
  ['queue', (stack, key) => AsyncDestination.queue(new sqs.Queue(stack, 'Target', { encryptionMasterKey: key })), ['kms:Decrypt', 'kms:GenerateDataKey']],
  ['topic', (stack, key) => AsyncDestination.topic(new sns.Topic(stack, 'Target', { masterKey: key })), ['kms:Decrypt', 'kms:GenerateDataKey']],
  ['bucket', (stack, key) => AsyncDestination.bucket(new s3.Bucket(stack, 'Target', { encryptionKey: key })), 'kms:GenerateDataKey'],
];

describe.each(TARGETS)('the key of a %s', (_, destinationOf, actions) => {
  const byName = (stack: Stack) => kms.Alias.fromAliasName(stack, 'Key', 'alias/orders');

  test.each([[false], [true]])('that is imported by alias name is granted by condition, with the feature flag of aws-cdk-lib %p', flag => {
    const stack = new Stack(new App({ context: { '@aws-cdk/aws-kms:applyImportedAliasPermissionsToPrincipal': flag } }), 'Stack');
    const { allowed } = bound(scope => destinationOf(scope, byName(scope)), { stack });

    expect(allowed.at(-1)).toEqual({ Action: actions, Effect: 'Allow', Resource: KEYS_OF_STACK, Condition: OF_ALIAS });
  });

  test('that is imported by alias name is granted in the account and Region of its stack', () => {
    const { allowed } = bound(scope => destinationOf(scope, byName(scope)), { stack: new Stack(new App(), 'Stack', { env: HERE }) });

    expect(allowed.at(-1)).toMatchObject({ Resource: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':kms:eu-west-1:111111111111:key/*']] } });
  });

  test.each<[string, (stack: Stack) => kms.IKey]>([
    ['is a key of the app', stack => new kms.Key(stack, 'Key')],
    ['is an alias of a key of the app', stack => new kms.Key(stack, 'Key').addAlias('orders')],
    ['is an alias that is imported with its key', stack => kms.Alias.fromAliasAttributes(stack, 'Alias', { aliasName: 'alias/orders', aliasTargetKey: new kms.Key(stack, 'Key') })],
  ])('that %s is granted by its ARN, once', (__, keyIn) => {
    const { allowed } = bound(stack => destinationOf(stack, keyIn(stack)));

    expect(allowed.filter(statement => JSON.stringify(statement).includes('kms:'))).toEqual([{ Action: actions, Effect: 'Allow', Resource: { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] } }]);
  });

  test('that is imported by alias name is not granted with `skipPermissions`', () => {
    const stack = agnosticStack();
    new AsyncInvokeConfig(stack, 'Config', { function: fn(stack), onFailure: destinationOf(stack, byName(stack)), skipPermissions: true });

    expect(statements(stack)).toEqual({});
  });
});
