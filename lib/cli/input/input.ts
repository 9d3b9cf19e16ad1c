import { existsSync, statSync } from 'node:fs';
import { checkGiven, givenValues, type GivenOptions } from './given-values';
import { Sources, STANDARD_INPUT } from './sources';
import { templateText } from './template-text';
import { ACKNOWLEDGED_RULES } from '../../checks';
import { readAssembly, readMetadata, readTemplateFiles, templateDocument, type ConstructMetadata, type TemplateFile, type Topology } from '../../topology';
import { UsageError } from '../usage-error';
import { readYaml } from '../yaml-bundle';

/** An app that a command reads. */
export interface Input {
  readonly topology: Topology;
  readonly sources: Sources;

  /** The directory of a cloud assembly; absent for templates. */
  readonly assembly?: string;

  /** The templates; absent for a cloud assembly. */
  readonly templates?: readonly TemplateFile[];

  /** The acknowledgements in an assembly. */
  readonly acknowledged: readonly ConstructMetadata[];

  /** What users should know about their templates, for the standard error. */
  readonly problem?: string;
}

/** Stands for the standard input. */
export const DASH = '-';

/** The ends of the names of templates. */
const TEMPLATE_NAME = /\.(ya?ml|json|template)$/i;

/** Whether a text names a template: a file that exists, the standard input, or what is called like a template. */
export function isTemplate(text: string): boolean {
  return text === DASH || TEMPLATE_NAME.test(text) || (existsSync(text) && !statSync(text).isDirectory());
}

/**
 * Reads a cloud assembly, or templates.
 *
 * @param paths one directory, or the files of templates
 * @throws UsageError if they are mixed, or if an option has a wrong value
 * @throws TopologyError if one of them cannot be read
 */
export function inputOf(paths: readonly string[], options: GivenOptions): Input {
  const given = givenValues(options);
  const input = paths.some(isTemplate) ? templates(paths, given) : assembly(paths, given);
  checkGiven(given, input.topology);
  return input;
}

type Given = ReturnType<typeof givenValues>;

function assembly(paths: readonly string[], given: Given): Input {
  const [directory, ...others] = paths;
  if (others.length > 0) {
    throw new UsageError(`pass one cloud assembly, or CloudFormation templates, got: ${paths.join(' ')}`);
  }
  const topology = readAssembly(directory, given);
  const acknowledged = readMetadata(directory, ACKNOWLEDGED_RULES);
  return { topology, sources: Sources.ofAssembly(directory, topology), assembly: directory, acknowledged };
}

function templates(paths: readonly string[], given: Given): Input {
  const directory = paths.find(path => !isTemplate(path));
  if (directory !== undefined) {
    throw new UsageError(`pass one cloud assembly, or CloudFormation templates, got: ${paths.join(' ')}. \`${directory}\` is not a template.`);
  }
  const repeated = paths.find((path, index) => paths.indexOf(path) < index);
  if (repeated !== undefined) {
    throw new UsageError(`pass each template once, got: \`${repeated}\` twice`);
  }
  const files = paths.map(path => {
    const file = path === DASH ? STANDARD_INPUT : path;
    return { file, document: templateDocument(templateText(path === DASH ? undefined : path, file), file, readYaml) };
  });
  const topology = readTemplateFiles(files, given);
  return { topology, sources: Sources.ofTemplates(files, topology), templates: files, acknowledged: [], problem: repetitions(files) };
}

function repetitions(files: readonly TemplateFile[]): string | undefined {
  return files.flatMap(({ file, document: { repeated } }) => repeated.map(({ key, position: { line, column } }) =>
    `cdk-async-invoke: ${file}:${line}:${column}: the key \`${key}\` is there twice; the last one counts, as for CloudFormation.\n`)).join('') || undefined;
}
