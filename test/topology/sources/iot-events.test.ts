import { aws_iotevents as iotevents, type Stack } from 'aws-cdk-lib';
import { functionIn, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

function detector(stack: Stack, state: Partial<iotevents.CfnDetectorModel.StateProperty>): void {
  new iotevents.CfnDetectorModel(stack, 'Model', {
    roleArn: 'arn:aws:iam::123456789012:role/events',
    detectorModelDefinition: { initialStateName: 'On', states: [{ stateName: 'Off' }, { stateName: 'On', ...state }] },
  });
}

function actions(stack: Stack): iotevents.CfnDetectorModel.ActionProperty[] {
  return [{ setTimer: { timerName: 't', seconds: 60 } }, { lambda: { functionArn: functionIn(stack, 'Fn').functionArn } }];
}

test.each<[string, (stack: Stack) => Partial<iotevents.CfnDetectorModel.StateProperty>]>([
  ['OnEnter.Events[0]', stack => ({ onEnter: { events: [{ eventName: 'e', actions: actions(stack) }] } })],
  ['OnInput.Events[0]', stack => ({ onInput: { events: [{ eventName: 'e', actions: actions(stack) }] } })],
  ['OnInput.TransitionEvents[0]', stack => ({ onInput: { transitionEvents: [{ eventName: 'e', condition: 'true', nextState: 'Off', actions: actions(stack) }] } })],
  ['OnExit.Events[0]', stack => ({ onExit: { events: [{ eventName: 'e', actions: actions(stack) }] } })],
])('reads the actions of a detector model in %s', (path, state) => {
  expect(stackOf(stack => detector(stack, state(stack))).invocations).toMatchObject([{
    kind: 'iot-events',
    property: `DetectorModelDefinition.States[1].${path}.Actions[1].Lambda.FunctionArn`,
    to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/) },
    role: { kind: 'role' },
  }]);
});

test('reads the actions of an alarm model', () => {
  const { invocations } = stackOf(stack => {
    new iotevents.CfnAlarmModel(stack, 'Model', {
      roleArn: 'arn:aws:iam::123456789012:role/events',
      alarmRule: {},
      alarmEventActions: { alarmActions: [{ sns: { targetArn: 't' } }, { lambda: { functionArn: functionIn(stack, 'Fn').functionArn } }] },
    });
  });
  expect(invocations).toMatchObject([{ kind: 'iot-events', property: 'AlarmEventActions.AlarmActions[1].Lambda.FunctionArn', to: { kind: 'function' } }]);
});

test('does not guess a parameter', () => {
  const Lambda = { FunctionArn: { Ref: 'Open' } };
  const { deliveries } = resources(
    { Model: resource('IoTEvents::AlarmModel', { AlarmEventActions: { AlarmActions: [{ Lambda }] } }) }, { Parameters: { Open: { Type: 'String' } } },
  );
  expect(deliveries).toMatchObject([{ to: { kind: 'unknown', reason: 'parameter `Open` has no default' } }]);
});
