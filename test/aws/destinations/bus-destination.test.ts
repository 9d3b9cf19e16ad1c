import * as events from 'aws-cdk-lib/aws-events';
import { allow, bound } from './bound';
import { AsyncDestination } from '../../../lib';
import { concreteStack } from '../fixture';

describe('a bus', () => {
  test('needs one action', () => {
    const ARN = { 'Fn::GetAtt': ['BusEA82B648', 'Arn'] };
    const { arn, allowed } = bound(stack => AsyncDestination.bus(new events.EventBus(stack, 'Bus')));

    expect(arn).toEqual(ARN);
    expect(allowed).toEqual([allow('events:PutEvents', ARN)]);
  });

  test('can be imported', () => {
    const ARN = 'arn:aws:events:eu-west-1:111111111111:event-bus/orders';
    const { arn, allowed } = bound(stack => AsyncDestination.bus(events.EventBus.fromEventBusArn(stack, 'Bus', ARN)));

    expect(arn).toBe(ARN);
    expect(allowed).toEqual([allow('events:PutEvents', ARN)]);
  });
});

describe('the default bus', () => {
  test('is the one of the deployment\'s account and Region', () => {
    const ARN = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':events:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':event-bus/default']] };
    const { arn, allowed } = bound(() => AsyncDestination.bus());

    expect(arn).toEqual(ARN);
    expect(allowed).toEqual([allow('events:PutEvents', ARN)]);
  });

  test('has a literal ARN in a stack of a known environment', () => {
    const { arn } = bound(() => AsyncDestination.bus(), { stack: concreteStack() });

    expect(arn).toEqual({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':events:eu-west-1:111111111111:event-bus/default']] });
  });
});
