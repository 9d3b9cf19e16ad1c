import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CHECKS, pageUrl, type Finding } from '../../checks';
import type { Checked } from '../checked';

const INFORMATION = 'https://github.com/cdk-async-invoke/cdk-async-invoke';

/** The findings for code scanning, as SARIF 2.1.0. */
export function sarif({ findings, assembly, topology: { stacks } }: Checked): string {
  const files = new Map([...stacks.values()].map(({ displayName, file }) => [displayName, file && join(assembly, file)]));
  const lines = new Map<string, string[]>();
  return `${JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdk-async-invoke', informationUri: INFORMATION, rules: rules() } },
      results: findings.map(finding => result(finding, files.get(finding.stack), lines)),
      columnKind: 'utf16CodeUnits',
    }],
  }, undefined, 2)}\n`;
}

function rules() {
  return CHECKS.map(({ severity, rule: { id, rule, consequence, remedy, source, evidence } }) => ({
    id,
    shortDescription: { text: `Must ${rule}.` },
    fullDescription: { text: consequence },
    helpUri: pageUrl(id),
    help: { text: `${remedy} Source: ${source}.` },
    defaultConfiguration: { level: severity },
    properties: { evidence: evidence.grade },
  }));
}

function result({ id, severity, message, stack, logicalId, path, property }: Finding, file: string | undefined, lines: Map<string, string[]>) {
  return {
    ruleId: id,
    ruleIndex: CHECKS.findIndex(({ rule }) => rule.id === id),
    level: severity,
    message: { text: message },
    locations: [{
      ...file && { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: lineOf(logicalId, file, lines) } } },
      logicalLocations: [{ fullyQualifiedName: path ?? `${stack}/${logicalId}`, name: logicalId, kind: 'resource' }],
    }],
    partialFingerprints: { 'finding/v1': [id, stack, path ?? logicalId, property].join(' ') },
  };
}

/** The URI of a file relative to the current folder, because code scanning knows files by their path in the repository. */
function uriOf(file: string): string {
  return relative('', file).split(sep).map(encodeURIComponent).join('/');
}

/** The line of a resource in its template. */
function lineOf(logicalId: string, file: string, lines: Map<string, string[]>): number {
  const text = lines.get(file) ?? readFileSync(file, 'utf8').split('\n');
  lines.set(file, text);
  return Math.max(text.findIndex(line => line.trim() === `"${logicalId}": {`), 0) + 1;
}
