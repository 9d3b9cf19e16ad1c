import type { Delivery } from '../nodes/delivery';
import type { Declared, Reader } from '../reader';
import type { Property } from '../values/property';

/** The functions that detector models and alarm models of AWS IoT Events invoke. */
export function iotEvents(reader: Reader): Delivery[] {
  return [
    ...reader.all('AWS::IoTEvents::DetectorModel').flatMap(model =>
      model.properties.get('DetectorModelDefinition').get('States').items().flatMap(detectorActions).flatMap(action => delivery(reader, model, action))),
    ...reader.all('AWS::IoTEvents::AlarmModel').flatMap(model =>
      model.properties.get('AlarmEventActions').get('AlarmActions').items().flatMap(action => delivery(reader, model, action))),
  ];
}

/** The moments of a state, and the lists of events at each. */
const MOMENTS = [['OnEnter', 'Events'], ['OnInput', 'Events'], ['OnInput', 'TransitionEvents'], ['OnExit', 'Events']] as const;

function detectorActions(state: Property): Property[] {
  return MOMENTS.flatMap(([moment, list]) => state.get(moment).get(list).items().flatMap(event => event.get('Actions').items()));
}

function delivery(reader: Reader, model: Declared, action: Property): Delivery[] {
  const fn = action.get('Lambda').get('FunctionArn');
  return fn.absent ? [] : [{
    kind: 'iot-events',
    origin: model.origin,
    property: fn.path,
    to: reader.named(fn.required(), model),
    role: reader.target(model.properties.text('RoleArn'), model),
  }];
}
