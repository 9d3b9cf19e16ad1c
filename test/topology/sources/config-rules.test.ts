import { CfnParameter, aws_config as config } from 'aws-cdk-lib';
import { functionIn, stackOf } from '../synthesized';

test('reads the function of a custom rule, and ignores managed rules', () => {
  const { invocations, deliveries } = stackOf(stack => {
    new config.CustomRule(stack, 'Own', { lambdaFunction: functionIn(stack, 'Fn'), configurationChanges: true });
    new config.ManagedRule(stack, 'Managed', { identifier: config.ManagedRuleIdentifiers.CLOUD_TRAIL_ENABLED });
  });
  expect(invocations).toMatchObject([
    { kind: 'config-rule', origin: { path: 'S/Own/Resource' }, property: 'Source.SourceIdentifier', to: { kind: 'function' } },
  ]);
  expect(deliveries).toEqual([]);
});

test('reads the function of an organizational rule', () => {
  const { invocations } = stackOf(stack => {
    new config.CfnOrganizationConfigRule(stack, 'Own', {
      organizationConfigRuleName: 'own',
      organizationCustomRuleMetadata: {
        lambdaFunctionArn: functionIn(stack, 'Fn').functionArn,
        organizationConfigRuleTriggerTypes: ['ScheduledNotification'],
      },
    });
    new config.CfnOrganizationConfigRule(stack, 'Managed', {
      organizationConfigRuleName: 'managed',
      organizationManagedRuleMetadata: { ruleIdentifier: config.ManagedRuleIdentifiers.CLOUD_TRAIL_ENABLED },
    });
  });
  expect(invocations).toMatchObject([{ kind: 'config-rule', property: 'OrganizationCustomRuleMetadata.LambdaFunctionArn', to: { kind: 'function' } }]);
});

test('ignores a rule of an unknown owner', () => {
  const { invocations, deliveries } = stackOf(stack => {
    new config.CfnConfigRule(stack, 'Rule', {
      source: { owner: new CfnParameter(stack, 'Owner').valueAsString, sourceIdentifier: functionIn(stack, 'Fn').functionArn },
    });
  });
  expect([...invocations, ...deliveries]).toEqual([]);
});
