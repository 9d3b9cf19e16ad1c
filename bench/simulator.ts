import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesized } from './assemblies';
import { Simulator, fails } from './built';
import { collectGarbage } from './garbage';
import type { Measurement } from './measurement';
import { interleaved, median, ratio } from './ratio';

const FEW_FUNCTIONS = 10;
const MANY_FUNCTIONS = 10_000;
const FEW_EVENTS = 1_000;
const EVENTS = 100_000;
const MANY_EVENTS = 300_000;
const RUNS = 3;

/** What it costs to play an app: every event fails three attempts and leaves a record. */
export async function* simulator(): AsyncGenerator<Measurement> {
  yield { name: 'start-up from an assembly of 400 functions, ms of CPU', result: await startUp(), goal: { atMost: 200 } };
  const few = app(FEW_FUNCTIONS);
  const many = app(MANY_FUNCTIONS);
  const perFunction = await interleaved(() => cost(many, EVENTS), () => cost(few, EVENTS), RUNS);
  yield {
    name: 'events per second of CPU, of 100,000 over 10 functions, each with three attempts and a record',
    result: Math.round(1e6 / perFunction.reference),
    goal: { atLeast: 250_000 },
  };
  yield { name: 'an event over 10,000 functions against one over 10, µs of CPU', result: perFunction, goal: { atMost: 1.1 } };
  yield {
    name: 'an event of 300,000 in flight against one of 1,000, µs of CPU',
    // Once: so many events even out what else the machine does.
    result: ratio(await cost(few, MANY_EVENTS), await manyTimes(() => cost(few, FEW_EVENTS), 100)),
  };
  yield { name: 'heap held by an event of 300,000 in flight, bytes', result: await heldByEvent(few, MANY_EVENTS) };
  yield { name: 'heap held by an event of 1,000 in flight, bytes', result: await heldByEvent(few, FEW_EVENTS) };
  const handlers = app(1);
  const thrown = () => {
    throw new Error('boom');
  };
  handlers.function('Function0').respond(thrown);
  yield {
    name: 'an event whose handler throws three errors against the throwing alone, µs of CPU',
    result: await interleaved(() => cost(handlers, 20_000), () => costOfThrowing(thrown, 20_000), RUNS),
  };
}

/** Microseconds of CPU for each event. */
async function cost(sim: Simulator, events: number): Promise<number> {
  sim.reset();
  const start = process.cpuUsage();
  await send(sim, events);
  await sim.clock.settle();
  const { user, system } = process.cpuUsage(start);
  sim.reset();
  return (user + system) / events;
}

async function send(sim: Simulator, events: number): Promise<void> {
  const functions = [...sim.service.functions].map(({ settings }) => settings.logicalId);
  for (let index = 0; index < events; index += 1) {
    await sim.invoke(functions[index % functions.length], { payload: { id: index } });
  }
}

async function heldByEvent(sim: Simulator, events: number): Promise<number> {
  sim.reset();
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  await send(sim, events);
  // After the first attempt, so that all of them wait for their retries.
  await sim.clock.advanceBy({ seconds: 1 });
  collectGarbage();
  const held = process.memoryUsage().heapUsed - before;
  sim.reset();
  return Math.round(held / events);
}

async function manyTimes(measure: () => Promise<number>, times: number): Promise<number> {
  let sum = 0;
  for (let count = 0; count < times; count += 1) {
    sum += await measure();
  }
  return sum / times;
}

function costOfThrowing(handler: () => void, events: number): number {
  const start = process.cpuUsage();
  for (let count = 0; count < events * 3; count += 1) {
    try {
      handler();
    } catch {
      // As the simulator does.
    }
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / events;
}

/** Functions whose failures go to one queue. */
function app(functions: number): Simulator {
  const resources: Record<string, object> = {
    Queue: resource('SQS::Queue', {}),
    Role: resource('IAM::Role', { Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }] } }] }),
  };
  for (let index = 0; index < functions; index += 1) {
    resources[`Function${index}`] = resource('Lambda::Function', { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } });
    resources[`Config${index}`] = resource('Lambda::EventInvokeConfig', {
      FunctionName: { Ref: `Function${index}` },
      Qualifier: '$LATEST',
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Queue', 'Arn'] } } },
    });
  }
  return Simulator.fromTemplates([{ Resources: resources }], { respond: fails() });
}

function resource(type: string, properties: object): object {
  return { Type: `AWS::${type}`, Properties: properties };
}

/** Milliseconds of CPU until the first event is taken. */
async function startUp(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-simulator-'));
  try {
    synthesized(folder);
    const costs: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      collectGarbage();
      const start = process.cpuUsage();
      await Simulator.fromAssembly(folder).invoke('Stack0/Function0');
      const { user, system } = process.cpuUsage(start);
      costs.push((user + system) / 1000);
    }
    return Math.round(median(costs));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
