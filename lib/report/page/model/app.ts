import { aboutFunctions } from './about';
import { Acknowledgements, CHECKS, excludedIds, findings, type Finding } from '../../../checks';
import { NO_FAILURE_DESTINATION } from '../../../constraints/aws-lambda/destination';
import { explanation, type Explanation } from '../../../explanation/explanation';
import { interesting } from '../../../explanation/interesting';
import { qualifiedName } from '../../../explanation/names';
import { cdkSnippet, fixesOf, jsonPatch, templateSnippet } from '../../../fixes';
import { readAssembly, readJson, readMetadata, readTemplateFiles, TopologyError, unread, type ConstructMetadata, type QualifiedFunction, type Topology, type Unread } from '../../../topology';
import { ASSEMBLY, type PageInput } from '../../page-input';

/** An app, as the page shows it. */
export interface App {
  readonly title: string;
  readonly topology: Topology;
  readonly functions: readonly AppFunction[];

  /** Without those that the app acknowledges. */
  readonly findings: readonly Finding[];
  readonly acknowledged: number;
  readonly unread: readonly Unread[];
  fixOf(finding: Finding): PageFix | undefined;
}

/** A function with its qualifier. */
export interface AppFunction {
  /** E.g. `Shop/Orders:live`. */
  readonly id: string;
  readonly stack: string;
  readonly qualified: QualifiedFunction;
  readonly explained: Explanation;
  readonly findings: readonly Finding[];

  /** The author says that events may get lost: an empty destination, or an acknowledgement. */
  readonly mayLose: boolean;
}

/** The smallest change that mends a finding. */
export interface PageFix {
  readonly summary: string;
  readonly snippet: string;
}

/**
 * Reads an app and explains it.
 *
 * @param files the files that the input has
 * @throws TopologyError if it cannot be read
 */
export function appOf(input: PageInput, files: (path: string) => string): App {
  const given = { parameters: new Map(Object.entries(input.parameters ?? {})), region: input.region, account: input.account };
  const isAssembly = input.kind === 'assembly';
  const topology = isAssembly
    ? readAssembly(ASSEMBLY, given)
    : readTemplateFiles(Object.keys(input.files).map(file => ({ file, document: documentOf(input.files[file], file) })), given);
  const metadata: readonly ConstructMetadata[] = isAssembly ? readMetadata(ASSEMBLY) : [];
  const excluded = excludedIds(input.excluded ?? [], CHECKS.map(({ rule }) => rule.id), 'excluded');
  const acknowledgements = new Acknowledgements(metadata);
  const all = findings(topology, CHECKS.filter(({ rule }) => !excluded.has(rule.id)));
  const found = all.filter(finding => !acknowledgements.cover(finding));
  const about = aboutFunctions(topology, found);
  const aboutAcknowledged = aboutFunctions(topology, all.filter(finding => acknowledgements.cover(finding)));
  return {
    title: input.title,
    topology,
    functions: interesting(topology).map(qualified => {
      const explained = explanation(topology, qualified);
      return {
        id: qualifiedName(topology, qualified),
        stack: stackOf(topology, qualified),
        qualified,
        explained,
        findings: about(qualified),
        mayLose: explained.declined.includes('onFailure') || aboutAcknowledged(qualified).some(({ id }) => id === NO_FAILURE_DESTINATION.id),
      };
    }),
    findings: found,
    acknowledged: all.length - found.length,
    unread: unread(topology),
    fixOf: fixes(topology, found, isAssembly, files),
  };
}

function documentOf(text: string, file: string) {
  const document = readJson(text);
  if ('problem' in document) {
    throw new TopologyError(`\`${file}\` must be JSON, but ${document.problem}.`);
  }
  return document;
}

function stackOf({ stacks, functions }: Topology, { target }: QualifiedFunction): string {
  const stack = functions.get(target.resource ?? '')?.stack;
  return stack === undefined ? 'outside the app' : stacks.get(stack)?.displayName ?? stack;
}

function fixes(topology: Topology, found: readonly Finding[], isAssembly: boolean, files: (path: string) => string): App['fixOf'] {
  const templates = new Map<string, { readonly Resources?: Readonly<Record<string, unknown>> }>();
  const templateOf = (file: string) => {
    const template = templates.get(file) ?? JSON.parse(files(isAssembly ? `${ASSEMBLY}/${file}` : file));
    templates.set(file, template);
    return template;
  };
  const raw = (key: string) => {
    const [stack, logicalId] = [key.slice(0, key.lastIndexOf('.')), key.slice(key.lastIndexOf('.') + 1)];
    const file = topology.stacks.get(stack)?.file;
    const resources = file === undefined ? undefined : templateOf(file).Resources;
    return resources && Object.hasOwn(resources, logicalId) ? resources[logicalId] : undefined;
  };
  // The fixes are made when the first is shown.
  let all: ReturnType<typeof fixesOf> | undefined;
  return finding => {
    all ??= fixesOf(topology, raw, found);
    const fix = all.get(finding);
    const operations = fix && jsonPatch(topology, raw, fix.changes);
    if (!fix || !operations) {
      return undefined;
    }
    const code = isAssembly ? cdkSnippet(topology, fix.changes) : undefined;
    return { summary: fix.summary, snippet: code ?? templateSnippet(operations, 'json', stack => topology.stacks.get(stack)?.file) };
  };
}
