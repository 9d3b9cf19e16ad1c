import type { App } from './assembly/app';
import { own } from './assembly/json-walk';
import type { ParameterNode } from './nodes/parameter';

/** The parameters that deployments set, with their limits. */
export function parameters({ stacks }: App): ParameterNode[] {
  return stacks.filter(({ parent }) => parent === undefined).flatMap(({ id, template }) =>
    [...template.parameters].map(([name, raw]) => {
      const type = own(raw, 'Type');
      const allowed = own(raw, 'AllowedValues');
      return {
        stack: id,
        name,
        type: typeof type === 'string' ? type : '',
        allowedValues: Array.isArray(allowed) ? allowed.map(String) : undefined,
        minValue: numberIn(raw, 'MinValue'),
        maxValue: numberIn(raw, 'MaxValue'),
        minLength: numberIn(raw, 'MinLength'),
        maxLength: numberIn(raw, 'MaxLength'),
      };
    }));
}

/** A number, which a template may write as a text. */
function numberIn(raw: unknown, name: string): number | undefined {
  const value = own(raw, name);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
