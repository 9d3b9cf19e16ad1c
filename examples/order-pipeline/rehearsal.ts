import { fails, isThrottled, runsCode, type Arrival, type BusMessage, type CreatedResource, type Outcome, type Simulator } from 'cdk-async-invoke/simulator';

/** Something that happens to the shop, and what becomes of the events. */
export interface Scene {
  readonly title: string;

  /** The event, and those that followed from it. */
  readonly outcomes: readonly Outcome[];
}

/** The order pipeline, deployed and put to work. */
export interface Rehearsal {
  /** What was created by the handler of deploy time. */
  readonly created: readonly CreatedResource[];
  readonly scenes: readonly Scene[];

  /** A failed order as the queue keeps it. */
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

  await scene('orders.json is uploaded, and the bus tells the archive', async () => {
    await upload('orders.json');
    await sim.clock.settle();
    // What the rule `OrderImported` does.
    const [{ event }] = sim.destination('OrderBus').messages as BusMessage[];
    await sim.invoke('ArchiveOrder', { payload: event });
  });
  await scene('photo.png is uploaded', () => upload('photo.png'));
  await scene('order 1: tea and a cup', () => order(1, ['tea', 'cup']));
  await scene('order 2: no items', () => order(2, []));
  await scene('order 3, and the warehouse fails once', () => {
    fulfilment.respond(fails('the warehouse does not answer'), runsCode());
    return order(3, ['tea']);
  });
  await scene('order 4, when there is no concurrency for a moment', () => {
    fulfilment.respond(isThrottled(), isThrottled(), runsCode());
    return order(4, ['tea']);
  });
  await scene('order 5, when somebody has switched the function off', () => {
    fulfilment.reserveConcurrency(0);
    return order(5, ['tea']);
  });

  const [{ requestId }] = scenes[3].outcomes;
  return { created, scenes, kept: sim.destination('UnfulfilledOrders').arrivals.find(arrival => arrival.requestId === requestId)! };
}
