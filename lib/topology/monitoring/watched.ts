import type { MetricDimension } from '../nodes/alarm';
import type { Declared, Reader } from '../reader';
import { requalified } from '../targets/function-target';
import type { FunctionTarget } from '../targets/target';
import { placeOf } from '../values/place';
import { known, sameText, unknown, type Text, type Unknown } from '../values/value';

/** The name that CloudFormation will choose. */
const NAMELESS = unknown('the template sets no name');

type Dimensions = readonly MetricDimension[] | Unknown;

/** The namespaces whose metrics are about one resource: the dimension with its name, and its type. */
const NAMED: ReadonlyMap<string, { readonly dimension: string; readonly type: string; readonly nameProperty: string }> = new Map([
  ['AWS/SQS', { dimension: 'QueueName', type: 'AWS::SQS::Queue', nameProperty: 'QueueName' }],
  ['AWS/SNS', { dimension: 'TopicName', type: 'AWS::SNS::Topic', nameProperty: 'TopicName' }],
  ['AWS/Events', { dimension: 'RuleName', type: 'AWS::Events::Rule', nameProperty: 'Name' }],
  ['AWS/Scheduler', { dimension: 'ScheduleGroup', type: 'AWS::Scheduler::ScheduleGroup', nameProperty: 'Name' }],
]);

/** The function of a metric of Lambda, with the qualifier of its `Resource`. */
export function watchedFunction(reader: Reader, declared: Declared, namespace: Text, dimensions: Dimensions): FunctionTarget | Unknown | undefined {
  const name = known(namespace) === 'AWS/Lambda' ? valueOf(dimensions, 'FunctionName') : undefined;
  if (name === undefined) {
    return undefined;
  }
  const target = reader.function(name, declared);
  const resource = valueOf(dimensions, 'Resource');
  if (target.kind === 'unknown' || resource === undefined) {
    return target;
  }
  const fields = reader.fields(resource);
  if (resource.kind === 'unknown' || fields.length > 2 || sameText(fields[0], name) === false) {
    return unknown('its `Resource` is not the name of the function and a qualifier');
  }
  return fields.length === 2 ? requalified(target, fields[1]) : target;
}

/** The resource that the dimensions of a metric name or refer to, if the app declares it. */
export function watchedResource(reader: Reader, declared: Declared, namespace: Text, dimensions: Dimensions): string | undefined {
  const named = NAMED.get(known(namespace) ?? '');
  const value = named && valueOf(dimensions, named.dimension);
  if (!value) {
    return undefined;
  }
  const candidates = reader.all(named.type);
  if (value.kind === 'reference') {
    return candidates.some(({ origin }) => origin.key === value.resource) ? value.resource : undefined;
  }
  const { region, account } = placeOf(declared.stack.environment);
  return candidates.find(({ stack, properties }) => {
    const place = placeOf(stack.environment);
    const isHere = sameText(place.region, region) === true && sameText(place.account, account) === true;
    return isHere && sameText(properties.text(named.nameProperty) ?? NAMELESS, value) === true;
  })?.origin.key;
}

function valueOf(dimensions: Dimensions, name: string): Text | undefined {
  return 'reason' in dimensions ? undefined : dimensions.find(dimension => known(dimension.name) === name)?.value;
}
