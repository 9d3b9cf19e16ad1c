import { isOn, listIn, objectIn, type DeployedResource, type DeployedResources, type Properties } from './deployed-resources';
import type { Targeting } from './targets';
import type { IotRule } from '../../sources/iot/iot-rule';
import type { DeployedTarget } from '../../sources/outbox';

/** The rules of AWS IoT that are switched on. */
export function deployedIotRules(resources: DeployedResources, targeting: Targeting): IotRule[] {
  return resources.of('AWS::IoT::TopicRule', 'RuleName', 'TopicRulePayload').flatMap(resource => {
    const { key, logicalId, path, properties } = resource;
    const payload = objectIn(properties.TopicRulePayload);
    return isOn(payload.RuleDisabled) ? [] : [{
      kind: 'IoT rule',
      key,
      logicalId,
      path,
      name: typeof properties.RuleName === 'string' ? properties.RuleName : resource.name,
      sql: String(payload.Sql ?? ''),
      targets: listIn(payload.Actions).map((action, index) => targetOf(action, index, resource, targeting)),
      hasErrorAction: payload.ErrorAction !== undefined,
    }];
  });
}

function targetOf(action: Properties, index: number, { key, environment: { partition } }: DeployedResource, targeting: Targeting): DeployedTarget {
  const { Lambda: lambda, Sns: sns, Sqs: sqs } = action;
  if (lambda !== undefined) {
    return targeting.of('iot-rule', key, `TopicRulePayload.Actions[${index}].Lambda.FunctionArn`, String(lambda.FunctionArn ?? ''));
  }
  if (sns !== undefined) {
    return { arn: String(sns.TargetArn) };
  }
  const [, region, account, name] = /^https:\/\/sqs\.([^.]+)\.[^/]+\/(\d+)\/([^/]+)$/.exec(String(sqs?.QueueUrl)) ?? [];
  return { arn: name === undefined ? Object.keys(action).join() || 'unknown' : `arn:${partition}:sqs:${region}:${account}:${name}` };
}
