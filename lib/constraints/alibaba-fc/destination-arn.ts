import type { DestinationKind } from './destination';
import { ACCOUNT, FUNCTION_NAME, QUALIFIER, REGION } from './identifiers';

/** The parts of the ARN of a destination. */
export interface DestinationArn {
  readonly kind: DestinationKind;
  readonly region: string;

  /** The account, or an empty text for the account of the function. */
  readonly account: string;
  readonly name: string;

  /** The qualifier of a function, if the ARN has one. */
  readonly qualifier?: string;

  /** The instance of a RocketMQ topic. */
  readonly instance?: string;
}

/** A Region and an account. */
export interface Place {
  readonly region: string;
  readonly account: string;
}

/** The service and the resource part for each kind of destination. */
const FORMS: Readonly<Record<DestinationKind, readonly [service: string, resource: string]>> = {
  function: ['fc', `functions/(?<name>${FUNCTION_NAME.pattern})(/(?<qualifier>${QUALIFIER.pattern}))?`],
  queue: ['mns', '/queues/(?<name>[^/:]+)/messages'],
  topic: ['mns', '/topics/(?<name>[^/:]+)/messages'],
  bus: ['eventbridge', 'eventbus/(?<name>[^/:]+)'],
  rocketmq: ['mq', '/instances/(?<instance>[^/:]+)/topic/(?<name>[^/:]+)'],
};

const PATTERNS = (Object.keys(FORMS) as DestinationKind[]).map(kind => {
  const [service, resource] = FORMS[kind];
  return [kind, new RegExp(`^acs:${service}:(?<region>${REGION.pattern}):(?<account>(${ACCOUNT.pattern})?):${resource}$`)] as const;
});

/**
 * Splits the ARN of a destination into its parts.
 *
 * @returns `undefined` if Function Compute does not deliver to such an ARN
 */
export function parseDestinationArn(arn: string): DestinationArn | undefined {
  for (const [kind, pattern] of PATTERNS) {
    const found = pattern.exec(arn);
    if (found) {
      return { kind, ...found.groups } as unknown as DestinationArn;
    }
  }
  return undefined;
}

/** The ARN of a destination: the messages of a queue or topic, not the queue or topic itself. */
export function destinationArn(kind: 'function' | 'queue' | 'topic', { region, account }: Place, name: string): string {
  switch (kind) {
    case 'function': return `acs:fc:${region}:${account}:functions/${name}`;
    case 'queue': return `acs:mns:${region}:${account}:/queues/${name}/messages`;
    case 'topic': return `acs:mns:${region}:${account}:/topics/${name}/messages`;
  }
}

/** Common mistakes in the ARN of a destination, the most likely first. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/\$\{(Token\[|AWS::)/, 'Function Compute cannot resolve values of CloudFormation: write the text itself.'],
  [/^arn:/, 'It is an ARN of AWS.'],
  [/^acs:mns:[^:]*:[^:]*:\/?(queues|topics)\/[^/]+$/, 'The ARN of a queue or topic must end in "/messages".'],
  [/^acs:mns:[^:]*:[^:]*:(queues|topics)\//, 'Write a slash before "queues" and "topics".'],
  [/^acs:fc:[^:]*:[^:]*:services\//, 'It is a function of Function Compute 2.0.'],
];

/** A sentence about the mistake in an ARN; empty if the mistake is not known. */
export function destinationHint(arn: string): string {
  const found = HINTS.find(([mistake]) => mistake.test(arn));
  return found ? ` ${found[1]}` : '';
}
