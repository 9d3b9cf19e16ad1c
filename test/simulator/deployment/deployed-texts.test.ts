import { deployed } from '../../../lib/simulator/deployment/deployed-app';
import { readTemplates } from '../../../lib/topology';
import { resource } from '../shop';

/** The values that attributes of resources have. */
function values(resources: Record<string, object>): (logicalId: string, attribute: string) => string | undefined {
  const topology = readTemplates([{ name: 'Shop', template: { Resources: resources } }]);
  const { texts } = deployed(topology, {}, 0);
  const keys = new Map([...topology.resources].map(([key, { logicalId }]) => [logicalId, key]));
  return (logicalId, attribute) => texts.of({ kind: 'reference', resource: keys.get(logicalId)!, attribute });
}

test.each(['Events::Rule', 'Scheduler::Schedule', 'Pipes::Pipe'])('a resource of AWS::%s has the name that its template gives', type => {
  const of = values({ Named: resource(type, { Name: 'nightly' }), Unnamed: resource(type, {}) });

  expect(of('Named', 'Name')).toBe('nightly');
  expect(of('Named', 'Ref')).toBe('nightly');
  expect(of('Named', 'Arn')).toMatch(/\/nightly$/);
  expect(of('Unnamed', 'Name')).toBe('Shop-Unnamed');
});

test.each(['Alarm', 'CompositeAlarm'])('the ARN of AWS::CloudWatch::%s has its name', type => {
  const of = values({ Named: resource(`CloudWatch::${type}`, { AlarmName: 'dropped', AlarmRule: 'TRUE' }) });

  expect(of('Named', 'Arn')).toBe('arn:aws:cloudwatch:us-east-1:123456789012:alarm:dropped');
});
