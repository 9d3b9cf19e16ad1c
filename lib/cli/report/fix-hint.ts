import type { Finding } from '../../checks';
import { cdkSnippet, fixesOf, jsonPatch, templateSnippet } from '../../fixes';
import type { Checked } from '../checked';

/** The smallest change that mends a finding. */
export interface FixHint {
  /** E.g. "Send failures to a new standard queue." */
  readonly summary: string;

  /** The language of the snippet: that of the app if it has construct paths, else that of the template. */
  readonly language: 'typescript' | 'json' | 'yaml';
  readonly snippet: string;

  /** The change of the templates as a JSON Patch (RFC 6902), each operation with the file that it is for. */
  readonly patch: ReadonlyArray<{ readonly file?: string; readonly op: string; readonly path: string; readonly value?: unknown }>;
}

/** Yields the fix of a finding, if one is certain to mend it. All fixes fit together. */
export function fixHints({ topology, sources, ofTemplates, findings }: Checked): (finding: Finding) => FixHint | undefined {
  const raw = (key: string) => sources.resource(key);
  const fixes = fixesOf(topology, raw, findings);
  return finding => {
    const fix = fixes.get(finding);
    const operations = fix && jsonPatch(topology, raw, fix.changes);
    if (!fix || !operations) {
      return undefined;
    }
    const code = ofTemplates ? undefined : cdkSnippet(topology, fix.changes);
    const format = sources.formatOf(operations[0].stack);
    return {
      summary: fix.summary,
      language: code === undefined ? format : 'typescript',
      snippet: code ?? templateSnippet(operations, format, stack => sources.fileOf(stack)),
      patch: operations.map(({ stack, ...operation }) => ({ file: sources.fileOf(stack), ...operation })),
    };
  };
}
