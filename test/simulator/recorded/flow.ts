import { Simulator } from '../../../lib/simulator';

/** The kind of the destination of a record. */
export type Kind = 'queue' | 'topic' | 'bus' | 'function' | 'bucket' | 'dead letter';

/** The name of the queue in which a record can be read that is not in a bucket. */
export const INBOX = 'inbox';

/** The time before a record is sent. */
export const START = '2026-09-14T15:16:38.250Z';

const ENVIRONMENT = { account: '111111111111', region: 'us-east-1' };
const ARN = `${ENVIRONMENT.region}:${ENVIRONMENT.account}`;
const INBOX_ARN = `arn:aws:sqs:${ARN}:${INBOX}`;

/** An app of one function and one destination, whose records end in the inbox. */
export class RecordedFlow {
  readonly simulator: Simulator;

  /** @param place the name of the destination */
  constructor(readonly functionName: string, readonly kind: Kind, private readonly place: string) {
    this.simulator = Simulator.fromTemplates([{ name: 'Recorded', template: { Resources: { ...this.functions(), ...this.destination() } } }], { ...ENVIRONMENT, start: START });
  }

  get destinationArn(): string {
    switch (this.kind) {
      case 'topic': return `arn:aws:sns:${ARN}:${this.place}`;
      case 'bus': return `arn:aws:events:${ARN}:event-bus/${this.place}`;
      case 'function': return `arn:aws:lambda:${ARN}:function:${this.place}`;
      case 'bucket': return `arn:aws:s3:::${this.place}`;
      default: return INBOX_ARN;
    }
  }

  private functions(): Record<string, object> {
    const allowed = { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
    const fn = (name: string) => ({
      FunctionName: name,
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Runtime: 'python3.13',
      Handler: 'index.handler',
      Code: { ZipFile: '' },
      ...this.kind === 'dead letter' ? { DeadLetterConfig: { TargetArn: INBOX_ARN } } : {},
    });
    return {
      Role: resource('IAM::Role', { Policies: [{ PolicyName: 'Allowed', PolicyDocument: allowed }] }),
      Function: resource('Lambda::Function', fn(this.functionName)),
      Version: resource('Lambda::Version', { FunctionName: { Ref: 'Function' } }),
      Alias: resource('Lambda::Alias', { FunctionName: { Ref: 'Function' }, FunctionVersion: { 'Fn::GetAtt': ['Version', 'Version'] }, Name: 'failed' }),
      ...this.kind === 'function' ? { Receiver: resource('Lambda::Function', fn(this.place)) } : {},
    };
  }

  private destination(): Record<string, object> {
    const policy = { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: INBOX_ARN }] };
    const inbox = {
      Inbox: resource('SQS::Queue', { QueueName: INBOX }),
      InboxPolicy: resource('SQS::QueuePolicy', { Queues: [{ Ref: 'Inbox' }], PolicyDocument: policy }),
    };
    switch (this.kind) {
      case 'topic': return {
        ...inbox,
        Topic: resource('SNS::Topic', { TopicName: this.place }),
        Subscription: resource('SNS::Subscription', { TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint: INBOX_ARN }),
      };
      case 'bus': return {
        ...inbox,
        Bus: resource('Events::EventBus', { Name: this.place }),
        Rule: resource('Events::Rule', { EventBusName: { Ref: 'Bus' }, EventPattern: { source: ['lambda'] }, Targets: [{ Id: 'Inbox', Arn: INBOX_ARN }] }),
      };
      case 'bucket': return { Bucket: resource('S3::Bucket', { BucketName: this.place }) };
      default: return inbox;
    }
  }
}

function resource(type: string, properties: object): object {
  return { Type: `AWS::${type}`, Properties: properties };
}
