import { fails, isThrottled, runsCode, type Arrival, type CreatedResource, type Outcome, type Simulator } from 'cdk-async-invoke/simulator';

/** One thing that happens to the shop, and the events that follow from it. */
export interface Scene {
  readonly title: string;

  /** The event, then those that it caused. */
  readonly outcomes: readonly Outcome[];
}

/** The deployed order pipeline and what it did. */
export interface Rehearsal {
  /** The custom resources that the deploy-time handler created. */
  readonly created: readonly CreatedResource[];
  readonly scenes: readonly Scene[];

  /** The record of a failed order, in the queue. */
  readonly kept: Arrival;
}

/** Deploys the order pipeline into a simulator, and sends events through its own code. */
export async function rehearse(sim: Simulator, progress: (doing: string) => void = () => {}): Promise<Rehearsal> {
  progress('deploying into the simulator');
  const created = await sim.deploy();
  const scenes: Scene[] = [];

  const scene = async (title: string, act: () => Promise<unknown>) => {
    progress(title);
    const before = sim.outcomes.length;
    await act();
    await sim.clock.settle();
    scenes.push({ title, outcomes: sim.outcomes.slice(before) });
  };
  const fulfilment = sim.function('FulfilOrder');
  const upload = (key: string) => sim.invoke('ImportOrders', { qualifier: 'live', payload: { Records: [{ s3: { object: { key } } }] } });
  const order = (orderId: number, items: readonly string[]) => sim.invoke('FulfilOrder', { qualifier: 'live', payload: { detail: { orderId, items } } });

  await scene('orders.json is uploaded, and its record reaches the archive by the bus', () => upload('orders.json'));
  await scene('photo.png is uploaded', () => upload('photo.png'));
  await scene('order 1: tea and a cup', () => order(1, ['tea', 'cup']));
  await scene('order 2: no items', () => order(2, []));
  await scene('order 3: the warehouse fails once', () => {
    fulfilment.respond(fails('the warehouse does not answer'), runsCode());
    return order(3, ['tea']);
  });
  await scene('order 4: no concurrency is left for three seconds', () => {
    fulfilment.respond(isThrottled(), isThrottled(), runsCode());
    return order(4, ['tea']);
  });
  await scene('order 5: the reserved concurrency of the function is 0', () => {
    fulfilment.reserveConcurrency(0);
    return order(5, ['tea']);
  });

  const [{ requestId }] = scenes[3].outcomes;
  return { created, scenes, kept: sim.destination('UnfulfilledOrders').arrivals.find(arrival => arrival.requestId === requestId)! };
}
