import type { Finding } from './finding';
import { idOf } from './rule-id';
import type { ConstructMetadata } from '../topology';

/** The metadata type in which aws-cdk-lib stores acknowledgements. */
export const ACKNOWLEDGED_RULES = 'aws:cdk:acknowledged-rules';

/** The prefix that aws-cdk-lib adds to ids without a plugin. Before 2.262.1 it is in small letters. */
const ANNOTATION_PREFIX = /^annotation::/i;

/** The acknowledged rules, and the scopes of their acknowledgements. */
export class Acknowledgements {
  private readonly pathsOf = new Map<string, Set<string>>();

  constructor(metadata: Iterable<ConstructMetadata>) {
    for (const { path, type, data } of metadata) {
      if (type !== ACKNOWLEDGED_RULES || typeof data !== 'object' || data === null) {
        continue;
      }
      for (const key of Object.keys(data)) {
        this.add(key.replace(ANNOTATION_PREFIX, ''), path);
      }
    }
  }

  /** Whether the rule is acknowledged at the construct of the finding or at any scope around it. */
  cover({ id, path, stack }: Pick<Finding, 'id' | 'path' | 'stack'>): boolean {
    const paths = this.pathsOf.get(id);
    return paths !== undefined && scopes(path ?? stack).some(scope => paths.has(scope));
  }

  private add(key: string, path: string): void {
    const id = idOf(key);
    if (id === key) {
      return;
    }
    const paths = this.pathsOf.get(id);
    if (paths) {
      paths.add(path);
    } else {
      this.pathsOf.set(id, new Set([path]));
    }
  }
}

/** A construct path and the paths of all scopes around it. The path of the app is empty. */
function scopes(path: string): string[] {
  const names = path.split('/');
  return ['', ...names.map((_, index) => names.slice(0, index + 1).join('/'))];
}
