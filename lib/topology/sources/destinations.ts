import { destinationProperty } from '../functions/destination-property';
import type { EventInvokeConfig } from '../nodes/config';
import type { Delivery } from '../nodes/delivery';
import type { FunctionNode } from '../nodes/function';

/** The deliveries of Lambda itself: to the destinations of configs, and to the dead-letter queues of functions. */
export function destinations(configs: readonly EventInvokeConfig[], functions: readonly FunctionNode[]): Delivery[] {
  const found: Delivery[] = [];
  for (const config of configs) {
    if (config.onSuccess) {
      found.push(delivery('on-success', config, config.target, config.onSuccess, destinationProperty(config, 'onSuccess')));
    }
    if (config.onFailure) {
      found.push(delivery('on-failure', config, config.target, config.onFailure, destinationProperty(config, 'onFailure')));
    }
  }
  for (const node of functions) {
    if (node.deadLetterQueue) {
      found.push(delivery('dead-letter-queue', node, node.target, node.deadLetterQueue, 'DeadLetterConfig.TargetArn'));
    }
  }
  return found;
}

function delivery(
  kind: Delivery['kind'], origin: EventInvokeConfig | FunctionNode, from: Delivery['from'], to: Delivery['to'], property: string,
): Delivery {
  const { key, stack, logicalId, type, path, condition } = origin;
  return { kind, origin: { key, stack, logicalId, type, path, condition }, property, from, to };
}
