import { notEverythingRead } from '../../../lib/aws/checks/not-everything-read';
import { unread } from '../../../lib/topology';
import { resources } from '../../topology/templates';

test('tells each part at its stack', () => {
  const topology = resources({}, { Transform: 'My::Macro' });
  expect(notEverythingRead(unread(topology), topology, 'cdk.out')).toEqual([{
    ruleName: 'NotEverythingRead',
    description: 'not everything could be read: S: the template has a `Transform`',
    severity: 'info',
    violatingResources: [{ constructPath: 'S', templatePath: undefined, locations: [] }],
  }]);
});

test('tells nothing if everything was read', () => {
  const topology = resources({});
  expect(notEverythingRead(unread(topology), topology, 'cdk.out')).toEqual([]);
});
