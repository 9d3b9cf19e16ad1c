import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnResource, Stack } from 'aws-cdk-lib';
import * as ts from 'typescript';
import { CHECKS, findings, type Finding } from '../../lib/checks';
import { cdkSnippet, fixesOf, jsonPatch, type Fix, type PatchOperation } from '../../lib/fixes';
import { readAssembly, type Topology } from '../../lib/topology';
import { ENV, withAssembly } from '../topology/synthesized';

/** An app of one stack, `S`. */
export type Build = (stack: Stack) => void;

/** The template of an app. */
export function templateOf(build: Build): { readonly Resources: Record<string, unknown> } {
  return inApp(build, ({ directory }) => JSON.parse(readFileSync(join(directory, 'S.template.json'), 'utf8')));
}

/** What the checks find, as names. */
export function named({ id, logicalId, property }: Finding): string {
  return `${id} at ${logicalId}.${property}`;
}

/** A finding with its fix. */
export interface Fixed {
  readonly finding: Finding;
  readonly fix: Fix | undefined;
}

/** The findings of an id in an app, with their fixes. */
export function fixesIn(build: Build, id: string): Fixed[] {
  return inApp(build, ({ topology, raw }) => all(topology).filter(finding => finding.id === id)
    .map(finding => ({ finding, fix: fixesOf(topology, raw, [finding]).get(finding) })));
}

/** The findings before and after the JSON Patch of a fix. */
export function patched(build: Build, id: string, index = 0): Change {
  return inApp(build, ({ topology, raw, directory }) => {
    const before = all(topology);
    const fix = fixesOf(topology, raw, [before.filter(finding => finding.id === id)[index]]).get(before.filter(finding => finding.id === id)[index]);
    const file = join(directory, 'S.template.json');
    const template = JSON.parse(readFileSync(file, 'utf8'));
    jsonPatch(topology, raw, fix?.changes ?? []).forEach(operation => apply(template, operation));
    writeFileSync(file, JSON.stringify(template));
    return change(before, all(readAssembly(directory)));
  });
}

/** The findings before and after the TypeScript of a fix at the end of the constructor. */
export function coded(build: Build, id: string, index = 0): Change {
  return inApp(build, ({ topology, raw }) => {
    const before = all(topology);
    const fix = fixesOf(topology, raw, [before.filter(finding => finding.id === id)[index]]).get(before.filter(finding => finding.id === id)[index]);
    const code = cdkSnippet(topology, fix?.changes ?? []) ?? '';
    return change(before, inApp(stack => {
      build(stack);
      run(code, stack);
    }, after => all(after.topology)));
  });
}

/** What a fix changes in the findings. */
export interface Change {
  readonly gone: string[];

  /** The ids that are found more often than before: a finding may move, e.g. to the config that a fix adds. */
  readonly added: string[];
}

function change(before: readonly Finding[], after: readonly Finding[]): Change {
  const [old, now] = [before.map(named), after.map(named)];
  const times = (list: readonly Finding[], id: string) => list.filter(finding => finding.id === id).length;
  const added = [...new Set(after.map(({ id }) => id))].filter(id => times(after, id) > times(before, id));
  return { gone: old.filter(name => !now.includes(name)), added };
}

/** An app with its files. */
export interface ReadApp {
  readonly topology: Topology;
  readonly directory: string;
  raw(key: string): unknown;
}

/** Reads an app of one stack. */
export function inApp<T>(build: Build, use: (app: ReadApp) => T): T {
  return withAssembly(app => build(new Stack(app, 'S', { env: ENV })), directory => {
    const { Resources } = JSON.parse(readFileSync(join(directory, 'S.template.json'), 'utf8'));
    return use({ topology: readAssembly(directory), directory, raw: key => Resources[key.slice('S.'.length)] });
  }, { context: { 'aws:cdk:enable-path-metadata': true } });
}

function all(topology: Topology): Finding[] {
  return findings(topology, CHECKS);
}

/** Runs a snippet in the constructor of a stack. */
export function run(code: string, stack: Stack): void {
  const script = ts.transpile(code.replace(/^import .*$/m, ''), { target: ts.ScriptTarget.ES2022 });
  new Function('CfnResource', script).call(stack, CfnResource);
}

/** Applies one operation, as strictly as RFC 6902. */
export function apply(document: unknown, { op, path, value }: PatchOperation): void {
  const parts = path.slice(1).split('/').map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const name = parts.pop()!;
  const around = parts.reduce<any>((inner, part) => inner[part], document);
  if (op !== 'add' && !Object.hasOwn(around, name)) {
    throw new Error(`there is nothing to ${op} at ${path}`);
  }
  if (Array.isArray(around) && op === 'add') {
    around.splice(name === '-' ? around.length : Number(name), 0, structuredClone(value));
  } else if (op === 'remove') {
    delete around[name];
  } else {
    around[name] = structuredClone(value);
  }
}
