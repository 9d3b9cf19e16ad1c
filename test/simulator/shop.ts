import { Simulator, type SimulatorOptions } from '../../lib/simulator';

/** The config of a qualifier. Destinations are logical ids. */
export interface Config {
  readonly retries?: number;
  readonly age?: number;
  readonly onSuccess?: string;
  readonly onFailure?: string;
}

/** The differences from the plainest shop. */
export interface Shop {
  /** By qualifier. */
  readonly configs?: Readonly<Record<string, Config>>;

  /** Properties of the function. */
  readonly orders?: object;

  /** The actions that its role allows on all resources. */
  readonly allowed?: readonly string[];
  readonly resources?: Readonly<Record<string, object>>;
}

/** All actions that a delivery may need. */
const EVERYTHING = ['sqs:SendMessage', 'sns:Publish', 'events:PutEvents', 's3:PutObject', 'lambda:InvokeFunction'];

/** An app of one function, `Orders`, with version 1, the alias `live`, and one place of each kind for its records. */
export function shop({ configs = {}, orders = {}, allowed = EVERYTHING, resources = {} }: Shop = {}, options: SimulatorOptions = {}): Simulator {
  return Simulator.fromTemplates([{
    name: 'Shop',
    template: {
      Resources: {
        Orders: lambda(orders),
        Role: resource('IAM::Role', { Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: allowed, Resource: '*' }] } }] }),
        Version: resource('Lambda::Version', { FunctionName: { Ref: 'Orders' } }),
        Live: resource('Lambda::Alias', { FunctionName: { Ref: 'Orders' }, Name: 'live', FunctionVersion: { 'Fn::GetAtt': ['Version', 'Version'] } }),
        Queue: resource('SQS::Queue', {}),
        Topic: resource('SNS::Topic', {}),
        Bus: resource('Events::EventBus', { Name: 'shop' }),
        Bucket: resource('S3::Bucket', {}),
        ...Object.fromEntries(Object.entries(configs).map(([qualifier, settings], index) => [`Config${index}`, config('Orders', qualifier, settings)])),
        ...resources,
      },
    },
  }], options);
}

/** A function with the role of the shop. */
export function lambda(properties: object = {}): object {
  return resource('Lambda::Function', { Role: arn('Role'), ...properties });
}

/** The config of one qualifier. */
export function config(fn: string, qualifier: string, { retries, age, onSuccess, onFailure }: Config): object {
  const side = (destination: string | undefined) => destination && { Destination: arn(destination) };
  return resource('Lambda::EventInvokeConfig', {
    FunctionName: { Ref: fn },
    Qualifier: qualifier,
    MaximumRetryAttempts: retries,
    MaximumEventAgeInSeconds: age,
    DestinationConfig: { OnSuccess: side(onSuccess), OnFailure: side(onFailure) },
  });
}

/** The ARN of a resource; that of a topic, version or alias is its `Ref`. */
export function arn(logicalId: string): object {
  return ['Topic', 'Version', 'Live'].includes(logicalId) ? { Ref: logicalId } : { 'Fn::GetAtt': [logicalId, 'Arn'] };
}

export function resource(type: string, properties: object): object {
  return { Type: `AWS::${type}`, Properties: properties };
}
