import { Fn, Lazy } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { referencesIn } from '../../../lib/aws/target/references-in';
import { agnosticStack } from '../fixture';

const stack = agnosticStack();
const [first, second] = ['First', 'Second'].map(id => new sqs.CfnQueue(stack, id));

test.each<[string, unknown, sqs.CfnQueue[]]>([
  ['a text', 'text', []],
  ['a reference', first.ref, [first]],
  ['references anywhere in it', { a: [first.attrArn, { b: second.ref }] }, [first, second]],
  ['references in a text', `${first.attrArn}:${second.attrQueueName}`, [first, second]],
  ['a reference that is made late', Lazy.string({ produce: () => second.attrArn }), [second]],
  ['a reference in an intrinsic function', Fn.select(0, Fn.split(':', first.attrArn)), [first]],
  ['what a condition chooses', Fn.conditionIf('C', first.ref, second.ref), []],
])('finds the resources in %s', (_, value, resources) => {
  expect([...referencesIn(stack, value)]).toEqual(resources);
});
