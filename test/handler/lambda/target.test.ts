import { functionAndQualifier, lambdaTarget, qualifierOf, regionOf } from '../../../lib/handler/lambda/target';

const ARN = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';

test.each([
  [{ FunctionName: 'orders' }, 'orders', undefined],
  [{ FunctionName: 'orders', Qualifier: '$LATEST' }, 'orders', undefined],
  [{ FunctionName: 'orders:$LATEST' }, 'orders', undefined],
  [{ FunctionName: 'orders', Qualifier: 'live' }, 'orders', 'live'],
  [{ FunctionName: 'orders:live' }, 'orders', 'live'],
  [{ FunctionName: 'orders:live', Qualifier: 'live' }, 'orders', 'live'],
  [{ FunctionName: '123456789012:function:orders:7' }, '123456789012:function:orders', '7'],
  [{ FunctionName: ARN }, ARN, undefined],
  [{ FunctionName: `${ARN}:live` }, ARN, 'live'],
])('%j is %s and %s', (target, name, qualifier) => {
  expect(functionAndQualifier(target)).toEqual({ FunctionName: name, Qualifier: qualifier });
  expect(qualifierOf(target)).toBe(qualifier ?? '$LATEST');
});

test.each([
  [{ FunctionName: 'orders' }, undefined],
  [{ FunctionName: ARN }, 'eu-west-1'],
  [{ FunctionName: 'orders', Region: 'us-west-2' }, 'us-west-2'],
])('the Region of %j is %s', (target, region) => {
  expect(regionOf(target)).toBe(region);
});

test('reads all properties of the target, and no others', () => {
  const target = { FunctionName: 'f', Qualifier: 'live', Region: 'eu-west-1', AssumeRoleArn: 'arn:aws:iam::123456789012:role/path/r', ExternalId: 'id' };
  expect(lambdaTarget({ ...target, ServiceToken: 't', Merge: 'true' })).toEqual(target);
});

test.each([
  [{}, '`functionName` must be 1 to 256 characters: a function name, `account:function:name`, or a function ARN, with at most one qualifier, got: undefined'],
  [{ FunctionName: ['f'] }, '`functionName` must be 1 to 256 characters: a function name, `account:function:name`, or a function ARN, with at most one qualifier, got: a list'],
  [{ FunctionName: 'f:1', Qualifier: '2' }, '`qualifier` must equal the qualifier in `functionName`, "1", got: "2". Give it in one of the two places.'],
  [{ FunctionName: 'f', Region: 'Ireland' }, '`region` must be 6 to 25 characters: a Region, e.g. eu-central-1, got: "Ireland"'],
  [{ FunctionName: 'f', AssumeRoleArn: 'arn:aws:iam::123456789012:user/u' }, '`assumeRoleArn` must be 32 to 2048 characters: the ARN of a role, got: "arn:aws:iam::123456789012:user/u"'],
  [{ FunctionName: 'f', ExternalId: 'x' }, '`externalId` must be 2 to 1224 characters: letters, digits and _ + = , . @ : / -, got: "x"'],
])('%j is refused', (properties, message) => {
  expect(() => lambdaTarget(properties)).toThrow(new Error(message));
});
