import { codeText } from './code-text';
import { Variables } from './variables';
import type { DocumentPath, StackNode, Topology } from '../../topology';
import type { AddChange, Change } from '../change';

/** The construct that aws-cdk-lib makes for the resource of a nested stack. */
const NESTED_STACK = /\.NestedStack\/[^/]+$/;

/**
 * The changes of a fix as TypeScript, for the end of the constructor of a stack; `undefined` if the app has no construct paths.
 *
 * It finds resources by their paths, so that it fits constructs of every level.
 */
export function cdkSnippet(topology: Topology, changes: readonly Change[]): string | undefined {
  const stacks = new Set(changes.flatMap(change => {
    const stack = change.kind === 'add' ? change.stack : topology.resources.get(change.resource)?.stack;
    return stack === undefined ? [] : [rootOf(topology, stack)];
  }));
  const [root] = stacks;
  return root === undefined || stacks.size > 1 ? undefined : new CdkSnippet(topology, root).text(changes);
}

/** The stack at the outside of a nested stack. */
function rootOf({ stacks, resources }: Topology, id: string): StackNode | undefined {
  const nesting = resources.get(id);
  return nesting ? rootOf({ stacks, resources } as Topology, nesting.stack) : stacks.get(id);
}

class CdkSnippet {
  private readonly variables = new Variables();
  private readonly declarations = new Map<string, string>();

  /** The stack of each resource that the snippet adds. */
  private readonly stacks = new Map<string, string>();
  private isKnown = true;

  constructor(private readonly topology: Topology, private readonly root: StackNode) {}

  text(changes: readonly Change[]): string | undefined {
    const lines = changes.map(change => this.line(change));
    return this.isKnown
      ? ["import { CfnResource } from 'aws-cdk-lib';", '', `// At the end of the constructor of ${this.root.displayName}:`, ...this.declarations.values(), ...lines].join('\n')
      : undefined;
  }

  private line(change: Change): string {
    switch (change.kind) {
      case 'add': return this.added(change);
      case 'wait': return `${this.existing(change.resource)}.addDependency(${this.referred(this.stackOf(change.resource), change.logicalId)});`;
      case 'append': {
        const { earlier, index, path, value } = change;
        return [...earlier, value].map((item, at) => this.overridden(change.resource, [...path, index - earlier.length + at], item)).join('\n');
      }
      case 'set': return this.overridden(change.resource, change.path, change.value);
      case 'remove': return change.path.length > 0
        ? `${this.existing(change.resource)}.addPropertyDeletionOverride(${propertyText(change.path)});`
        : this.removed(change.resource);
    }
  }

  private overridden(resource: string, path: DocumentPath, value: unknown): string {
    return `${this.existing(resource)}.addPropertyOverride(${propertyText(path)}, ${codeText(value, this.reference(this.stackOf(resource)))});`;
  }

  private added({ stack, logicalId, resource, conditionOf, again }: AddChange): string {
    const key = `${stack}.${logicalId}`;
    const { Type: type, Properties: properties, DependsOn: dependsOn = [] } = resource;
    const variable = this.variables.of(key, logicalId);
    this.stacks.set(key, stack);
    const props = codeText({ type, ...properties && { properties } }, this.reference(stack));
    const scope = this.scope(stack);
    // The code of an earlier fix makes it, too, if both are used.
    const made = again ? `${scope}.node.tryFindChild('${logicalId}') as CfnResource ?? ` : '';
    return [
      `const ${variable} = ${made}new CfnResource(${scope}, '${logicalId}', ${props});`,
      ...conditionOf === undefined ? [] : [`${variable}.cfnOptions.condition = ${this.existing(conditionOf)}.cfnOptions.condition;`],
      ...dependsOn.map(id => `${variable}.addDependency(${this.referred(stack, id)});`),
    ].join('\n');
  }

  private removed(key: string): string {
    const path = this.pathBelow(key) ?? [];
    return `${found(path.slice(0, -1))}.node.tryRemoveChild('${path.at(-1)}');`;
  }

  /** References as calls of constructs. */
  private reference(stack: string): (value: object) => string | undefined {
    return value => {
      const [[name, argument], ...others] = Object.entries(value);
      if (others.length > 0) {
        return undefined;
      }
      if (name === 'Ref' && typeof argument === 'string' && this.isResource(stack, argument)) {
        return `${this.referred(stack, argument)}.ref`;
      }
      return name === 'Fn::GetAtt' && Array.isArray(argument) && this.isResource(stack, argument[0])
        ? `${this.referred(stack, argument[0])}.getAtt('${argument[1]}')`
        : undefined;
    };
  }

  private isResource(stack: string, logicalId: string): boolean {
    const key = `${stack}.${logicalId}`;
    return this.variables.has(key) || this.topology.resources.get(key)?.path !== undefined;
  }

  private referred(stack: string, logicalId: string): string {
    const key = `${stack}.${logicalId}`;
    return this.topology.resources.has(key) ? this.existing(key) : this.variables.of(key, logicalId);
  }

  private existing(key: string): string {
    if (this.stacks.has(key)) {
      return this.variables.of(key, key);
    }
    const path = this.pathBelow(key);
    if (!path) {
      this.isKnown = false;
      return '';
    }
    const variable = this.variables.of(key, path.join('/'));
    this.declarations.set(key, `const ${variable} = ${found(path)} as CfnResource;`);
    return variable;
  }

  /** The ids of constructs from the outermost stack to a resource. */
  private pathBelow(key: string): string[] | undefined {
    const path = this.topology.resources.get(key)?.path;
    const start = `${this.root.displayName}/`;
    return path?.startsWith(start) ? path.slice(start.length).split('/') : undefined;
  }

  private scope(stack: string): string {
    const path = this.topology.resources.has(stack) ? this.pathBelow(stack)?.join('/').replace(NESTED_STACK, '').split('/') : [];
    this.isKnown &&= path !== undefined;
    return found(path ?? []);
  }

  private stackOf(key: string): string {
    return this.stacks.get(key) ?? this.topology.resources.get(key)!.stack;
  }
}

/** The expression for a construct below a stack. */
function found(path: readonly string[]): string {
  return ['this', ...path.map(id => `node.findChild('${id.replaceAll("'", "\\'")}')`)].join('.');
}

/** A property for an override, e.g. `'Targets.0.Arn'`. */
function propertyText(path: ReadonlyArray<string | number>): string {
  return `'${path.slice(1).map(part => String(part).replaceAll('.', '\\\\.')).join('.')}'`;
}
