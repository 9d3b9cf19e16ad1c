import type { DestinationKind } from '../../constraints/aws-lambda/destination';

/** The form of the ARN of a resource type, and the attributes that yield ARN and name. */
export interface DeclaredType {
  /** The kind of target, if the ARN consists of the place of the stack and the name. */
  readonly kind?: DestinationKind | 'key' | 'role';

  readonly service: string;

  /** The field before the name, e.g. `function`. */
  readonly marker?: string;

  /** The text before the name, e.g. `event-bus/`. */
  readonly prefix: string;

  /** Attributes that yield the ARN. */
  readonly arn: readonly string[];

  /** Attributes that yield the name. */
  readonly name: readonly string[];

  /** The property that sets the name. */
  readonly nameProperty: string;

  /** Whether the ARN has no Region and no account, e.g. for a bucket. */
  readonly global?: boolean;

  /** Whether the ARN has no Region, e.g. for a role. */
  readonly regionless?: boolean;
}

/** The resource types with a known ARN. The ARN of a version or alias comes from its function. */
const DECLARED_TYPES: ReadonlyMap<string, DeclaredType> = new Map(Object.entries<DeclaredType>({
  'AWS::Lambda::Function': { kind: 'function', service: 'lambda', marker: 'function', prefix: '', arn: ['Arn'], name: ['Ref'], nameProperty: 'FunctionName' },
  'AWS::Lambda::Version': { service: 'lambda', marker: 'function', prefix: '', arn: ['Ref', 'FunctionArn'], name: [], nameProperty: '' },
  'AWS::Lambda::Alias': { service: 'lambda', marker: 'function', prefix: '', arn: ['Ref', 'AliasArn'], name: [], nameProperty: 'Name' },
  'AWS::SQS::Queue': { kind: 'queue', service: 'sqs', prefix: '', arn: ['Arn'], name: ['QueueName'], nameProperty: 'QueueName' },
  'AWS::SNS::Topic': { kind: 'topic', service: 'sns', prefix: '', arn: ['Ref', 'TopicArn'], name: ['TopicName'], nameProperty: 'TopicName' },
  'AWS::Events::EventBus': { kind: 'bus', service: 'events', prefix: 'event-bus/', arn: ['Arn'], name: ['Ref', 'Name'], nameProperty: 'Name' },
  'AWS::S3::Bucket': { kind: 'bucket', service: 's3', prefix: '', arn: ['Arn'], name: ['Ref'], nameProperty: 'BucketName', global: true },
  'AWS::StepFunctions::StateMachine': { service: 'states', marker: 'stateMachine', prefix: '', arn: ['Ref', 'Arn'], name: ['Name'], nameProperty: 'StateMachineName' },
  'AWS::KMS::Key': { kind: 'key', service: 'kms', prefix: 'key/', arn: ['Arn'], name: ['Ref', 'KeyId'], nameProperty: '' },
  'AWS::KMS::Alias': { service: 'kms', prefix: '', arn: [], name: ['Ref'], nameProperty: 'AliasName' },
  'AWS::IAM::Role': { kind: 'role', service: 'iam', prefix: 'role/', arn: ['Arn'], name: ['Ref'], nameProperty: 'RoleName', regionless: true },
  'AWS::IAM::ManagedPolicy': { service: 'iam', prefix: 'policy/', arn: ['Ref', 'PolicyArn'], name: [], nameProperty: '', regionless: true },
}));

/** The form of the ARN of a type; `undefined` for unknown types. */
export function declaredType(type: string | undefined): DeclaredType | undefined {
  return type === undefined ? undefined : DECLARED_TYPES.get(type);
}

/** One word for all attributes with the same value: `Arn`, `Name`, or the attribute itself. */
export function canonicalAttribute(type: string | undefined, attribute: string): string {
  return CANONICAL.get(type)?.get(attribute) ?? attribute;
}

const CANONICAL: ReadonlyMap<string | undefined, ReadonlyMap<string, string>> = new Map([...DECLARED_TYPES].map(([type, { arn, name }]) =>
  [type, new Map([...name.map(attribute => [attribute, 'Name'] as const), ...arn.map(attribute => [attribute, 'Arn'] as const)])]));
