import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAssembly, TopologyError } from '../../lib/topology';

/** A manifest of one stack, `S`. */
export function manifestOf(templateFile: unknown) {
  return { artifacts: { S: { type: 'aws:cloudformation:stack', properties: { templateFile } } } };
}

/** What an assembly of these files is refused with. Its directory is called `<dir>`. */
export function refusalOf(files: Record<string, unknown>, prepare: (directory: string) => void = () => undefined): string {
  const directory = mkdtempSync(join(tmpdir(), 'topology-broken-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(directory, name), typeof content === 'string' ? content : JSON.stringify(content));
    }
    prepare(directory);
    readAssembly(directory);
    return 'nothing was thrown';
  } catch (error) {
    expect(error).toBeInstanceOf(TopologyError);
    return (error as Error).message.replaceAll(directory, '<dir>');
  } finally {
    rmSync(directory, { recursive: true });
  }
}
