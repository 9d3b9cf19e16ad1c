import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

/** A template as CloudFormation gets it. */
interface Conditional {
  readonly Resources: Record<string, { readonly Type: string; readonly Condition?: string; readonly Properties?: Record<string, any> }>;
  readonly Conditions?: Record<string, any>;
}

/** The truth of each condition. */
type Truth = (condition: string) => boolean;

/**
 * What CloudFormation refuses in a stack for some truth of its conditions: references to resources that do not exist then, and policies
 * without statements.
 */
export function brokenReferences(stack: Stack): string[] {
  const template = Template.fromStack(stack).toJSON() as Conditional;
  return [...new Set(truths(template).flatMap(truth => brokenIn(template, truth)))].sort();
}

/** The resources that exist with each truth, e.g. by the names of the conditions that are true. */
export function existing(stack: Stack, ...trueConditions: string[]): string[] {
  const template = Template.fromStack(stack).toJSON() as Conditional;
  const truth = truthOf(template, name => trueConditions.includes(name));
  return Object.keys(template.Resources).filter(id => exists(template, id, truth)).map(id => `${template.Resources[id].Type} ${id.replace(/[0-9A-F]{8}$/, '')}`).sort();
}

function brokenIn(template: Conditional, truth: Truth): string[] {
  return Object.entries(template.Resources).filter(([id]) => exists(template, id, truth)).flatMap(([id, { Properties }]) => {
    const chosen = choose(Properties, truth);
    const missing = referred(chosen).filter(other => other in template.Resources && !exists(template, other, truth));
    const empty = (chosen?.PolicyDocument as { Statement?: unknown[] } | undefined)?.Statement?.length === 0;
    return [...missing.map(other => `${id} refers to ${other}`), ...empty ? [`${id} has no statements`] : []];
  });
}

function exists({ Resources }: Conditional, id: string, truth: Truth): boolean {
  const { Condition } = Resources[id];
  return Condition === undefined || truth(Condition);
}

/** All truths of the conditions that do not follow from others. */
function truths(template: Conditional): Truth[] {
  const free = Object.keys(template.Conditions ?? {}).filter(name => !/Fn::(And|Or)/.test(Object.keys(template.Conditions![name])[0]));
  const subsets = free.reduce<string[][]>((sets, name) => [...sets, ...sets.map(set => [...set, name])], [[]]);
  return subsets.map(set => truthOf(template, name => set.includes(name)));
}

function truthOf({ Conditions = {} }: Conditional, isTrue: Truth): Truth {
  const of = (expression: any): boolean => {
    const parts = expression['Fn::And'] ?? expression['Fn::Or'];
    return parts ? parts['Fn::And' in expression ? 'every' : 'some']((part: any) => of(part)) : named(expression.Condition);
  };
  const named = (name: string): boolean => {
    const { 'Fn::And': all, 'Fn::Or': any } = Conditions[name];
    return all || any ? of(Conditions[name]) : isTrue(name);
  };
  return named;
}

/** A value in which `Fn::If` is decided. */
function choose(value: any, truth: Truth): any {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(item => choose(item, truth)).filter(item => item?.Ref !== 'AWS::NoValue');
  }
  const [condition, yes, no] = value['Fn::If'] ?? [];
  return condition === undefined
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, choose(item, truth)]))
    : choose(truth(condition) ? yes : no, truth);
}

function referred(value: any): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const { Ref, 'Fn::GetAtt': [attributed] = [] } = value;
  return [...[Ref, attributed].filter(id => id !== undefined), ...Object.values(value).flatMap(referred)];
}
