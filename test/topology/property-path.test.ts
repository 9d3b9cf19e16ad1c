import { propertyPath } from '../../lib/topology';

test.each([
  ['Qualifier', ['Properties', 'Qualifier']],
  ['DestinationConfig.OnFailure.Destination', ['Properties', 'DestinationConfig', 'OnFailure', 'Destination']],
  ['Targets[0].Arn', ['Properties', 'Targets', 0, 'Arn']],
  ['', ['Properties']],
])('%s', (property, path) => {
  expect(propertyPath(property)).toEqual(path);
});
