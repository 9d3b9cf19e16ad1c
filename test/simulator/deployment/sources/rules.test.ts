import { deployed } from '../../../../lib/simulator/deployment/deployed-app';
import { DeployedResources } from '../../../../lib/simulator/deployment/sources/deployed-resources';
import { deployedRules } from '../../../../lib/simulator/deployment/sources/rules';
import type { Targeting } from '../../../../lib/simulator/deployment/sources/targets';
import { readTemplates } from '../../../../lib/topology';
import { resource } from '../../sources/app';

test('decides about the permissions of a target when its rule is triggered, once', () => {
  const rule = (name: string) => resource('Events::Rule', { EventPattern: { source: [name] }, Targets: [{ Id: 'target', Arn: `arn:aws:sqs:us-east-1:123456789012:${name}` }] });
  const { topology, texts } = deployed(readTemplates([{ name: 'Shop', template: { Resources: { One: rule('one'), Two: rule('two') } } }]), {}, 0);
  const asked: string[] = [];
  const targeting = { of: (_kind: string, key: string, _property: string, arn: string) => (asked.push(key), { arn }) } as unknown as Targeting;

  const [one] = deployedRules(topology, new DeployedResources(topology, texts), targeting, texts);

  expect(asked).toEqual([]);
  expect(one.targets).toMatchObject([{ arn: 'arn:aws:sqs:us-east-1:123456789012:one' }]);
  expect(one.targets).toBe(one.targets);
  expect(asked).toEqual([one.key]);
});
