import { Simulator } from '../../../../lib/simulator';
import { arn, resource } from '../../sources/app';

const QUEUES = {
  Resources: { Queue: resource('SQS::Queue', {}) },
  Outputs: { Arn: { Value: arn('Queue'), Export: { Name: 'queue' } } },
};

/** What a rule puts into the queue of another stack, whose policy does not let EventBridge in. */
async function delivered(rules: object, queues: object = {}): Promise<number> {
  const Rule = resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'queue', Arn: { 'Fn::ImportValue': 'queue' } }] });
  const sim = Simulator.fromTemplates([
    { name: 'Queues', template: { ...QUEUES, ...queues } },
    { name: 'Rules', template: { Resources: { Rule }, ...rules } },
  ]);
  await sim.bus().put({ source: 'shop', detailType: 'Ordered' });
  await sim.clock.settle();
  return sim.queue('Queue').messages.length;
}

const MACRO = { Transform: 'Policies' };

test('refuses what no policy of the app allows', async () => {
  expect(await delivered({})).toBe(0);
});

test.each([
  ['rule', MACRO, {}],
  ['queue', {}, MACRO],
])('allows what a macro in the stack of the %s may have permitted', async (_, rules, queues) => {
  expect(await delivered(rules, queues)).toBe(1);
});
