import { Token, type CfnResource } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as pipes from 'aws-cdk-lib/aws-pipes';
import type * as scheduler from 'aws-cdk-lib/aws-scheduler';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { sentByStateMachine } from './state-machine';
import { ASYNCHRONOUS_PRINCIPALS } from '../../constraints/aws-lambda/permission';
import { propertiesOf } from '../target/properties-of';
import { unfolded } from '../target/unfolded';

/** The names or ARNs of the functions that a resource invokes asynchronously, or lets a service invoke so. */
export function invokedBy(resource: CfnResource): string[] {
  return (READERS[resource.cfnResourceType]?.(resource) ?? []).filter(name => name !== undefined);
}

type Reader = (resource: any) => (string | undefined)[];

const READERS: Readonly<Record<string, Reader | undefined>> = {
  'AWS::Lambda::Permission': ({ principal, functionName }: lambda.CfnPermission) => isAsynchronous(principal) ? [functionName] : [],

  'AWS::Events::Rule': (rule: events.CfnRule) => listed<events.CfnRule.TargetProperty>(rule, rule.targets).map(target => target.arn),

  'AWS::SNS::Subscription': ({ protocol, endpoint }: sns.CfnSubscription) => protocol === 'lambda' ? [endpoint] : [],

  'AWS::SNS::Topic': (topic: sns.CfnTopic) => listed<sns.CfnTopic.SubscriptionProperty>(topic, topic.subscription)
    .filter(({ protocol }) => protocol === 'lambda').map(({ endpoint }) => endpoint),

  'AWS::Scheduler::Schedule': (schedule: scheduler.CfnSchedule) => [unfolded<scheduler.CfnSchedule.TargetProperty>(schedule, schedule.target)?.arn],

  'AWS::Pipes::Pipe': (pipe: pipes.CfnPipe) => {
    const parameters = unfolded<pipes.CfnPipe.PipeTargetParametersProperty>(pipe, pipe.targetParameters);
    const { invocationType } = unfolded<pipes.CfnPipe.PipeTargetLambdaFunctionParametersProperty>(pipe, parameters?.lambdaFunctionParameters) ?? {};
    return invocationType === 'FIRE_AND_FORGET' ? [pipe.target] : [];
  },

  'AWS::Lambda::EventInvokeConfig': (config: lambda.CfnEventInvokeConfig) => {
    const destinations = unfolded<lambda.CfnEventInvokeConfig.DestinationConfigProperty>(config, config.destinationConfig);
    return [destinations?.onFailure, destinations?.onSuccess]
      .map(side => unfolded<lambda.CfnEventInvokeConfig.OnFailureProperty>(config, side)?.destination);
  },

  'AWS::StepFunctions::StateMachine': sentByStateMachine,

  'Custom::Trigger': trigger => {
    const { HandlerArn, InvocationType } = propertiesOf(trigger);
    return InvocationType === 'Event' ? [HandlerArn] : [];
  },
};

/** Whether a principal is a service that invokes asynchronously, e.g. `logs.eu-west-1.amazonaws.com`. */
function isAsynchronous(principal: string): boolean {
  const name = Token.isUnresolved(principal) ? '' : principal;
  return ASYNCHRONOUS_PRINCIPALS.some(service => name.startsWith(`${service}.`) && name.includes('.amazonaws.com'));
}

function listed<T extends object>(resource: CfnResource, list: unknown): T[] {
  return (unfolded<unknown[]>(resource, list) ?? []).map(item => unfolded<T>(resource, item)).filter(item => item !== undefined);
}
