import fc from 'fast-check';

/** Logical ids, few enough that references hit, and some that only an attacker would choose. */
const LOGICAL_IDS = ['A', 'B', 'C', 'D', 'E', '__proto__', 'constructor', 'Fn::ForEach::X'];
const NAMES = fc.constantFrom(...LOGICAL_IDS, 'P', 'Q', 'AWS::Region', 'AWS::NoValue', 'AWS::StackName', 'live', 'queue');
const ATTRIBUTES = fc.constantFrom('Arn', 'Version', 'QueueName', 'TopicArn', 'Outputs.O', 'toString', '');
const TEXTS = fc.constantFrom(
  'orders', 'live', '7', '$LATEST', '', '*', 'arn:aws:sqs:eu-west-1:123456789012:orders.fifo', 'arn:aws:s3:::photos', 'alias/aws/sqs',
  'arn:aws:lambda:eu-west-1:123456789012:function:orders:live', '${A.Arn}:${P}', 'Event', 'false', '{{resolve:ssm:x}}', 'Allow', 'sqs:SendMessage', 'lambda',
);
const JUNK = fc.oneof(fc.constantFrom(null, true, 0, -1, 3.5, [], {}, [[]], '__proto__'), fc.string({ maxLength: 5 }));

/** Expressions, mostly of the right form. */
const { expression } = fc.letrec<{ expression: unknown }>(tie => ({
  expression: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    TEXTS, fc.integer({ min: 0, max: 1000 }), JUNK,
    NAMES.map(name => ({ Ref: name })),
    fc.tuple(NAMES, ATTRIBUTES).map(path => ({ 'Fn::GetAtt': path })),
    fc.tuple(NAMES, ATTRIBUTES).map(path => ({ 'Fn::GetAtt': path.join('.') })),
    fc.tuple(fc.constantFrom('', ':', '-'), fc.array(tie('expression'), { maxLength: 4 })).map(argument => ({ 'Fn::Join': argument })),
    fc.tuple(TEXTS, fc.record({ P: tie('expression') })).map(argument => ({ 'Fn::Sub': argument })),
    TEXTS.map(argument => ({ 'Fn::Sub': argument })),
    fc.tuple(fc.integer({ min: -1, max: 8 }), tie('expression')).map(([i, text]) => ({ 'Fn::Select': [i, { 'Fn::Split': [':', text] }] })),
    fc.tuple(fc.constantFrom('Yes', 'Open', 'Loop', 'No'), tie('expression'), tie('expression')).map(argument => ({ 'Fn::If': argument })),
    tie('expression').map(argument => ({ 'Fn::ImportValue': argument })),
    fc.record({ StackName: fc.constantFrom('S', 'T'), OutputName: fc.constantFrom('O', 'N') }).map(argument => ({ 'Fn::GetStackOutput': argument })),
    tie('expression').map(argument => ({ 'Fn::Base64': argument })),
    fc.array(tie('expression'), { maxLength: 3 }),
  ),
}));

/** The properties that are read, each as deep as the readers go. */
const STATEMENT = { Statement: [{ Effect: 1, Action: 1, Resource: 1, Principal: { AWS: 1 } }] };
const SHAPES: Record<string, unknown> = {
  'AWS::Lambda::Function': { FunctionName: 1, Timeout: 1, ReservedConcurrentExecutions: 1, DeadLetterConfig: { TargetArn: 1 }, DurableConfig: { ExecutionTimeout: 1 }, Role: 1 },
  'AWS::Lambda::Version': { FunctionName: 1 },
  'AWS::Lambda::Alias': { FunctionName: 1, FunctionVersion: 1, Name: 1, RoutingConfig: { AdditionalVersionWeights: [{ FunctionVersion: 1, FunctionWeight: 1 }] } },
  'AWS::Lambda::EventInvokeConfig': {
    FunctionName: 1, Qualifier: 1, MaximumRetryAttempts: 1, DestinationConfig: { OnSuccess: { Destination: 1 }, OnFailure: { Destination: 1 } },
  },
  'AWS::Lambda::Permission': { FunctionName: 1, Action: 1, Principal: 1, SourceArn: 1 },
  'AWS::Lambda::EventSourceMapping': { FunctionName: 1, EventSourceArn: 1, Enabled: 1 },
  'AWS::SQS::Queue': { QueueName: 1, FifoQueue: 1, KmsMasterKeyId: 1, RedrivePolicy: { deadLetterTargetArn: 1 } },
  'AWS::SQS::QueuePolicy': { Queues: [1], PolicyDocument: STATEMENT },
  'AWS::SNS::Topic': { TopicName: 1, Subscription: [{ Protocol: 1, Endpoint: 1 }] },
  'AWS::SNS::Subscription': { Protocol: 1, Endpoint: 1, TopicArn: 1 },
  'AWS::Events::Rule': { EventBusName: 1, EventPattern: { 'source': [1], 'detail-type': 1 }, State: 1, Targets: [{ Arn: 1, RetryPolicy: { MaximumRetryAttempts: 1 } }] },
  'AWS::Events::EventBusPolicy': { EventBusName: 1, Statement: 1 },
  'AWS::Scheduler::Schedule': { Target: { Arn: 1, RoleArn: 1 }, State: 1 },
  'AWS::IoT::TopicRule': { TopicRulePayload: { Actions: [{ Lambda: { FunctionArn: 1 } }] } },
  'AWS::SES::ReceiptRule': { Rule: { Actions: [{ LambdaAction: { FunctionArn: 1, InvocationType: 1 } }] } },
  'AWS::Pipes::Pipe': { Source: 1, Target: 1, TargetParameters: { LambdaFunctionParameters: { InvocationType: 1 } }, DesiredState: 1 },
  'AWS::Logs::SubscriptionFilter': { DestinationArn: 1, RoleArn: 1 },
  'AWS::CloudWatch::Alarm': { AlarmActions: [1], OKActions: 1, ActionsEnabled: 1 },
  'AWS::Config::ConfigRule': { Source: { Owner: 1, SourceIdentifier: 1 } },
  'AWS::CodeCommit::Repository': { Triggers: [{ DestinationArn: 1 }] },
  'AWS::S3::Bucket': { BucketName: 1, NotificationConfiguration: { LambdaConfigurations: [{ Function: 1 }] } },
  'Custom::S3BucketNotifications': { BucketName: 1, NotificationConfiguration: { LambdaFunctionConfigurations: [{ LambdaFunctionArn: 1 }] } },
  'AWS::KMS::Key': { KeyPolicy: STATEMENT },
  'AWS::KMS::Alias': { AliasName: 1, TargetKeyId: 1 },
  'AWS::IAM::Role': { RoleName: 1, Path: 1, ManagedPolicyArns: [1], Policies: [{ PolicyDocument: STATEMENT }] },
  'AWS::IAM::Policy': { Roles: [1], PolicyDocument: STATEMENT },
  'AWS::IAM::RolePolicy': { RoleName: 1, PolicyDocument: STATEMENT },
  'AWS::CloudFormation::Stack': { TemplateURL: 1, Parameters: { P: 1 } },
  'Custom::LambdaAsyncInvokeConfig': { FunctionName: 1, Qualifier: 1, Region: 1, AssumeRoleArn: 1, MaximumRetryAttempts: 1, OnFailure: 1, Merge: 1 },
  'Custom::LambdaDeployTimeInvocation': { FunctionName: 1, Qualifier: 1, Region: 1, AssumeRoleArn: 1, InvocationType: 1, Payloads: { Create: 1 } },
  'Custom::CrossRegionExportWriter': { WriterProps: { exports: { '/cdk/exports/x': 1 } } },
};

/** A shape with an expression in every place, and here and there junk instead of an object or list. */
function filled(shape: unknown): fc.Arbitrary<unknown> {
  if (shape === 1) {
    return expression;
  }
  const whole = Array.isArray(shape)
    ? fc.array(filled(shape[0]), { maxLength: 3 })
    : fc.record(Object.fromEntries(Object.entries(shape as object).map(([name, inner]) => [name, filled(inner)])), { requiredKeys: [] });
  return fc.oneof({ weight: 12, arbitrary: whole }, { weight: 1, arbitrary: JUNK }, { weight: 1, arbitrary: expression });
}

const resource = fc.constantFrom(...Object.keys(SHAPES)).chain(type => fc.record({
  Type: fc.constant(type),
  Properties: filled(SHAPES[type]),
  Condition: fc.constantFrom('Yes', 'No', 'Open', 'Loop', 'Missing', 3),
  DependsOn: fc.oneof(NAMES, fc.array(NAMES, { maxLength: 3 }), JUNK),
  Metadata: fc.constant({ 'aws:cdk:path': 'S/X' }),
}, { requiredKeys: ['Type'] }));

/** A JSON object with any keys, `__proto__` included, as a parser makes it. */
function asParsed(entries: ReadonlyArray<readonly [string, unknown]>): unknown {
  return JSON.parse(`{${[...new Map(entries)].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`);
}

/** The resources of a template as entries, so that they can be put in another order. */
export const resourceEntries = fc.array(fc.tuple(fc.constantFrom(...LOGICAL_IDS.slice(0, 7)), resource), { maxLength: 7 });

/** A template whose shape CloudFormation would accept, whatever the expressions in it say. */
export const sections = fc.record({
  Parameters: fc.record({ P: fc.record({ Type: fc.constantFrom('String', 'CommaDelimitedList'), Default: expression }, { requiredKeys: [] }) }, { requiredKeys: [] }),
  Conditions: fc.constant({
    Yes: { 'Fn::Equals': ['a', 'a'] }, No: { 'Fn::Not': [{ Condition: 'Yes' }] }, Open: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] }, Loop: { Condition: 'Loop' },
  }),
  Outputs: fc.record({ O: fc.record({ Value: expression, Export: fc.record({ Name: expression }) }, { requiredKeys: [] }) }, { requiredKeys: [] }),
});

/** A template of these resources in this order. */
export function template(entries: ReadonlyArray<readonly [string, unknown]>, others: object): unknown {
  return { ...others, Resources: asParsed(entries) };
}

/** A template with junk in places where CloudFormation expects structure. */
export const mutilated = fc.oneof(
  JUNK,
  fc.record({
    Resources: fc.oneof(JUNK, fc.dictionary(fc.string({ maxLength: 9 }), fc.oneof(JUNK, fc.record({ Type: JUNK })))),
    Outputs: JUNK,
    Parameters: JUNK,
    Conditions: JUNK,
  }),
  fc.tuple(resourceEntries, JUNK).map(([entries, junk]) => ({
    Resources: asParsed(entries),
    Conditions: { Yes: junk, Open: [junk] },
    Parameters: { P: junk },
    Outputs: { O: junk },
  })),
);
