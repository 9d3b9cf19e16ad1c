import { config, FN } from '../../checks/small-templates';
import { resource } from '../../topology/templates';
import { fixed, unfixed } from '../template-fixes';

test('removes the config', () => {
  expect(fixed('EmptyConfig', { Fn: FN, Config: config({ Ref: 'Fn' }) }))
    .toEqual({ summary: 'Remove the config.', operations: ['remove /Resources/Config'], values: [undefined], found: [1, 0] });
});

test('is not certain if another resource refers to the config', () => {
  expect(fixed('EmptyConfig', { Fn: FN, Config: config({ Ref: 'Fn' }), Other: { ...resource('SQS::Queue'), DependsOn: 'Config' } })).toEqual(unfixed(1));
});
