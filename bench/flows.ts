import { Simulator, succeeds } from './built';
import { collectGarbage } from './garbage';
import type { Measurement } from './measurement';
import { median } from './ratio';

const MESSAGES = 20_000;
const RUNS = 3;
const YEAR = { hours: 365 * 24 };

/** Hops of one message: the topic, two subscriptions, a queue, its function and the end there, and an event with its record. */
const HOPS = 8;

/** What it costs to play what brings events to functions. */
export async function* flows(): AsyncGenerator<Measurement> {
  const sim = app();
  const costs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    costs.push(await cost(sim));
  }
  yield {
    name: 'hops per second of CPU, of 20,000 messages through a topic to a queue with a function and to another function',
    result: Math.round(HOPS * MESSAGES / (median(costs) / 1000)),
    goal: { atLeast: 100_000 },
  };
  const years: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const scheduled = app();
    years.push(await milliseconds(() => scheduled.clock.advanceBy(YEAR)));
  }
  yield { name: 'a year of an hourly schedule, ms of CPU', result: Math.round(median(years)), goal: { atMost: 1_000 } };
}

async function cost(sim: Simulator): Promise<number> {
  sim.reset();
  collectGarbage();
  return milliseconds(async () => {
    for (let id = 0; id < MESSAGES; id += 1) {
      await sim.topic('Topic').publish({ id });
    }
    await sim.clock.settle();
  });
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function app(): Simulator {
  const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
  const allowed = { Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] };
  return Simulator.fromTemplates([{
    Resources: {
      Role: resource('IAM::Role', { Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } }] }),
      Worker: resource('Lambda::Function', { Role: arn('Role') }),
      Audit: resource('Lambda::Function', { Role: arn('Role') }),
      Permission: resource('Lambda::Permission', { FunctionName: arn('Audit'), Action: 'lambda:InvokeFunction', Principal: 'sns.amazonaws.com' }),
      Hourly: resource('Lambda::Permission', { FunctionName: arn('Audit'), Action: 'lambda:InvokeFunction', Principal: 'events.amazonaws.com' }),
      Config: resource('Lambda::EventInvokeConfig', { FunctionName: { Ref: 'Audit' }, Qualifier: '$LATEST', DestinationConfig: { OnSuccess: { Destination: arn('Done') } } }),
      Topic: resource('SNS::Topic', {}),
      Queue: resource('SQS::Queue', {}),
      Done: resource('SQS::Queue', {}),
      QueuePolicy: resource('SQS::QueuePolicy', { Queues: [{ Ref: 'Queue' }], PolicyDocument: allowed }),
      ToQueue: resource('SNS::Subscription', { TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint: arn('Queue') }),
      ToAudit: resource('SNS::Subscription', { TopicArn: { Ref: 'Topic' }, Protocol: 'lambda', Endpoint: arn('Audit') }),
      Mapping: resource('Lambda::EventSourceMapping', { EventSourceArn: arn('Queue'), FunctionName: { Ref: 'Worker' } }),
      Rule: resource('Events::Rule', { ScheduleExpression: 'rate(1 hour)', Targets: [{ Id: 'audit', Arn: arn('Audit') }] }),
    },
  }], { respond: succeeds() });
}

function resource(type: string, properties: object): object {
  return { Type: `AWS::${type}`, Properties: properties };
}
