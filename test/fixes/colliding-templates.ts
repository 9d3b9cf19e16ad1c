import { arnOf, config, FN, sending } from '../checks/small-templates';
import { resource } from '../topology/templates';

const ROLE = resource('IAM::Role', { AssumeRolePolicyDocument: {} });
const WITH_ROLE = resource('Lambda::Function', { Role: arnOf('Role') });
const Q = resource('SQS::Queue');
const FIFO = resource('SQS::Queue', { FifoQueue: true });
const OTHER_REGION = 'arn:aws:sqs:us-east-1:123456789012:orders';
const target = (Id: string, fn: string, rest: object = {}) => ({ Id, Arn: arnOf(fn), ...rest });
const rule = (...Targets: object[]) => resource('Events::Rule', { ScheduleExpression: 'rate(1 day)', Targets });
const alias = (Name: string, FunctionVersion: unknown = '1') => resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion, Name });
const permission = (fn: string, source: string) => resource('Lambda::Permission', { FunctionName: { Ref: fn }, Action: 'lambda:InvokeFunction', Principal: 'events.amazonaws.com', SourceArn: arnOf(source) });
const statements = (document: object) => ({ PolicyDocument: { Statement: [document] } });
const SECURE = { Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: arnOf('Q'), Condition: { Bool: { 'aws:SecureTransport': 'false' } } };

/** A condition that does not hold. */
export const NO = { No: { 'Fn::Equals': ['a', 'b'] } };

/** Resources with several findings, whose fixes are close to each other. */
export const COLLIDING: Record<string, Record<string, unknown>> = {
  'a rule with two functions, and a role with three destinations': {
    Role: ROLE,
    F: WITH_ROLE,
    G: WITH_ROLE,
    R: rule(target('a', 'F'), target('b', 'G')),
    Q,
    Q2: Q,
    C: config({ Ref: 'F' }, { DestinationConfig: { OnFailure: { Destination: arnOf('Q') } } }),
    C2: config({ Ref: 'G' }, { DestinationConfig: { OnFailure: { Destination: arnOf('Q2') }, OnSuccess: { Destination: arnOf('Q') } } }),
  },
  'a config that waits already': {
    Role: ROLE, Fn: WITH_ROLE, Q, Q2: Q, Config: { ...sending(arnOf('Q'), arnOf('Q2')), DependsOn: ['Q'] },
  },
  'a config with two targets of other Regions': { Role: ROLE, Fn: WITH_ROLE, Config: sending(OTHER_REGION, OTHER_REGION) },
  'a config with a queue of another Region, and one without permission': { Role: ROLE, Fn: WITH_ROLE, Q, Config: sending(OTHER_REGION, arnOf('Q')) },
  'a config for both sides of a FIFO queue': { Role: ROLE, Fn: WITH_ROLE, Fifo: FIFO, Config: sending(arnOf('Fifo'), arnOf('Fifo')) },
  'two rules that send to one queue without a policy': {
    Fn: FN, Q, R1: rule(target('a', 'Fn', { DeadLetterConfig: { Arn: arnOf('Q') } })), R2: rule(target('a', 'Fn', { DeadLetterConfig: { Arn: arnOf('Q') } })),
  },
  'three rules that send to one queue with a policy': {
    Fn: FN,
    Q,
    Policy: resource('SQS::QueuePolicy', { Queues: [{ Ref: 'Q' }], ...statements(SECURE) }),
    ...Object.fromEntries(['R1', 'R2', 'R3'].map(id => [id, rule(target('a', 'Fn', { DeadLetterConfig: { Arn: arnOf('Q') } }))])),
  },
  'two targets of a rule that send to one queue': {
    Fn: FN, Q, R: rule(target('a', 'Fn', { DeadLetterConfig: { Arn: arnOf('Q') } }), target('b', 'Fn', { DeadLetterConfig: { Arn: arnOf('Q') } })),
  },
  'a bucket that notifies two functions': {
    F: FN,
    G: FN,
    Bucket: resource('S3::Bucket', {
      NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: arnOf('F') }, { Event: 's3:ObjectRemoved:*', Function: arnOf('G') }] },
    }),
  },
  'two rules that alone retry': {
    Fn: FN,
    R1: rule(target('a', 'Fn', { RetryPolicy: { MaximumRetryAttempts: 0 } })),
    R2: rule(target('a', 'Fn', { RetryPolicy: { MaximumRetryAttempts: 0 } })),
    P1: permission('Fn', 'R1'),
    P2: permission('Fn', 'R2'),
  },
  'two aliases of $LATEST': { Fn: FN, A: alias('a', '$LATEST'), B: alias('b', '$LATEST') },
  'two aliases that are invoked without a config': {
    Role: ROLE, Fn: WITH_ROLE, A: alias('a'), B: alias('b'), R: rule({ Id: 'a', Arn: { Ref: 'A' } }, { Id: 'b', Arn: { Ref: 'B' } }),
  },
  'two configs with qualifiers that do not exist': { Fn: FN, Live: alias('live'), A: config({ Ref: 'Fn' }, { Qualifier: 'a' }), B: config({ Ref: 'Fn' }, { Qualifier: 'b' }) },
  'two consumers of a queue': {
    F: resource('Lambda::Function', { Timeout: 100 }),
    G: resource('Lambda::Function', { Timeout: 60 }),
    Q,
    M1: resource('Lambda::EventSourceMapping', { FunctionName: { Ref: 'F' }, EventSourceArn: arnOf('Q') }),
    M2: resource('Lambda::EventSourceMapping', { FunctionName: { Ref: 'G' }, EventSourceArn: arnOf('Q') }),
  },
  'retries out of range for a short age': { Fn: FN, Config: config({ Ref: 'Fn' }, { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 60 }) },
  'retries and an age out of range': { Fn: FN, Config: config({ Ref: 'Fn' }, { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 10 }) },
  'a durable function with two destinations': {
    Fn: resource('Lambda::Function', { DurableConfig: { ExecutionTimeout: 60 } }), Q, Q2: Q, Config: sending(arnOf('Q'), arnOf('Q2')),
  },
  'a durable function that a rule without permission invokes': { Fn: resource('Lambda::Function', { DurableConfig: { ExecutionTimeout: 1000 } }), R: rule(target('a', 'Fn')), R2: rule(target('a', 'Fn')) },
  'three configs of one qualifier': { Fn: FN, A: config({ Ref: 'Fn' }), B: sending(OTHER_REGION), C: sending(OTHER_REGION) },
  'two configs that send to a queue with a limit': {
    Fn: FN, Live: alias('live'), Q: resource('SQS::Queue', { MaximumMessageSize: 1024 }), A: sending(arnOf('Q')), B: sending(arnOf('Q'), undefined, { Qualifier: 'live' }),
  },
  'two queues without an alarm': { Fn: FN, Q, Q2: Q, Config: sending(arnOf('Q'), arnOf('Q2')), Alarm: resource('CloudWatch::Alarm', { Namespace: 'Shop', MetricName: 'Orders', AlarmActions: ['arn:aws:sns:eu-west-1:123456789012:t'] }) },
  'a name that a resource without its condition has': { Role: ROLE, Fn: WITH_ROLE, FnFailures: { ...Q, Condition: 'No' }, Config: sending(OTHER_REGION) },
  'a durable function with targets of another Region': {
    Role: ROLE, Fn: resource('Lambda::Function', { Role: arnOf('Role'), DurableConfig: { ExecutionTimeout: 1000 } }), Config: sending(OTHER_REGION, OTHER_REGION), R: rule(target('a', 'Fn')), R2: rule(target('a', 'Fn')),
  },
  'three configs of one qualifier, and two rules that alone retry': {
    Fn: FN,
    A: config({ Ref: 'Fn' }),
    B: sending(OTHER_REGION),
    C: sending(OTHER_REGION),
    R1: rule(target('a', 'Fn', { RetryPolicy: { MaximumRetryAttempts: 0 } })),
    R2: rule(target('a', 'Fn', { RetryPolicy: { MaximumRetryAttempts: 0 } })),
  },
  'an alias beside a config that cannot be deployed': { Role: ROLE, Fn: WITH_ROLE, Live: alias('live'), R: rule({ Id: 'a', Arn: { Ref: 'Live' } }), Config: sending(OTHER_REGION) },
};
