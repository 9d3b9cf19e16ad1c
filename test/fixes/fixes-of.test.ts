import { COLLIDING, NO } from './colliding-templates';
import { exampleOf } from './examples';
import { templateOf } from './mended';
import { codedTogether, together } from './together';
import { CHECKS } from '../../lib/checks';
import { arnOf } from '../checks/small-templates';
import { resource } from '../topology/templates';

const NAMES = [...Object.keys(COLLIDING), ...CHECKS.map(({ rule: { id } }) => `the example of ${id}`)];

test.each(NAMES)('the fixes of %s mend all findings, one after the other and alone', name => {
  const resources = COLLIDING[name];
  const { fixed, left, leftAlone, added } = together(resources ? { Conditions: NO, Resources: resources } : templateOf(exampleOf(name.split(' ').at(-1)!)));

  expect({ isFixed: fixed.length > 0, left, leftAlone, added }).toEqual({ isFixed: true, left: [], leftAlone: [], added: [] });
});

test.each(Object.entries(COLLIDING))('the code of the fixes of %s mends the same', (_, resources) => {
  const template = { Conditions: NO, Resources: resources };
  const { left, added } = codedTogether(template);

  expect({ left, added }).toEqual({ left: [], added: together(template).added });
});

const RULES = COLLIDING['a rule with two functions, and a role with three destinations'];

test('gives new resources names of their own, and shares those that are the same', () => {
  const { fixed, template: { Resources } } = together({ Resources: RULES });

  expect(fixed).toEqual([
    'DestinationPermissionMissing at C.DestinationConfig.OnFailure.Destination',
    'DestinationPermissionMissing at C2.DestinationConfig.OnFailure.Destination',
    'DestinationPermissionMissing at C2.DestinationConfig.OnSuccess.Destination',
    'InvokePermissionMissing at R.Targets[0].Arn',
    'InvokePermissionMissing at R.Targets[1].Arn',
    'CallerWithoutDeadLetterQueue at R.Targets[0].DeadLetterConfig.Arn',
    'CallerWithoutDeadLetterQueue at R.Targets[1].DeadLetterConfig.Arn',
  ]);
  expect(Object.keys(Resources).filter(id => !(id in RULES))).toEqual([
    'RoleDeliveryPolicy', 'RoleDeliveryPolicy2', 'RPermission', 'RPermission2', 'RDeadLetters', 'RDeadLettersPolicy',
  ]);
  expect([Resources.C, Resources.C2]).toEqual([{ ...RULES.C as object, DependsOn: ['RoleDeliveryPolicy'] }, { ...RULES.C2 as object, DependsOn: ['RoleDeliveryPolicy2', 'RoleDeliveryPolicy'] }]);
});

test('lets one policy of a queue have the statements for all that send to it', () => {
  const { template: { Resources } } = together({ Resources: COLLIDING['two rules that send to one queue without a policy'] });
  const statement = (rule: string) => ({
    Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: arnOf('Q'), Condition: { ArnEquals: { 'aws:SourceArn': arnOf(rule) } },
  });

  expect(Object.entries(Resources).filter(([, { Type }]: any) => Type === 'AWS::SQS::QueuePolicy')).toEqual([
    ['QPolicy', resource('SQS::QueuePolicy', { Queues: [{ Ref: 'Q' }], PolicyDocument: { Version: '2012-10-17', Statement: [statement('R1'), statement('R2')] } })],
  ]);
});
