import { templateDocument, TopologyError } from '../../topology';
import { readYaml } from '../../yaml';
import type { PageInput } from '../page-input';

/** A file that a reader drops on the page, with its path below what was dropped. */
export interface DroppedFile {
  readonly path: string;
  readonly size: number;
  text(): Promise<string>;
}

/** CloudFormation takes 1 MB; a manifest may be larger. */
const LARGEST = 32 * 1024 * 1024;

const MANIFEST = /(^|\/)manifest\.json$/;
const TEMPLATE = /\.(ya?ml|json|template)$/i;

/**
 * The app in some files: the outermost cloud assembly, else templates.
 *
 * @throws TopologyError if there is neither
 */
export async function droppedApp(files: readonly DroppedFile[]): Promise<PageInput> {
  const manifests = files.map(({ path }) => path).filter(path => MANIFEST.test(path)).sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
  return manifests.length > 0 ? assembly(files, manifests[0].replace(/manifest\.json$/, '')) : templates(files);
}

function depth(path: string): number {
  return path.split('/').length;
}

async function assembly(files: readonly DroppedFile[], root: string): Promise<PageInput> {
  const within = files.filter(({ path, size }) => path.startsWith(root) && path.endsWith('.json') && size <= LARGEST && !path.slice(root.length).startsWith('asset.'));
  const texts = await Promise.all(within.map(async file => [file.path.slice(root.length), await file.text()] as const));
  const folder = root.split('/').at(-2);
  return { kind: 'assembly', title: folder ?? 'cdk.out', files: Object.fromEntries(texts), version: '' };
}

async function templates(files: readonly DroppedFile[]): Promise<PageInput> {
  const named = files.filter(({ path, size }) => TEMPLATE.test(path) && size <= LARGEST);
  if (named.length === 0) {
    throw new TopologyError('Drop a cloud assembly, i.e. the folder `cdk.out`, or CloudFormation templates in JSON or YAML. There is none.');
  }
  const texts = await Promise.all(named.map(async file => {
    const { value } = templateDocument(await file.text(), file.path, readYaml);
    return [file.path, JSON.stringify(value)] as const;
  }));
  return { kind: 'templates', title: named.map(({ path }) => path).join(', '), files: Object.fromEntries(texts), version: '' };
}
