import { jsonValue, writeJson } from './exact-json';
import { filled, RawJson, templateParts, type Variable } from './input-template';
import { checkLimit, invalid, shown } from './invalid-pattern-error';
import { jsonPath } from './json-path';
import { INPUT_PATHS, INPUT_TEMPLATE, INPUT_VARIABLE, TARGET_INPUT, TARGET_INPUT_PATH } from '../../../constraints/aws-events/target';
import { isJson } from '../../json-text';
import { NotKnownError } from '../../state/not-known-error';

/** The properties of a target of a rule that decide what it gets. At most one is set. */
export interface InputProperties {
  readonly Input?: string;
  readonly InputPath?: string;
  readonly InputTransformer?: {
    readonly InputPathsMap?: Readonly<Record<string, string>>;
    readonly InputTemplate: string;
  };
}

/** What reserved variables of a template stand for. */
export interface RuleContext {
  readonly ruleArn: string;
  readonly ruleName: string;

  /** The time at which EventBridge received the event, as ISO 8601. */
  readonly ingestionTime: string;
}

type InputOf = (event: object, context: RuleContext) => string;

/** What the reserved variables stand for. */
const RESERVED: Record<string, (event: object, context: RuleContext) => unknown> = {
  'aws.events.rule-arn': (_, { ruleArn }) => ruleArn,
  'aws.events.rule-name': (_, { ruleName }) => ruleName,
  'aws.events.event.ingestion-time': (_, { ingestionTime }) => ingestionTime,
  'aws.events.event': event => {
    const { detail: _, ...rest } = jsonValue(event) as Record<string, unknown>;
    return new RawJson(writeJson(rest));
  },
  'aws.events.event.json': event => new RawJson(writeJson(jsonValue(event))),
};

/**
 * Compiles what a target of a rule gets: the event, a part of it, a constant, or a filled template. The function returns JSON.
 *
 * Events are values of `JSON.parse`, or a `JsonText`.
 *
 * @throws InvalidPatternError if EventBridge refuses the properties
 * @throws NotKnownError if the documentation leaves open what the target gets
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html
 */
export function ruleInput(target: InputProperties): InputOf {
  const { Input, InputPath, InputTransformer } = target;
  const set = Object.entries({ Input, InputPath, InputTransformer }).filter(([, value]) => value !== undefined).map(([name]) => name);
  if (set.length > 1) {
    throw invalid(set[1], `not be set beside \`${set[0]}\``, 'both', 'Keep one');
  }
  if (Input !== undefined) {
    return constant(Input);
  }
  if (InputTransformer !== undefined) {
    return transformed(InputTransformer);
  }
  return InputPath === undefined ? event => writeJson(jsonValue(event)) : part(InputPath);
}

function constant(text: string): InputOf {
  checkLimit(TARGET_INPUT, text, TARGET_INPUT.parameter, 'Change its length');
  if (!isJson(text)) {
    throw invalid(TARGET_INPUT.parameter, 'be JSON', shown(text), 'Put quotes around a text');
  }
  return () => text;
}

function part(path: string): InputOf {
  const place = TARGET_INPUT_PATH.parameter;
  checkLimit(TARGET_INPUT_PATH, path, place, 'Change its length');
  const find = jsonPath(path, place);
  return event => {
    const found = find(jsonValue(event));
    if (found === undefined) {
      throw new NotKnownError(`what a target gets if \`${place}\` ${path} finds nothing in the event`, 'Send the field.');
    }
    return writeJson(found);
  };
}

function transformed({ InputPathsMap = {}, InputTemplate }: NonNullable<InputProperties['InputTransformer']>): InputOf {
  const place = INPUT_TEMPLATE.parameter;
  checkLimit(INPUT_TEMPLATE, InputTemplate, place, 'Change its length');
  checkLimit(INPUT_PATHS, InputPathsMap, INPUT_PATHS.parameter, 'Remove variables');
  const variables = new Map(Object.entries(InputPathsMap).map(([name, path]) => [checkedName(name), jsonPath(path, `${INPUT_PATHS.parameter}.${name}`)]));
  const parts = templateParts(InputTemplate);
  for (const variable of parts) {
    checkVariable(variable, variables);
  }
  return (event, context) => {
    const value = jsonValue(event);
    return filled(parts, ({ name }) => variables.has(name) ? variables.get(name)!(value) : RESERVED[name](event, context), place);
  };
}

function checkedName(name: string): string {
  const place = `${INPUT_PATHS.parameter}.${name}`;
  if (/^aws\./i.test(name)) {
    throw invalid(place, 'not start with "AWS."', name, 'Use the reserved variable without defining it, or another name');
  }
  checkLimit(INPUT_VARIABLE, name, place, 'Use another name');
  return name;
}

function checkVariable(variable: string | Variable, variables: ReadonlyMap<string, unknown>): void {
  if (typeof variable === 'string' || variables.has(variable.name)) {
    return;
  }
  if (!Object.hasOwn(RESERVED, variable.name)) {
    throw new NotKnownError(`what \`${INPUT_TEMPLATE.parameter}\` makes of \`<${variable.name}>\`, which \`${INPUT_PATHS.parameter}\` does not define`, 'Define the variable.');
  }
}
