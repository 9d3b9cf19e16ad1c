import * as lambda from 'aws-cdk-lib/aws-lambda';
import { allow, bound } from './bound';
import { AsyncDestination } from '../../../lib';
import { errorOf, fn } from '../fixture';

describe('the role may invoke exactly the given target:', () => {
  test.each<[string, (made: lambda.Function) => lambda.IFunction, unknown]>([
    ['as it is', made => made, { 'Fn::GetAtt': ['Next63724926', 'Arn'] }],
    ['by an alias', made => made.addAlias('live'), { Ref: expect.stringMatching(/^NextAliaslive/) }],
    ['by a version', made => made.currentVersion, { Ref: expect.stringMatching(/^NextCurrentVersion/) }],
    ['by `latestVersion`', made => made.latestVersion, { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Next63724926', 'Arn'] }, ':$LATEST']] }],
    ['by an import', ({ stack }) => lambda.Function.fromFunctionArn(stack, 'Imported', 'arn:aws:lambda:eu-west-1:111111111111:function:next'), 'arn:aws:lambda:eu-west-1:111111111111:function:next'],
  ])('%s', (_, named, expected) => {
    const { arn, allowed } = bound(stack => AsyncDestination.function(named(fn(stack, 'Next'))));

    expect(arn).toEqual(expected);
    expect(allowed).toEqual([allow('lambda:InvokeFunction', expected)]);
  });
});

test('refuses the function itself', () => {
  expect(errorOf(() => bound(stack => AsyncDestination.function(stack.node.findChild('Fn') as lambda.Function)))).toBe(
    '`onFailure` must be another function than the one that is configured, whatever the qualifier, got: AWS::Lambda::Function at Stack/Fn. ' +
    'Lambda refuses it: "You can\'t specify the function as a destination for itself." Use another function, or a queue that the function reads. [Stack/Config]',
  );
});
