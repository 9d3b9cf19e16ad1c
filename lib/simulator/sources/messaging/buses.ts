import type { ApiBus, BusService, Caller, EventToPut, Place } from '../../state';
import { busEvent } from '../bus/bus-event';
import type { SimulatedBus } from '../bus/simulated-bus';
import { admitted, type SendingLambda } from '../handles/sender';

/** The buses as EventBridge serves them. */
export class Buses implements BusService {
  constructor(private readonly lambda: SendingLambda) {}

  find(nameOrArn: string, { account, region }: Place): ApiBus | undefined {
    const buses = [...this.lambda.sources.buses.values()];
    return buses.find(({ settings }) => settings.arn === nameOrArn || (settings.name === nameOrArn
      && (account ?? settings.account) === settings.account && (region ?? settings.region) === settings.region))?.settings;
  }

  put({ arn }: ApiBus, { source, detailType, detail, resources, time }: EventToPut, { trace }: Caller): string {
    const { sources } = this.lambda;
    const bus: SimulatedBus = sources.buses.get(arn)!;
    const { account, region } = bus.settings;
    const { cause } = admitted(this.lambda, 'events:PutEvents', 'bus', arn, trace, 'AccessDeniedException');
    const id = sources.newId(sources.nextNumber());
    sources.begin(bus.put(busEvent({ id, source, detailType, detail, resources, account, region, time: time ?? sources.now() }), cause));
    return id;
  }
}
