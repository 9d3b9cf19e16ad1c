import type { Delivery } from '../nodes/delivery';
import type { Reader } from '../reader';
import { known } from '../values/value';

/** The functions that AWS Config invokes asynchronously to evaluate custom rules. */
export function configRules(reader: Reader): Delivery[] {
  const owned = reader.all('AWS::Config::ConfigRule')
    .filter(({ properties }) => known(properties.get('Source').text('Owner')) === 'CUSTOM_LAMBDA')
    .map(rule => [rule, rule.properties.get('Source').get('SourceIdentifier')] as const);
  const organizational = reader.all('AWS::Config::OrganizationConfigRule')
    .map(rule => [rule, rule.properties.get('OrganizationCustomRuleMetadata').get('LambdaFunctionArn')] as const);
  return [...owned, ...organizational].filter(([, fn]) => !fn.absent).map(([rule, fn]) => ({
    kind: 'config-rule',
    origin: rule.origin,
    property: fn.path,
    to: reader.named(fn.required(), rule),
  }));
}
