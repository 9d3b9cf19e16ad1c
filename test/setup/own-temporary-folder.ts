import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every synth without an `outdir` leaves a folder behind: they go where they are removed together. */
export default function ownTemporaryFolder(): void {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'cdk-async-invoke-'));
}
