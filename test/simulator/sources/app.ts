import { Simulator, succeeds, type SimulatorOptions } from '../../../lib/simulator';
import { arn, resource } from '../shop';

export { arn, resource };

/** The permissions that nothing in these apps lacks. */
const ALLOW_ALL = { Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] };

const SERVICES = ['events', 's3', 'sns', 'logs', 'iot'];

/** Functions by their ids, and what else the app declares. Everybody may do everything. */
export function app(functions: readonly string[], resources: Readonly<Record<string, object>>, options: SimulatorOptions = {}): Simulator {
  const stores = Object.entries(resources).map(([id, declared]) => [id, (declared as { Type: string }).Type] as const);
  const named = (wanted: string) => stores.filter(([, type]) => type === wanted).map(([id]) => ({ Ref: id }));
  return Simulator.fromTemplates([{
    name: 'Shop',
    template: {
      Resources: {
        Role: resource('IAM::Role', { Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } }] }),
        ...Object.fromEntries(functions.flatMap(id => [
          [id, resource('Lambda::Function', { Role: arn('Role'), Runtime: 'nodejs24.x', Timeout: 10 })],
          ...SERVICES.map(service => [`${id}${service}`, resource('Lambda::Permission', { FunctionName: arn(id), Action: 'lambda:InvokeFunction', Principal: `${service}.amazonaws.com` })]),
        ])),
        QueuePolicy: resource('SQS::QueuePolicy', { Queues: named('AWS::SQS::Queue'), PolicyDocument: ALLOW_ALL }),
        TopicPolicy: resource('SNS::TopicPolicy', { Topics: named('AWS::SNS::Topic'), PolicyDocument: ALLOW_ALL }),
        ...resources,
      },
    },
  }], { respond: succeeds(), ...options });
}

/** A config that sends the record of a failure at the first attempt. */
export function failuresTo(fn: string, destination: string): object {
  return resource('Lambda::EventInvokeConfig', {
    FunctionName: { Ref: fn }, Qualifier: '$LATEST', MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: { Destination: arn(destination) } },
  });
}

/** An event source mapping of a queue. */
export function mapping(queue: string, fn: string, settings: object = {}): object {
  return resource('Lambda::EventSourceMapping', { EventSourceArn: arn(queue), FunctionName: { Ref: fn }, ...settings });
}
