import { Fn, Lazy } from 'aws-cdk-lib';
import { keptBy } from '../../../lib/aws/target/kept-by';
import { agnosticStack } from '../fixture';

test.each<[string, unknown, string | undefined]>([
  ['nothing', undefined, ''],
  ['an empty config', {}, ''],
  ['an empty ARN', { arn: '' }, ''],
  ['an ARN', { arn: 'arn:q' }, 'arn:q'],
  ['a config that is computed late', Lazy.any({ produce: () => ({ arn: 'arn:q' }) }), 'arn:q'],
  ['a config under a condition', Fn.conditionIf('C', { arn: 'arn:q' }, { Ref: 'AWS::NoValue' }), undefined],
])('%s keeps events', (_, config, arn) => {
  expect(keptBy(agnosticStack(), config, 'arn')).toBe(arn);
});
