import { config, FN } from '../../checks/small-templates';
import { resource } from '../../topology/templates';
import { fixed } from '../template-fixes';

const configured = (properties: object) => ({ Fn: FN, Config: config({ Ref: 'Fn' }, properties) });

test.each<[object, string, number]>([
  [{ MaximumRetryAttempts: 3 }, 'MaximumRetryAttempts', 2],
  [{ MaximumRetryAttempts: -1 }, 'MaximumRetryAttempts', 0],
  [{ MaximumEventAgeInSeconds: 59, MaximumRetryAttempts: 0 }, 'MaximumEventAgeInSeconds', 60],
  [{ MaximumEventAgeInSeconds: 21_601 }, 'MaximumEventAgeInSeconds', 21_600],
])('%j becomes valid', (properties, property, value) => {
  expect(fixed('SettingOutOfRange', configured(properties))).toMatchObject({
    summary: 'Use the nearest number within the range.', operations: [`replace /Resources/Config/Properties/${property}`], values: [value], found: [1, 0],
  });
});

test.each([[60, 1], [59 + 60, 1], [100, 1]])('an event of %d seconds keeps the retries that fit', (age, retries) => {
  expect(fixed('EventAgeTooShortForRetries', configured({ MaximumEventAgeInSeconds: age })).found[0]).toBe(1);
  expect(fixed('EventAgeTooShortForRetries', configured({ MaximumEventAgeInSeconds: age }))).toMatchObject({
    operations: ['add /Resources/Config/Properties/MaximumRetryAttempts'], found: [1, 0],
  });
  expect(fixed('EventAgeTooShortForRetries', configured({ MaximumEventAgeInSeconds: age })).values[0]).toBeLessThanOrEqual(retries);
});

test('the retries of a schedule are turned off in the config that is there', () => {
  expect(fixed('RuleRetriesOnly', {
    ...configured({ MaximumEventAgeInSeconds: 3_600 }),
    Rule: resource('Events::Rule', { ScheduleExpression: 'rate(1 hour)', Targets: [{ Id: 'a', Arn: { 'Fn::GetAtt': ['Fn', 'Arn'] }, RetryPolicy: { MaximumRetryAttempts: 0 } }] }),
  })).toMatchObject({ operations: ['add /Resources/Config/Properties/MaximumRetryAttempts'], values: [0], found: [1, 0] });
});
