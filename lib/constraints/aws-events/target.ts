import type { CountConstraint, TextConstraint } from '../constraint';

/** A text of any characters. */
const ANY = '[\\s\\S]*';

/** The constant input of a target. */
export const TARGET_INPUT: TextConstraint = {
  kind: 'text',
  property: 'input',
  parameter: 'Input',
  min: 0,
  max: 8_192,
  pattern: ANY,
  source: 'Amazon EventBridge API reference, Target',
};

/** The path to the part of the event that a target gets. */
export const TARGET_INPUT_PATH: TextConstraint = {
  kind: 'text',
  property: 'inputPath',
  parameter: 'InputPath',
  min: 0,
  max: 256,
  pattern: ANY,
  source: 'Amazon EventBridge API reference, Target',
};

/** The template of what a target gets. */
export const INPUT_TEMPLATE: TextConstraint = {
  kind: 'text',
  property: 'inputTemplate',
  parameter: 'InputTransformer.InputTemplate',
  min: 1,
  max: 8_192,
  pattern: ANY,
  source: 'Amazon EventBridge API reference, InputTransformer',
};

/** The variables of a template. */
export const INPUT_PATHS: CountConstraint = {
  kind: 'count',
  property: 'inputPathsMap',
  parameter: 'InputTransformer.InputPathsMap',
  max: 100,
  unit: 'variables',
  source: 'Amazon EventBridge API reference, InputTransformer',
};

/** The name of a variable. It cannot start with `AWS.`. */
export const INPUT_VARIABLE: TextConstraint = {
  kind: 'text',
  property: 'inputPathsMap',
  parameter: 'InputTransformer.InputPathsMap',
  min: 1,
  max: 256,
  pattern: '[A-Za-z0-9_-]+',
  grammar: 'letters, digits, hyphens or underscores',
  source: 'Amazon EventBridge API reference, InputTransformer',
};
