import * as fc from 'fast-check';
import { app, arn, mapping, resource } from './app';
import type { Flow } from '../../../lib/simulator';

const FUNCTIONS = ['F0', 'F1', 'F2'];

/** A queue that is consumed by nobody, by a function, or by a pipe to what comes later. */
const queue = fc.record({
  consumer: fc.constantFrom('none', 'mapping', 'pipe'),
  fn: fc.constantFrom(...FUNCTIONS),
  target: fc.nat(5),
  batchSize: fc.integer({ min: 1, max: 4 }),
  reports: fc.boolean(),
  maxReceiveCount: fc.option(fc.integer({ min: 1, max: 3 })),
});

const config = fc.record({ retries: fc.nat(2), onFailure: fc.boolean(), onSuccess: fc.boolean() });

/** A random app without circles: topics, then queues, then functions, each of which sends only to what comes later. */
const design = fc.record({
  topics: fc.array(fc.array(fc.constantFrom('Q0', 'Q1', 'Q2', 'Q3', ...FUNCTIONS), { maxLength: 3 }), { minLength: 2, maxLength: 2 }),
  queues: fc.array(queue, { minLength: 4, maxLength: 4 }),
  configs: fc.array(config, { minLength: 3, maxLength: 3 }),
  sent: fc.array(fc.constantFrom('T0', 'T1', 'Q0', 'Q1', 'Q2', 'Q3'), { minLength: 1, maxLength: 12 }),
  failures: fc.infiniteStream(fc.boolean()),
});

type Design = typeof design extends fc.Arbitrary<infer D> ? D : never;

function targetOf({ queues }: Design, index: number): string {
  const later = [...queues.map((_, other) => `Q${other}`).slice(index + 1), ...FUNCTIONS];
  return later[queues[index].target % later.length];
}

/** The number of ends of a message: one for each copy that a topic makes. */
function copies(of: Design, place: string): number {
  const index = Number(place[1]);
  if (place.startsWith('T')) {
    return of.topics[index].length === 0 ? 1 : of.topics[index].reduce((sum, to) => sum + copies(of, to), 0);
  }
  return 1;
}

function simulator(of: Design) {
  const subscriptions = of.topics.flatMap((targets, topic) => targets.map((to, index) => [`S${topic}x${index}`, resource('SNS::Subscription', {
    TopicArn: { Ref: `T${topic}` }, Protocol: to.startsWith('Q') ? 'sqs' : 'lambda', Endpoint: arn(to),
  })] as const));
  const queues = of.queues.flatMap(({ consumer, fn, batchSize, reports, maxReceiveCount }, index) => [
    [`Q${index}`, resource('SQS::Queue', {
      VisibilityTimeout: 30,
      MessageRetentionPeriod: 600,
      ...maxReceiveCount !== null && { RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount } },
    })] as const,
    ...consumer === 'mapping' ? [[`M${index}`, mapping(`Q${index}`, fn, { BatchSize: batchSize, FunctionResponseTypes: reports ? ['ReportBatchItemFailures'] : [] })] as const] : [],
    ...consumer === 'pipe' ? [[`P${index}`, resource('Pipes::Pipe', { RoleArn: arn('Role'), Source: arn(`Q${index}`), Target: arn(targetOf(of, index)), SourceParameters: { SqsQueueParameters: { BatchSize: 1 } } })] as const] : [],
  ]);
  const configs = of.configs.map(({ retries, onFailure, onSuccess }, index) => [`C${index}`, resource('Lambda::EventInvokeConfig', {
    FunctionName: { Ref: `F${index}` },
    Qualifier: '$LATEST',
    MaximumRetryAttempts: retries,
    DestinationConfig: { ...onFailure && { OnFailure: { Destination: arn('Failed') } }, ...onSuccess && { OnSuccess: { Destination: arn('Done') } } },
  })] as const);
  const sim = app(FUNCTIONS, {
    T0: resource('SNS::Topic', {}),
    T1: resource('SNS::Topic', {}),
    Dead: resource('SQS::Queue', {}),
    Failed: resource('SQS::Queue', {}),
    Done: resource('SQS::Queue', {}),
    ...Object.fromEntries([...subscriptions, ...queues, ...configs]),
  });
  FUNCTIONS.forEach(fn => sim.function(fn).respond(() => {
    if (of.failures.next().value === true) {
      throw new Error('at random');
    }
    return null;
  }));
  return sim;
}

test('nothing is lost or doubled without a word: each copy of a message has one end', async () => {
  await fc.assert(fc.asyncProperty(design, async of => {
    const sim = simulator(of);
    const sent: Array<readonly [place: string, flow: Flow]> = [];
    for (const [id, place] of of.sent.entries()) {
      sent.push([place, place.startsWith('T') ? await sim.topic(place).publish({ id }) : await sim.queue(place).send({ id })]);
    }
    await sim.clock.settle();
    for (const [place, flow] of sent) {
      expect(flow.hasSettled).toBe(true);
      expect({ place, ends: flow.ends.length }).toEqual({ place, ends: copies(of, place) });
      flow.ends.forEach(({ kind, text }) => expect(`${kind}: ${text}`).toMatch(
        /^(handled: handled by function|stored: .+ (in|to) (queue|topic)|lost: (expired in queue `Q\d` at the end of its retention$|given up by function `F\d`, with neither record))/,
      ));
    }
    const ends = sent.flatMap(([, flow]) => flow.ends);
    for (const name of ['Q0', 'Q1', 'Q2', 'Q3', 'Dead', 'Failed', 'Done']) {
      const stored = ends.filter(({ kind, station }) => kind === 'stored' && station.logicalId === name);
      expect({ name, messages: sim.queue(name).messages.length }).toEqual({ name, messages: stored.length });
    }
  }), { numRuns: 100, seed: 15 });
});
