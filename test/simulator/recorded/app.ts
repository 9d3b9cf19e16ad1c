import type { Story } from './story';
import { Simulator } from '../../../lib/simulator';

/** The environment of the recordings. */
const ENVIRONMENT = { account: '111111111111', region: 'us-east-1' };

/** The app of a story. */
export function simulated(story: Story): Simulator {
  const resources: Record<string, object> = { Role: role(story.allowed) };
  for (const [index, [name, { versions = [] }]] of Object.entries(story.functions).entries()) {
    resources[`Function${index}`] = resource('Lambda::Function', {
      FunctionName: name, Role: { 'Fn::GetAtt': ['Role', 'Arn'] }, Runtime: 'nodejs22.x', Handler: 'index.handler', Code: { ZipFile: '' },
    });
    for (const version of versions) {
      resources[`Function${index}Version${version}`] = resource('Lambda::Version', { FunctionName: { Ref: `Function${index}` } });
    }
  }
  for (const [index, arn] of story.stores.entries()) {
    resources[`Store${index}`] = store(arn);
  }
  const simulator = Simulator.fromTemplates([{ name: 'Recorded', template: { Resources: resources } }], ENVIRONMENT);
  for (const [name, { pending }] of Object.entries(story.functions)) {
    if (pending) {
      simulator.service.functions.find(name)!.state = 'Pending';
    }
  }
  return simulator;
}

function role(allowed: string): object {
  const document = { Statement: allowed === '' ? [] : [{ Effect: 'Allow', Action: allowed, Resource: '*' }] };
  return resource('IAM::Role', { RoleName: 'allowed', Policies: [{ PolicyName: 'Allowed', PolicyDocument: document }] });
}

function store(arn: string): object {
  const [, , service, , , name] = arn.split(':');
  const fifo = name.endsWith('.fifo');
  switch (service) {
    case 'sqs': return resource('SQS::Queue', { QueueName: name, FifoQueue: fifo || undefined });
    case 'sns': return resource('SNS::Topic', { TopicName: name, FifoTopic: fifo || undefined });
    default: return resource('S3::Bucket', { BucketName: name });
  }
}

function resource(type: string, properties: object): object {
  return { Type: `AWS::${type}`, Properties: properties };
}
