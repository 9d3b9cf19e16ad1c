import { TIMEOUT } from '../../constraints/aws-lambda/function';
import { known, literal } from '../../topology';
import { Draft } from '../draft';
import type { Fixer } from '../fixer';

/** Hides the messages of a queue for as long as its consumer may run. */
export const visibilityTimeout: Fixer = ({ key }, context) => {
  const { source, function: consumer } = context.topology.eventSources.find(each => each.key === key) ?? {};
  const fn = consumer && context.functionOf(consumer);
  const queue = source && source.kind === 'queue' ? source.resource : undefined;
  const timeout = fn && known(fn.timeout ?? literal(TIMEOUT.default!));
  return queue !== undefined && timeout !== undefined
    ? new Draft(context).set(queue, 'VisibilityTimeout', timeout).fix('Hide messages for as long as the function may run.')
    : undefined;
};
