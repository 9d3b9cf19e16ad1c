import { callIn, invokedAsynchronously, type LambdaCall } from './lambda-call';
import type { Delivery } from '../nodes/delivery';
import type { Declared, Reader } from '../reader';
import type { Target } from '../targets/target';
import { jsonDocument } from '../values/json-text';
import { entriesOf, entryOf, itemsOf, textOfEntry, type Tree } from '../values/tree';
import { known, unknown, type Text, type Unknown } from '../values/value';

/** The asynchronous invocations by tasks of Step Functions, at any depth. By default, a task waits for the function. */
export function stateMachines(reader: Reader): Delivery[] {
  return reader.all('AWS::StepFunctions::StateMachine').flatMap(declared => {
    const { properties } = declared;
    const substitutions = new Map(properties.get('DefinitionSubstitutions').entries().map(([name, value]) => [name, value.required()]));
    const delivery = (property: string, to: Target | Unknown): Delivery => ({
      kind: 'state-machine',
      origin: declared.origin,
      property,
      to,
      role: reader.target(properties.text('RoleArn'), declared),
    });
    const found = (part: string, definition: Tree | undefined) => definition?.kind === 'map'
      ? tasks(definition, part).flatMap(task => calls(reader, declared, task, delivery))
      : [delivery(part, definition?.kind === 'unknown' ? definition : unknown('its definition is not an object'))];
    const property = ['DefinitionString', 'Definition'].find(name => properties.has(name));
    const file = reader.assetText(properties.get('DefinitionS3Location').text('Key'));
    if (property === undefined && file === undefined) {
      return properties.has('DefinitionS3Location') ? [delivery('DefinitionS3Location', unknown('its definition is in a bucket'))] : [];
    }
    return property === undefined
      ? found('DefinitionS3Location', jsonDocument(reader.resolver, file, declared.stack, substitutions))
      : found(property, properties.get(property).document(substitutions));
  });
}

interface Task {
  readonly state: Tree;
  readonly path: string;
}

/** The tasks of a definition, those in branches and iterations included. */
function tasks(definition: Tree | undefined, path: string): Task[] {
  return entriesOf(entryOf(definition, 'States')).flatMap(([name, state]) => {
    const own = `${path}.States.${name}`;
    return [
      ...known(textOfEntry(state, 'Type')) === 'Task' ? [{ state, path: own }] : [],
      ...itemsOf(entryOf(state, 'Branches')).flatMap((branch, index) => tasks(branch, `${own}.Branches[${index}]`)),
      ...['ItemProcessor', 'Iterator'].flatMap(part => tasks(entryOf(state, part), `${own}.${part}`)),
    ];
  });
}

function calls(
  reader: Reader, declared: Declared, { state, path }: Task, delivery: (property: string, to: Target | Unknown) => Delivery,
): Delivery[] {
  const operation = operationOf(reader, textOfEntry(state, 'Resource'));
  const part = entryOf(state, 'Arguments') === undefined ? 'Parameters' : 'Arguments';
  const to = operation === undefined ? undefined : invokedAsynchronously(reader, declared, operation, decided(entryOf(state, part)));
  return to ? [delivery(`${path}.${part}.FunctionName`, to)] : [];
}

/** The operation of Lambda in `arn:aws:states:::lambda:invoke.waitForTaskToken` or `arn:aws:states:::aws-sdk:lambda:invoke`. */
function operationOf(reader: Reader, resource: Text | undefined): string | undefined {
  const [arn, , service, , , ...rest] = resource ? reader.fields(resource).map(known) : [];
  const [integration, operation] = rest[0] === 'aws-sdk' ? rest.slice(1) : rest;
  return arn === 'arn' && service === 'states' && integration === 'lambda' ? operation?.split('.', 1)[0] : undefined;
}

/** The parameters, of which the input of the run may decide some: by `FunctionName.$`, or by an expression. */
function decided(parameters: Tree | undefined): LambdaCall {
  const written = callIn(parameters);
  const value = (name: string, text: Text | undefined) => isDynamic(parameters, name, text) ? unknown(`the input of the state machine decides about \`${name}\``) : text;
  return {
    functionName: value('FunctionName', written.functionName),
    invocationType: value('InvocationType', written.invocationType),
    qualifier: value('Qualifier', written.qualifier),
  };
}

function isDynamic(parameters: Tree | undefined, name: string, text: Text | undefined): boolean {
  return entryOf(parameters, `${name}.$`) !== undefined || known(text)?.trimStart().startsWith('{%') === true;
}
