import type { RawResource } from './raw-resource';
import type { Template } from './template';
import type { GivenValues } from '../given-values';
import type { Part } from '../values/value';

/** The account and Region of a stack, as far as the app fixes them. */
export interface Environment {
  /** The stack whose deployment decides the rest. */
  readonly owner: string;
  readonly account?: string;
  readonly region?: string;
}

/** The paths of the resources of a stack, by logical id. */
export interface ResourcePaths {
  get(logicalId: string): string | undefined;

  /** The paths of the stack that a resource nests. */
  nestedAs(logicalId: string): ResourcePaths | undefined;
}

/** A parsed stack. */
export interface Stack {
  /** Unique in the app; nested stacks append their logical id to that of their parent. */
  readonly id: string;

  /** The name in CloudFormation; absent where only the deployment knows it, e.g. for nested stacks. */
  readonly name?: string;

  /** The name that users see, e.g. `Prod/Orders`. */
  readonly displayName: string;

  /** The assembly of the stack: equal stacks of different stages do not import from each other. */
  readonly assembly: string;
  readonly file?: string;
  readonly environment: Environment;
  readonly template: Template;
  readonly parent?: { readonly stack: Stack; readonly resource: RawResource };

  /** The stacks that its resources nest, by logical id; a reason for one whose template is not there. */
  readonly nested: Map<string, Stack | string>;

  /** The paths of its resources, if the template has none. */
  readonly paths?: ResourcePaths;

  /** The values of parameters that the caller gives; absent for nested stacks, which get theirs from their parents. */
  readonly given?: GivenValues['parameters'];
}

/** The environment of an artifact: `aws://123456789012/eu-west-1`, or `aws://unknown-account/unknown-region`. The caller may know the rest. */
export function environmentOf(owner: string, environment: unknown, given: GivenValues = {}): Environment {
  const [, account, region] = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(typeof environment === 'string' ? environment : '') ?? [];
  return {
    owner,
    account: (account === 'unknown-account' ? undefined : account) ?? given.account,
    region: (region === 'unknown-region' ? undefined : region) ?? given.region,
  };
}

const PARTITIONS: ReadonlyArray<readonly [prefix: string, partition: string]> = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-isob-', 'aws-iso-b'],
  ['us-isof-', 'aws-iso-f'],
  ['us-iso-', 'aws-iso'],
  ['eu-isoe-', 'aws-iso-e'],
  ['eusc-', 'aws-eusc'],
];

/** The partition of a Region. */
export function partitionOf(region: string): string {
  return PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
}

/** A pseudo parameter as a part of a text; its value if the app fixes it. */
export function pseudoParameter(environment: Environment, name: string): Part {
  return fixed(environment, name) ?? { kind: 'pseudo', name, stack: environment.owner };
}

function fixed({ account, region }: Environment, name: string): string | undefined {
  switch (name) {
    case 'AWS::AccountId': return account;
    case 'AWS::Region': return region;
    case 'AWS::Partition': return region && partitionOf(region);
    case 'AWS::URLSuffix': return region?.startsWith('cn-') ? 'amazonaws.com.cn' : undefined;
    default: return undefined;
  }
}
