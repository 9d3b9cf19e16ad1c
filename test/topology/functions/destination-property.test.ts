import { destinationProperty } from '../../../lib/topology';

test.each([
  ['AWS::Lambda::EventInvokeConfig', 'onSuccess', 'DestinationConfig.OnSuccess.Destination'],
  ['AWS::Lambda::EventInvokeConfig', 'onFailure', 'DestinationConfig.OnFailure.Destination'],
  ['Custom::LambdaAsyncInvokeConfig', 'onSuccess', 'OnSuccess'],
  ['Custom::LambdaAsyncInvokeConfig', 'onFailure', 'OnFailure'],
] as const)('%s writes %s as %s', (type, side, property) => {
  expect(destinationProperty({ type }, side)).toBe(property);
});
