import { TIMEOUT } from '../../constraints/aws-lambda/function';
import { known, literal, type EventSource } from '../../topology';
import { Draft } from '../draft';
import type { Fixer } from '../fixer';

/** Hides the messages of a queue for as long as its consumers may run. */
export const visibilityTimeout: Fixer = ({ key }, context) => {
  const { eventSources } = context.topology;
  const queue = queueOf(eventSources.find(each => each.key === key));
  const consumers = eventSources.filter(each => queue !== undefined && queueOf(each) === queue)
    .map(({ key: of, function: consumer }) => ({ of, fn: consumer && context.functionOf(consumer) }));
  const timeouts = consumers.flatMap(({ of, fn }) => fn ? { of, timeout: known(fn.timeout ?? literal(TIMEOUT.default!)) ?? 0 } : []);
  const isKnown = timeouts.some(({ of, timeout }) => of === key && timeout > 0);
  return queue !== undefined && isKnown
    ? new Draft(context).set(queue, 'VisibilityTimeout', Math.max(...timeouts.map(({ timeout }) => timeout))).fix('Hide messages for as long as the function may run.')
    : undefined;
};

function queueOf(eventSource: EventSource | undefined): string | undefined {
  const source = eventSource?.source;
  return source && source.kind === 'queue' ? source.resource : undefined;
}
