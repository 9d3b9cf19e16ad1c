import { Token, Tokenization, type CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { sentByCall } from './lambda-call';
import { sentByStateMachine } from './state-machine';
import { writtenDocument } from './written-document';
import { ASYNCHRONOUS_PRINCIPALS } from '../../constraints/aws-lambda/permission';
import { RESOURCE_TYPE } from '../../contract/custom-resource';
import { propertiesOf } from '../target/properties-of';
import { referencedResource } from '../target/referenced-resource';
import { unfolded } from '../target/unfolded';

/** The names or ARNs of the functions that a resource invokes asynchronously, or lets a service invoke so. */
export function invokedBy(resource: CfnResource): string[] {
  const read = READERS[resource.cfnResourceType];
  return read ? read(resource).filter(name => typeof name === 'string' && mayBeFunction(name)) : [];
}

type Reader = (resource: any) => string[];

/** Reads every value at some paths. */
const at = (...paths: string[]): Reader => resource => paths.flatMap(path => valuesAt(resource, path)) as string[];

/** Reads what is there if another property has a value. */
const where = (path: string, isValue: (value: unknown) => boolean, read: Reader): Reader =>
  resource => valuesAt(resource, path).some(isValue) ? read(resource) : [];

const is = (...values: unknown[]) => (value: unknown) => values.includes(value);

const ALARM_ACTIONS = at('alarmActions[]', 'okActions[]', 'insufficientDataActions[]');

const READERS: Readonly<Record<string, Reader | undefined>> = {
  'AWS::CloudWatch::Alarm': ALARM_ACTIONS,
  'AWS::CloudWatch::CompositeAlarm': ALARM_ACTIONS,
  'AWS::CodeCommit::Repository': at('triggers[].destinationArn'),
  'AWS::Config::ConfigRule': where('source.owner', is('CUSTOM_LAMBDA'), at('source.sourceIdentifier')),
  'AWS::Config::OrganizationConfigRule': at('organizationCustomRuleMetadata.lambdaFunctionArn'),
  'AWS::Events::Rule': at('targets[].arn'),
  'AWS::IoT::TopicRule': at('topicRulePayload.actions[].lambda.functionArn', 'topicRulePayload.errorAction.lambda.functionArn'),
  'AWS::Lambda::EventInvokeConfig': at('destinationConfig.onFailure.destination', 'destinationConfig.onSuccess.destination'),
  'AWS::Lambda::Permission': ({ principal, functionName }: lambda.CfnPermission) => isAsynchronous(principal) ? [functionName] : [],
  'AWS::Logs::AccountPolicy': where('policyType', is('SUBSCRIPTION_FILTER_POLICY'), policy => {
    const document = writtenDocument(policy.stack, policy.policyDocument);
    return [document?.nameOf((document.value as { readonly DestinationArn?: unknown }).DestinationArn) ?? ''];
  }),
  'AWS::Logs::SubscriptionFilter': at('destinationArn'),
  'AWS::Pipes::Pipe': where('targetParameters.lambdaFunctionParameters.invocationType', is('FIRE_AND_FORGET'), at('target')),
  'AWS::S3::Bucket': at('notificationConfiguration.lambdaConfigurations[].function'),
  'AWS::Scheduler::Schedule': schedule => sentByUniversalTarget(schedule) ?? at('target.arn')(schedule),
  'AWS::SES::ReceiptRule': rule => valuesAt(rule, 'rule.actions[].lambdaAction')
    .map(action => unfolded<{ readonly functionArn: string; readonly invocationType?: string }>(rule, action))
    .filter(action => action !== undefined && is(undefined, 'Event')(action.invocationType)).map(action => action!.functionArn),
  'AWS::SNS::Subscription': where('protocol', is('lambda'), at('endpoint')),
  'AWS::SNS::Topic': topic => valuesAt(topic, 'subscription[]')
    .map(subscription => unfolded<{ readonly protocol: string; readonly endpoint: string }>(topic, subscription))
    .filter(subscription => subscription?.protocol === 'lambda').map(subscription => subscription!.endpoint),
  'AWS::StepFunctions::StateMachine': sentByStateMachine,
  'Custom::AWS': custom => ['Create', 'Update', 'Delete'].flatMap(moment => sentByCustomResource(custom, propertiesOf(custom)[moment])),
  'Custom::S3BucketNotifications': at('NotificationConfiguration.LambdaFunctionConfigurations[].LambdaFunctionArn'),
  'Custom::Trigger': where('InvocationType', is('Event'), at('HandlerArn')),
  [RESOURCE_TYPE.invocation]: where('InvocationType', is('Event', 'InvokeAsync'), at('FunctionName')),
};

/** The function to which a universal target of a schedule sends an event; undefined for other targets, which are functions themselves. */
function sentByUniversalTarget(schedule: CfnResource): string[] | undefined {
  const [arn] = valuesAt(schedule, 'target.arn');
  const [, operation] = /:aws-sdk:lambda:(\w+)$/.exec(String(arn)) ?? [];
  if (operation === undefined) {
    return undefined;
  }
  const document = writtenDocument(schedule.stack, valuesAt(schedule, 'target.input')[0]);
  return document ? sentByCall(document, operation, document.value) : [];
}

interface SdkCall {
  readonly service?: string;
  readonly action?: string;
  readonly parameters?: object;
}

/** The function to which an `AwsCustomResource` sends an event, with the names of either SDK. */
function sentByCustomResource({ stack }: CfnResource, property: unknown): string[] {
  const document = writtenDocument(stack, property, /invoke/i);
  const { service, action, parameters } = (document?.value ?? {}) as SdkCall;
  const isLambda = is('lambda', '@aws-sdk/client-lambda')(service?.toLowerCase());
  return document && isLambda ? sentByCall(document, action?.replace(/command$/i, '') ?? '', parameters ?? {}) : [];
}

/** The values of a resource at a path, e.g. `targets[].arn`, as far as the app knows them. */
function valuesAt(resource: CfnResource, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>((values, step) => {
    const name = step.replace('[]', '');
    const found = values.map(value => unfolded<Record<string, unknown>>(resource, value)?.[name]).filter(value => value !== undefined);
    return step === name ? found : found.flatMap(list => unfolded<unknown[]>(resource, listOf(list)) ?? []);
  }, [propertiesOf(resource)]);
}

/** A list, which may be a token in the form of a list. */
function listOf(value: unknown): unknown {
  return Array.isArray(value) && Token.isUnresolved(value) ? Tokenization.reverseList(value) ?? value : value;
}

/** Whether a principal is a service that invokes asynchronously, e.g. `logs.eu-west-1.amazonaws.com`. */
function isAsynchronous(principal: string): boolean {
  const name = Token.isUnresolved(principal) ? '' : principal;
  return ASYNCHRONOUS_PRINCIPALS.some(service => name.startsWith(`${service}.`) && name.includes('.amazonaws.com'));
}

/** Whether a name or ARN may be that of a function: many resources also send to topics and queues. */
function mayBeFunction(name: string): boolean {
  const resource = referencedResource(name);
  return name !== '' && (resource === undefined || resource.cfnResourceType.startsWith('AWS::Lambda::'));
}
