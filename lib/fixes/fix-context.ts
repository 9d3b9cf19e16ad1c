import type { FunctionNode, Target, Topology, Unknown } from '../topology';

/** A resource as its template has it, by its key; `undefined` if that is not known, e.g. for a resource that a loop makes. */
export type RawResources = (key: string) => unknown;

/** Types whose `Ref` is their ARN. */
const ARN_BY_REF = ['AWS::SNS::Topic', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'];

/** What fixes know about an app. */
export class FixContext {
  constructor(readonly topology: Topology, readonly raw: RawResources) {}

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

  /** A logical id that the stack does not have. */
  newId(stack: string, wanted: string): string {
    let id = wanted;
    for (let number = 2; this.topology.resources.has(`${stack}.${id}`); number += 1) {
      id = `${wanted}${number}`;
    }
    return id;
  }
}
