import { cut } from './arn';
import { imported as crossRegion } from './cross-region';
import { canonicalAttribute } from './declared-types';
import type { Evaluator } from './evaluator';
import { output } from './output';
import { placeOf } from './place';
import { ABSENT, known, partsOf, textOf, unknown, type Resolved, type Text } from './value';
import { own } from '../assembly/json-walk';
import { declaredParameter, isList, isStored, type DeclaredParameter } from '../assembly/parameter';
import type { RawResource } from '../assembly/raw-resource';
import { pseudoParameter, type Stack } from '../assembly/stack';

/** `Ref`. */
export function ref(evaluator: Evaluator, argument: unknown, stack: Stack): Resolved {
  const name = nameOf(evaluator, argument, stack);
  if (name === undefined) {
    return unknown('a `Ref` needs a name');
  }
  if (name === 'AWS::NoValue') {
    return ABSENT;
  }
  if (name === 'AWS::StackName' && stack.name !== undefined) {
    return textOf([stack.name]);
  }
  if (name === 'AWS::Partition') {
    return placeOf(stack.environment).partition;
  }
  if (name.startsWith('AWS::')) {
    return textOf([pseudoParameter(stack.environment, name)]);
  }
  if (stack.template.parameters.has(name)) {
    return parameter(evaluator, name, stack);
  }
  return attribute(name, stack.template.resources.get(name), 'Ref', stack);
}

/** `Fn::GetAtt`, as a list or as a text. */
export function getAtt(evaluator: Evaluator, argument: unknown, stack: Stack): Resolved {
  const names = isPair(argument) ? argument : namesIn(evaluator, argument, stack);
  if (!names) {
    return unknown('an `Fn::GetAtt` needs a resource and an attribute');
  }
  // Not taken apart by a pattern: for each of these two texts, that would run an iterator.
  const logicalId = names[0];
  const name = names[1];
  const nested = name.startsWith('Outputs.') ? stack.nested.get(logicalId) : undefined;
  if (typeof nested === 'object') {
    return output(evaluator, nested, name.slice('Outputs.'.length));
  }
  const resource = stack.template.resources.get(logicalId);
  return resource?.type === 'Custom::CrossRegionExportReader' ? crossRegion(evaluator, name, stack) : attribute(logicalId, resource, name, stack);
}

/** Whether the argument of an `Fn::GetAtt` is two texts, as aws-cdk-lib writes it. */
function isPair(argument: unknown): argument is readonly [string, string] {
  return Array.isArray(argument) && argument.length === 2 && typeof argument[0] === 'string' && typeof argument[1] === 'string';
}

/** The resource and the attribute of any other `Fn::GetAtt`. */
function namesIn(evaluator: Evaluator, argument: unknown, stack: Stack): readonly [string, string] | undefined {
  const names = Array.isArray(argument) ? argument.map(part => nameOf(evaluator, part, stack)) : String(argument).split('.');
  return names.length < 2 || names.some(part => part === undefined) ? undefined : [names[0]!, names.slice(1).join('.')];
}

/** A name, which the language extensions also take from an expression. */
function nameOf(evaluator: Evaluator, raw: unknown, stack: Stack): string | undefined {
  return typeof raw === 'object' && raw !== null ? known(evaluator.text(raw, stack)) : typeof raw === 'string' ? raw : undefined;
}

function attribute(logicalId: string, resource: RawResource | undefined, name: string, stack: Stack): Text {
  if (resource === undefined) {
    return unknown(`\`${logicalId}\` is neither a parameter nor a resource of stack \`${stack.displayName}\``);
  }
  return { kind: 'reference', resource: resource.key, attribute: canonicalAttribute(resource.type, name) };
}

function parameter(evaluator: Evaluator, name: string, stack: Stack): Resolved {
  return evaluator.once(`${stack.id}\0parameter\0${name}`, () => {
    const declared = declaredParameter(stack.template.parameters.get(name), stack.given?.get(name));
    if (isStored(declared)) {
      return unknown(`parameter \`${name}\` is read from ssm at deploy time`);
    }
    const value = givenValue(evaluator, name, declared, stack);
    return isList(declared) ? itemsIn(value) : value;
  });
}

/** The value that the parent passes to a nested stack, else the one that the caller gives, else the default. */
function givenValue(evaluator: Evaluator, name: string, { value }: DeclaredParameter, stack: Stack): Resolved {
  const passed = own(own(stack.parent?.resource.properties, 'Parameters'), name);
  const given = stack.parent && passed !== undefined ? evaluator.resolve(passed, stack.parent.stack) : ABSENT;
  if (given.kind !== 'absent') {
    return given;
  }
  return value === undefined ? unknown(`parameter \`${name}\` has no default`) : evaluator.resolve(value, stack);
}

/** The items of a list that is one text. */
function itemsIn(value: Resolved): Resolved {
  return value.kind === 'list' || value.kind === 'absent' || value.kind === 'unknown'
    ? value
    : { kind: 'list', items: cut(partsOf(value), ',').map(trimmed) };
}

function trimmed(text: Text): Text {
  const parts = partsOf(text);
  return textOf(parts.map((part, index) => {
    if (typeof part !== 'string') {
      return part;
    }
    const start = index === 0 ? part.trimStart() : part;
    return index === parts.length - 1 ? start.trimEnd() : start;
  }));
}
