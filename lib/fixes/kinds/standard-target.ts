import { Draft } from '../draft';
import type { Fixer } from '../fixer';
import { targetAt } from '../places';
import { valueAt } from '../raw-values';

/** The properties that only FIFO queues and topics may have, and the one with their name. */
const FIFO: Readonly<Record<string, { readonly name: string; readonly only: readonly string[] }>> = {
  'AWS::SQS::Queue': { name: 'QueueName', only: ['FifoQueue', 'ContentBasedDeduplication', 'DeduplicationScope', 'FifoThroughputLimit'] },
  'AWS::SNS::Topic': { name: 'TopicName', only: ['FifoTopic', 'ContentBasedDeduplication', 'FifoThroughputScope', 'ArchivePolicy'] },
};

/** Makes a FIFO queue or topic of the app a standard one, if nothing else than its policies refers to it. */
export const standardTarget: Fixer = ({ key, property }, context) => {
  const { topology } = context;
  const resource = topology.resources.get(targetAt(context, key, property)?.resource ?? '');
  const fifo = FIFO[resource?.type ?? ''];
  if (!resource || !fifo || isUsedElsewhere(resource.key)) {
    return undefined;
  }
  const name = valueAt(context.raw(resource.key), ['Properties', fifo.name]);
  const draft = new Draft(context);
  fifo.only.forEach(each => draft.remove(resource.key, each));
  if (name !== undefined) {
    draft.set(resource.key, fifo.name, typeof name === 'string' ? name.replace(/\.fifo$/, '') : undefined);
  }
  return draft.fix(`Make ${resource.type.endsWith('Queue') ? 'the queue a standard queue' : 'the topic a standard topic'}.`);

  function isUsedElsewhere(used: string): boolean {
    return [...topology.resources.values()].some(each => each.refersTo.includes(used) && each.key !== key && !/^AWS::(IAM|SQS|SNS)::.*Policy$/.test(each.type));
  }
};
