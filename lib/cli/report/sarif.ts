import { relative, sep } from 'node:path';
import { CHECKS, pageUrl, type Finding } from '../../checks';
import type { Checked } from '../checked';
import { STANDARD_INPUT, type SourcePlace } from '../input/sources';

const INFORMATION = 'https://github.com/cdk-async-invoke/cdk-async-invoke';

/** The findings for code scanning, as SARIF 2.1.0. */
export function sarif({ findings, sources }: Checked): string {
  return `${JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdk-async-invoke', informationUri: INFORMATION, rules: rules() } },
      results: findings.map(finding => result(finding, sources.placeOf(finding))),
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

function result({ id, severity, message, stack, logicalId, path, property }: Finding, place: SourcePlace | undefined) {
  return {
    ruleId: id,
    ruleIndex: CHECKS.findIndex(({ rule }) => rule.id === id),
    level: severity,
    message: { text: message },
    locations: [{
      // The standard input is no artifact.
      ...place && place.file !== STANDARD_INPUT && {
        physicalLocation: { artifactLocation: { uri: uriOf(place.file) }, region: { startLine: place.line, startColumn: place.column } },
      },
      logicalLocations: [{ fullyQualifiedName: path ?? `${stack}/${logicalId}`, name: logicalId, kind: 'resource' }],
    }],
    partialFingerprints: { 'finding/v1': [id, stack, path ?? logicalId, property].join(' ') },
  };
}

/** The URI of a file relative to the current folder, because code scanning knows files by their path in the repository. */
function uriOf(file: string): string {
  return relative('', file).split(sep).map(encodeURIComponent).join('/');
}
