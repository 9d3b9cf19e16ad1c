import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

declare global {
  var ownTemporaryFolder: string;
}

/** Every synth without an `outdir` leaves a folder behind: they go where they are removed together. */
export default function createOwnTemporaryFolder(): void {
  globalThis.ownTemporaryFolder = mkdtempSync(join(tmpdir(), 'cdk-async-invoke-'));
  process.env.TMPDIR = globalThis.ownTemporaryFolder;
}
