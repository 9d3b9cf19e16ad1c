import { DESTINATION_SERVICES, type DestinationKind } from './destination';

/** The parts of the ARN of a destination. */
export interface DestinationArn {
  readonly partition: string;
  readonly service: string;

  /** Empty in the ARN of a bucket. */
  readonly region: string;

  /** Empty in the ARN of a bucket. */
  readonly account: string;

  /** The part after the account: a name, `event-bus/name` or `function:name:qualifier`. */
  readonly resource: string;

  /** The kind of the destination. Absent if Lambda does not deliver to such an ARN. */
  readonly kind?: DestinationKind;

  /** Whether it is the ARN of a FIFO queue or FIFO topic. */
  readonly fifo: boolean;
}

const ARN = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.*)$/s;

/** The form of the resource for each kind of destination. */
const RESOURCES: Readonly<Record<DestinationKind, RegExp>> = {
  queue: /^[^:/]+$/,
  topic: /^[^:/]+$/,
  bus: /^event-bus\/.+$/,
  function: /^function:[^:]+(:[^:]+)?$/,
  bucket: /^[^:/]+$/,
};

/**
 * Splits the ARN of a destination into its parts.
 *
 * @returns `undefined` if the text is not an ARN
 */
export function parseDestinationArn(arn: string): DestinationArn | undefined {
  const parts = ARN.exec(arn);
  if (!parts) {
    return undefined;
  }
  const [, partition, service, region, account, resource] = parts;
  const kind = Object.hasOwn(DESTINATION_SERVICES, service) ? DESTINATION_SERVICES[service] : undefined;
  const supported = kind !== undefined && RESOURCES[kind].test(resource);
  return {
    partition,
    service,
    region,
    account,
    resource,
    kind: supported ? kind : undefined,
    fifo: supported && (kind === 'queue' || kind === 'topic') && resource.endsWith('.fifo'),
  };
}
