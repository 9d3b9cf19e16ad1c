import type { Finding } from '../checks';
import type { AddChange, SetChange } from './change';
import { valueAt } from './raw-values';
import { keyOf, Run } from './run';
import { propertyPath, type FunctionNode, type Target, type Topology, type Unknown } from '../topology';

/** A resource as its template has it, by its key; `undefined` if that is not known, e.g. for a resource that a loop makes. */
export type RawResources = (key: string) => unknown;

/** Types whose `Ref` is their ARN. */
const ARN_BY_REF = ['AWS::SNS::Topic', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'];

/** What fixes know about an app, and about the earlier fixes of their run. */
export class FixContext {
  readonly run = new Run();

  /**
   * @param findings the findings of the run
   */
  constructor(readonly topology: Topology, private readonly resources: RawResources, private readonly findings: readonly Finding[] = []) {}

  /** Whether something is found at a resource. */
  isFound(key: string): boolean {
    const node = this.topology.resources.get(key);
    const stack = node && this.topology.stacks.get(node.stack)?.displayName;
    return this.findings.some(finding => finding.logicalId === node?.logicalId && finding.stack === stack);
  }

  /** A resource as its template has it, or as an earlier fix of the run adds it. */
  raw(key: string): unknown {
    return this.resources(key) ?? this.run.added(key)?.resource;
  }

  /** A property as the template has it, or as an earlier fix of the run sets it. */
  written(key: string, property: string): unknown {
    const path = propertyPath(property);
    const set = this.run.changes.filter((change): change is SetChange => change.kind === 'set' && change.resource === key && change.path.join('.') === path.join('.'));
    return set.length > 0 ? set.at(-1)!.value : valueAt(this.raw(key), path);
  }

  /** Whether an earlier fix of the run removes a resource, or a property of it. */
  isRemoved(key: string, property?: string): boolean {
    const path = property === undefined ? '' : propertyPath(property).join('.');
    return this.run.changes.some(change => change.kind === 'remove' && change.resource === key && change.path.join('.') === path);
  }

  /** The key of a resource that an earlier fix of the run adds. */
  added(stack: string, type: string, isWanted: (properties: unknown) => boolean): string | undefined {
    const added = this.run.changes.find((change): change is AddChange =>
      change.kind === 'add' && change.stack === stack && change.resource.Type === type && isWanted(change.resource.Properties));
    return added && keyOf(added);
  }

  /** The expression for the ARN of a resource, within its own stack. */
  arn(key: string | undefined, stack: string): unknown {
    const node = this.topology.resources.get(key ?? '');
    if (node?.stack !== stack) {
      return undefined;
    }
    return ARN_BY_REF.includes(node.type) ? { Ref: node.logicalId } : { 'Fn::GetAtt': [node.logicalId, 'Arn'] };
  }

  /** The function of the app that a target names. */
  functionOf(target: Target | Unknown): FunctionNode | undefined {
    return target.kind === 'function' ? this.topology.functions.get(target.resource ?? '') : undefined;
  }

  /** The key of the role of a function, if the app declares it. */
  roleOf(fn: FunctionNode | undefined): string | undefined {
    const role = fn?.role;
    return role?.kind === 'role' && this.topology.roles.has(role.resource ?? '') ? role.resource : undefined;
  }

  /** A name for new resources around a resource: the last part of its construct path, or its logical id. */
  baseName(key: string): string {
    const node = this.topology.resources.get(key)!;
    const written = node.path?.replace(/(\/(Resource|Default))$/, '').split('/').at(-1) ?? node.logicalId;
    return written.replace(/[^A-Za-z0-9]/g, '') || node.logicalId;
  }

  /** Whether a stack has no parameter and no resource of a logical id, not even one whose condition does not hold. */
  isFree(stack: string, logicalId: string): boolean {
    const key = `${stack}.${logicalId}`;
    const isParameter = this.topology.parameters.some(each => each.stack === stack && each.name === logicalId);
    return !isParameter && !this.topology.resources.has(key) && this.raw(key) === undefined;
  }
}
