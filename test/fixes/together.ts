import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnCondition, CfnParameter, CfnResource, Fn, type Stack } from 'aws-cdk-lib';
import { apply, inApp, run } from './mended';
import { CHECKS, findings, type Finding } from '../../lib/checks';
import { cdkSnippet, fixesOf, jsonPatch, type Fix } from '../../lib/fixes';
import { readTemplates, type Topology } from '../../lib/topology';
import { FIXED } from '../topology/templates';

export interface TemplateOf extends Record<string, unknown> {
  readonly Resources: Record<string, unknown>;
}

/** It is about functions that keep their failures, as those do that a fix gives a destination. */
export const REVEALED = 'CallerWithoutDeadLetterQueue';

/** What the fixes of one run do to a template, `S`. */
export interface Together {
  /** The findings with a fix. */
  readonly fixed: string[];

  /** Those of them that the fixes do not mend, applied one after the other. */
  readonly left: string[];

  /** Those that a fix does not mend if it is applied alone. */
  readonly leftAlone: string[];

  /** The ids that are found more often than before, after all fixes, without `REVEALED`. */
  readonly added: string[];

  /** The template after all fixes. */
  readonly template: TemplateOf;
}

/** Applies the fixes of one run in the order of the findings, and each alone. */
export function together(template: TemplateOf): Together {
  const topology = read(template);
  const raw = (key: string) => Object.hasOwn(template.Resources, key.slice('S.'.length)) ? template.Resources[key.slice('S.'.length)] : undefined;
  const before = findings(topology, CHECKS);
  const fixes = fixesOf(topology, raw, before);
  const mended = (applied: readonly Fix[]) => {
    const changed = structuredClone(template);
    applied.forEach(({ changes }) => jsonPatch(topology, raw, changes).forEach(operation => apply(changed, operation)));
    return changed;
  };
  const all = mended([...fixes.values()]);
  fixes.forEach(({ changes }) => cdkSnippet(topology, changes));
  const after = findings(read(all), CHECKS);
  const fixed = [...fixes.keys()];
  return {
    fixed: fixed.map(nameOf),
    ...difference(before, after, fixed),
    leftAlone: fixed.filter(finding => times(findings(read(mended([fixes.get(finding)!])), CHECKS), finding) >= times(before, finding)).map(nameOf),
    template: all,
  };
}

function difference(before: readonly Finding[], after: readonly Finding[], fixed: readonly Finding[]): Pick<Together, 'left' | 'added'> {
  const count = (list: readonly Finding[], id: string) => list.filter(finding => finding.id === id).length;
  return {
    left: [...new Set(fixed.filter(finding => times(after, finding) > times(before, finding) - times(fixed, finding)).map(nameOf))],
    added: [...new Set(after.map(({ id }) => id))].filter(id => id !== REVEALED && count(after, id) > count(before, id)),
  };
}

/** How often something is found at a place. */
function times(list: readonly Finding[], finding: Finding): number {
  return list.filter(other => nameOf(other) === nameOf(finding)).length;
}

/** A finding with its place. */
export function nameOf({ id, logicalId, property }: Finding): string {
  return `${id} at ${logicalId}.${property}`;
}

function read(template: TemplateOf): Topology {
  return readTemplates([{ name: 'S', template, environment: FIXED }]);
}

/** The same for the code of the fixes, run one after the other at the end of a constructor. */
export function codedTogether(template: TemplateOf): Pick<Together, 'left' | 'added' | 'template'> {
  const { fixes, before } = inApp(stack => declare(stack, template), ({ topology, raw }) => {
    const found = findings(topology, CHECKS);
    const made = [...fixesOf(topology, raw, found)].map(([finding, { changes }]) => ({ finding, code: cdkSnippet(topology, changes)! }));
    return { before: found, fixes: made };
  });
  const { after, changed } = inApp(stack => {
    declare(stack, template);
    fixes.forEach(({ code }) => run(code, stack));
  }, ({ topology, directory }) => ({
    after: findings(topology, CHECKS),
    changed: JSON.parse(readFileSync(join(directory, 'S.template.json'), 'utf8')) as TemplateOf,
  }));
  return { ...difference(before, after, fixes.map(({ finding }) => finding)), template: changed };
}

/** Declares the resources of a template one by one, each with its logical id. */
function declare(stack: Stack, { Parameters, Conditions, Resources }: TemplateOf): void {
  Object.entries(Object(Parameters)).forEach(([id, parameter]: any) =>
    void new CfnParameter(stack, id, { type: parameter.Type, default: parameter.Default }));
  const conditions = new Map(Object.entries(Object(Conditions)).map(([id, { 'Fn::Equals': [left, right] }]: any) =>
    [id, new CfnCondition(stack, id, { expression: Fn.conditionEquals(left, right) })]));
  Object.entries(Resources).forEach(([id, { Type, Properties, Condition, DependsOn }]: any) => {
    const resource = new CfnResource(stack, id, { type: Type, properties: Properties });
    resource.cfnOptions.condition = conditions.get(Condition);
    [DependsOn ?? []].flat().forEach(other => resource.addDependency(stack.node.findChild(other) as CfnResource));
  });
}
