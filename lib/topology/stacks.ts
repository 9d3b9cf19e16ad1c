import type { RawResource } from './assembly/raw-resource';
import type { Stack } from './assembly/stack';
import type { Reader } from './reader';
import type { StackNode } from './topology';
import { willExist } from './values/condition';

/** The stacks that will or may exist. */
export function stacks({ app, resolver }: Reader): StackNode[] {
  const mayExist = (resource: RawResource, stack: Stack) => willExist(resolver, resource, stack) !== false;
  return app.stacks.filter(({ parent }) => !parent || mayExist(parent.resource, parent.stack)).map(stack => {
    const { id, name, displayName, file, environment: { account, region }, template, nested } = stack;
    const lacking = [...nested].filter((entry): entry is [string, string] =>
      typeof entry[1] === 'string' && mayExist(template.resources.get(entry[0])!, stack));
    return { id, name, displayName, file, account, region, unknowns: [...template.macros, ...lacking.map(([, reason]) => reason)] };
  });
}
