import { existsSync, join, normalize, readFileSync, realpathSync, sep, statSync } from '../../doors/files';
import { TopologyError } from '../topology-error';

/** CloudFormation takes 1 MB; a file thirty times as large is not a template. */
const LARGEST = 32 * 1024 * 1024;

/** The file that makes a directory a cloud assembly. */
export const MANIFEST = 'manifest.json';

const PASS_ONE = 'Pass the directory that `cdk synth` writes, e.g. `cdk.out`.';

/** Reads the files of an assembly, and none outside its directory. */
export class AssemblyFiles {
  private readonly root: string;

  /**
   * @param directory the outermost assembly, e.g. `cdk.out`
   * @param texts gets the texts that are read, by their names
   * @throws TopologyError if it is not a directory with a manifest
   */
  constructor(private readonly directory: string, private readonly texts?: Map<string, string>) {
    if (!existsSync(directory)) {
      throw new TopologyError(`\`${directory}\` must be a cloud assembly, but there is no such directory. Run \`cdk synth\` first.`);
    }
    if (!statSync(directory).isDirectory()) {
      throw new TopologyError(`\`${directory}\` must be a cloud assembly, which is a directory, got: a file. ${PASS_ONE}`);
    }
    this.root = realpathSync(directory);
    if (!this.has(MANIFEST)) {
      throw new TopologyError(`\`${directory}\` must be a cloud assembly, but it has no \`${MANIFEST}\`. ${PASS_ONE}`);
    }
  }

  /** Whether the assembly has a file or directory of that name. */
  has(name: string): boolean {
    return existsSync(join(this.root, name));
  }

  /**
   * The content of a JSON file.
   *
   * @param name relative to the assembly
   * @param reference what names it, e.g. "`templateFile` of artifact `Orders` in manifest.json"
   */
  json(name: string, reference: string): unknown {
    try {
      return JSON.parse(this.text(name, reference));
    } catch (error) {
      if (error instanceof TopologyError) {
        throw error;
      }
      throw new TopologyError(`\`${name}\` (${reference}) must be JSON: ${(error as Error).message}. Synthesize the app again.`);
    }
  }

  /** Whether a name is that of a file within the assembly that is not too large to be read. Assets may be elsewhere. */
  hasFile(name: string): boolean {
    const path = join(this.root, name);
    if (name.includes('\0') || !existsSync(path) || !this.contains(realpathSync(path))) {
      return false;
    }
    const status = statSync(path);
    return status.isFile() && status.size <= LARGEST;
  }

  /**
   * The content of a file.
   *
   * @param name relative to the assembly
   * @param reference what names it
   */
  text(name: string, reference: string): string {
    const path = this.within(name, reference);
    const status = statSync(path);
    // Reading a pipe would wait for ever.
    if (!status.isFile()) {
      throw new TopologyError(`\`${name}\` (${reference}) must be a file, got: ${status.isDirectory() ? 'a directory' : 'something else'}. Synthesize the app again.`);
    }
    const { size } = status;
    if (size > LARGEST) {
      throw new TopologyError(`\`${name}\` must have at most ${LARGEST} bytes, got: ${size}. CloudFormation takes 1 MB: split the stack.`);
    }
    const text = readFileSync(path, 'utf8');
    this.texts?.set(normalize(name), text);
    return text;
  }

  /** The real path of a file, the same for all its names. */
  within(name: string, reference: string): string {
    const path = join(this.root, name);
    const real = name.includes('\0') || !existsSync(path) ? undefined : realpathSync(path);
    if (!this.contains(real ?? path)) {
      throw new TopologyError(`${reference} must name a file within the assembly, got: ${JSON.stringify(name)}. Synthesize the app again.`);
    }
    if (real === undefined) {
      throw new TopologyError(`${reference} names ${JSON.stringify(name)}, which is not in \`${this.directory}\`. Synthesize the app again.`);
    }
    return real;
  }

  private contains(path: string): boolean {
    return path === this.root || path.startsWith(this.root + sep);
  }
}
