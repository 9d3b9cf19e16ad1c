import { imported as crossRegion } from './cross-region';
import { canonicalAttribute } from './declared-types';
import type { Evaluator } from './evaluator';
import { output } from './output';
import { ABSENT, textOf, unknown, type Resolved, type Text } from './value';
import { own } from '../assembly/json-walk';
import { pseudoParameter, type Stack } from '../assembly/stack';

/** `Ref`. */
export function ref(evaluator: Evaluator, name: unknown, stack: Stack): Resolved {
  if (typeof name !== 'string') {
    return unknown('a `Ref` needs a name');
  }
  if (name === 'AWS::NoValue') {
    return ABSENT;
  }
  if (name === 'AWS::StackName' && stack.name !== undefined) {
    return textOf([stack.name]);
  }
  if (name.startsWith('AWS::')) {
    return textOf([pseudoParameter(stack.environment, name)]);
  }
  if (stack.template.parameters.has(name)) {
    return parameter(evaluator, name, stack);
  }
  return attribute(name, 'Ref', stack);
}

/** `Fn::GetAtt`, as a list or as a text. */
export function getAtt(evaluator: Evaluator, argument: unknown, stack: Stack): Resolved {
  const names: unknown[] = Array.isArray(argument) ? argument : String(argument).split('.');
  if (names.length < 2 || names.some(part => typeof part !== 'string')) {
    return unknown('an `Fn::GetAtt` needs a resource and an attribute');
  }
  const logicalId = names[0] as string;
  const name = names.slice(1).join('.');
  const nested = stack.nested.get(logicalId);
  if (nested && name.startsWith('Outputs.')) {
    return output(evaluator, nested, name.slice('Outputs.'.length));
  }
  const isReader = stack.template.resources.get(logicalId)?.type === 'Custom::CrossRegionExportReader';
  return isReader ? crossRegion(evaluator, name, stack) : attribute(logicalId, name, stack);
}

function attribute(logicalId: string, name: string, stack: Stack): Text {
  const resource = stack.template.resources.get(logicalId);
  if (resource === undefined) {
    return unknown(`\`${logicalId}\` is neither a parameter nor a resource of stack \`${stack.displayName}\``);
  }
  return { kind: 'reference', resource: resource.key, attribute: canonicalAttribute(resource.type, name) };
}

/** The value that the parent passes to a nested stack, else the default. */
function parameter(evaluator: Evaluator, name: string, stack: Stack): Resolved {
  return evaluator.once(`${stack.id}\0parameter\0${name}`, () => {
    const declared = stack.template.parameters.get(name);
    const passed = own(own(stack.parent?.resource.properties, 'Parameters'), name);
    if (stack.parent && passed !== undefined) {
      return evaluator.resolve(passed, stack.parent.stack);
    }
    const type = own(declared, 'Type');
    const value = own(declared, 'Default');
    if (typeof type === 'string' && type.startsWith('AWS::SSM::')) {
      return unknown(`parameter \`${name}\` is read from ssm at deploy time`);
    }
    if (value === undefined) {
      return unknown(`parameter \`${name}\` has no default`);
    }
    const list = typeof type === 'string' && (type === 'CommaDelimitedList' || type.startsWith('List<'));
    return evaluator.resolve(list ? String(value).split(',').map(item => item.trim()) : value, stack);
  });
}
