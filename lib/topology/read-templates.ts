import { indexed } from './assembly/app';
import { withNested } from './assembly/nested-stacks';
import { environmentOf, type Stack } from './assembly/stack';
import { parseTemplate } from './assembly/template';
import { topologyOf } from './read-topology';
import type { Topology } from './topology';

/** A template in memory. */
export interface NamedTemplate {
  /** The name of its stack. */
  readonly name: string;

  /** The parsed template. */
  readonly template: unknown;

  /**
   * The account and Region of the stack, e.g. `aws://123456789012/eu-west-1`.
   *
   * @default - only the deployment knows them
   */
  readonly environment?: string;
}

/**
 * Reads templates in memory as one app.
 *
 * @throws TopologyError if one of them is not a template, or if two have the same name
 */
export function readTemplates(templates: readonly NamedTemplate[]): Topology {
  return topologyOf(indexed(withNested(templates.map(stackOf))));
}

function stackOf({ name, template: document, environment }: NamedTemplate): Stack {
  const template = parseTemplate(document, name, `template of stack \`${name}\``);
  return {
    id: name,
    name,
    displayName: name,
    assembly: '',
    environment: environmentOf(name, environment),
    template,
    nested: new Map(),
  };
}
