import type { Declared, Reader } from '../reader';
import type { Target } from '../targets/target';
import { fieldsOf } from '../values/arn';
import { placeOf, type Place } from '../values/place';
import { concatenated, known, literal, type Text, type Unknown } from '../values/value';

/** Finds the buses of rules. */
export class EventBuses {
  private readonly defaults = new Map<Place, Target | Unknown>();

  constructor(private readonly reader: Reader) {}

  /** The bus of a rule, by name or by ARN; without one, the default bus of its account and Region. */
  of(rule: Declared): Target | Unknown | undefined {
    // A scheduled rule has no bus.
    if (!rule.properties.has('EventBusName') && !rule.properties.has('EventPattern')) {
      return undefined;
    }
    const name = rule.properties.text('EventBusName');
    if (name === undefined) {
      return this.defaultOf(rule);
    }
    const isArn = known(fieldsOf(this.reader.resolver, name)[0]) === 'arn';
    return this.reader.named(isArn ? name : arnOf(rule, name), rule);
  }

  /** The default bus of the account and Region of a resource. Cached, because most rules use it. */
  defaultOf(rule: Declared): Target | Unknown {
    const place = placeOf(rule.stack.environment);
    const found = this.defaults.get(place) ?? this.reader.named(arnOf(rule, literal('default')), rule);
    this.defaults.set(place, found);
    return found;
  }
}

function arnOf({ stack }: Declared, name: Text): Text {
  const { partition, region, account } = placeOf(stack.environment);
  return concatenated([literal('arn'), partition, literal('events'), region, account, concatenated([literal('event-bus/'), name])], ':');
}
