import type { PolicyViolation } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Place on the app where all copies of this library note what they report. Notes of another form need another symbol. */
const NOTES = Symbol.for('cdk-async-invoke.reported-findings');

/** The severities with which each plugin reports a finding. */
type Notes = Map<string, Map<object, string | undefined>>;

/**
 * The findings of a plugin that no other plugin reports with the same or a higher severity, also none of another copy of this library.
 *
 * The first plugin of a finding stays the one that reports it, since an app can be synthesized again.
 */
export function reportedOnce(app: IConstruct, plugin: object, violations: PolicyViolation[]): PolicyViolation[] {
  const notes = notesOf(app);
  return violations.filter(violation => {
    const key = keyOf(violation);
    const reporters = notes.get(key) ?? new Map<object, string | undefined>();
    if (!reporters.has(plugin) && [...reporters.values()].some(severity => severity === 'error' || severity === violation.severity)) {
      return false;
    }
    notes.set(key, reporters.set(plugin, violation.severity));
    return true;
  });
}

function notesOf(app: IConstruct & { [NOTES]?: Notes }): Notes {
  if (!app[NOTES]) {
    Object.defineProperty(app, NOTES, { value: new Map() });
  }
  return app[NOTES]!;
}

/** The place of a finding. The message does not count, because it changes with the release. */
function keyOf({ ruleName, violatingResources }: PolicyViolation): string {
  const places = violatingResources.map(({ templatePath, resourceLogicalId, locations }) => [templatePath, resourceLogicalId, locations]);
  return JSON.stringify([ruleName, places]);
}
