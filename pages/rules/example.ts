import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import * as ts from 'typescript';

const load = createRequire(__filename);

/** An app that breaks a rule, and the nearest one that does not. */
export interface Example {
  /** Declares what breaks the rule. */
  found(stack: Stack): void;

  /** Declares what does not. */
  innocent(stack: Stack): void;
}

/** A half of an example as a reader sees it. */
export interface Half {
  /** The first line of its documentation. */
  readonly caption: string;

  /** The statements, as they are written. */
  readonly source: string;
}

/** The example of a rule. */
export function exampleOf(id: string): Example {
  return load(fileOf(id)) as Example;
}

/** The source of the example of a rule, so that what is shown is what was run. */
export function sourceOf(id: string): Readonly<Record<keyof Example, Half>> {
  const file = ts.createSourceFile(`${id}.ts`, readFileSync(`${fileOf(id)}.ts`, 'utf8'), ts.ScriptTarget.Latest, true);
  const halves = file.statements.filter(ts.isFunctionDeclaration).map(statement => [statement.name!.text, half(statement)]);
  return Object.fromEntries(halves) as Record<keyof Example, Half>;
}

/** The name of the file that is about a rule, e.g. `fifo-queue-destination`. */
export function fileName(id: string): string {
  return id.replace(/(?<!^)[A-Z]/g, letter => `-${letter}`).toLowerCase();
}

function fileOf(id: string): string {
  return join(__dirname, 'examples', fileName(id));
}

function half(statement: ts.FunctionDeclaration): Half {
  const [documentation] = ts.getJSDocCommentsAndTags(statement) as ts.JSDoc[];
  const [, body] = /^\{\n(.*)\n\}$/s.exec(statement.body!.getText())!;
  return { caption: documentation.comment as string, source: body.replace(/^ {2}/gm, '') };
}
