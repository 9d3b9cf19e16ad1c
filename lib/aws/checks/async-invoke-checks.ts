import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport, PolicyViolation } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { annotated } from './annotated';
import { withPaths } from './construct-path';
import { errorsInStages } from './errors-in-stages';
import { foreignFunctions } from './foreign-functions';
import { metadataOf } from './metadata';
import { NOT_EVERYTHING_READ, notEverythingRead } from './not-everything-read';
import { reportedOnce } from './reported-once';
import { Acknowledgements, CHECKS, excludedIds, findings, idOf, OWNER, type Finding } from '../../checks';
import { ERROR_IN_STAGE } from '../../constraints/aws-cdk/stage';
import { FOREIGN_FUNCTION } from '../../constraints/aws-lambda/event-invoke-config';
import { assembliesOf, readAssembly, unread, type Topology } from '../../topology';

/** Properties of `AsyncInvokeChecks`. */
export interface AsyncInvokeChecksProps {
  /**
   * Makes warnings fail the synth, like errors.
   *
   * @default false
   */
  readonly strict?: boolean;

  /**
   * Ids of rules to leave out, for example `NoFailureDestination`.
   *
   * To accept a single finding, acknowledge it instead. `NotEverythingRead` leaves out what the plugin could not read.
   *
   * @default - every rule is checked
   */
  readonly exclude?: string[];
}

/**
 * Plugin that checks the asynchronous invocation of any app, whichever constructs it uses.
 *
 * Errors fail the synth: Lambda would refuse the config, or events would be lost for certain. Warnings are reported.
 * What a macro, a parameter or a missing template hides is reported as `NotEverythingRead`, which never fails the synth.
 *
 * The command line of the CDK shows only the findings of the stacks that it selects. If your stacks are in stages, run
 * `cdk synth '**'`; for errors in stages, the plugin also fails commands that do not select them.
 *
 * You accept a finding at its construct, or at any scope around it. The same acknowledgement holds for the warnings of
 * this library's constructs. aws-cdk-lib prints an id with two colons beside each finding; that id works for the
 * findings of this plugin only.
 *
 * @exampleMetadata name=accept-finding
 * @example
 *
 * Validations.of(app).addPlugins(new AsyncInvokeChecks());
 *
 * const accepted: Acknowledgment = { id: 'cdk-async-invoke:NoFailureDestination', reason: 'another queue keeps the orders' };
 * Validations.of(fn).acknowledge(accepted);
 */
export class AsyncInvokeChecks implements IPolicyValidationPlugin {
  /** Name of the plugin in reports. */
  readonly name: string = OWNER;

  private readonly strict: boolean;
  private readonly excluded: ReadonlySet<string>;
  private readonly tellsUnread: boolean;

  /** @throws Error if `exclude` names a rule that does not exist */
  constructor(props: AsyncInvokeChecksProps = {}) {
    this.strict = props.strict ?? false;
    const exclude = props.exclude ?? [];
    this.tellsUnread = !exclude.map(idOf).includes(NOT_EVERYTHING_READ);
    const ids = exclude.filter(id => idOf(id) !== NOT_EVERYTHING_READ);
    this.excluded = excludedIds(ids, [...CHECKS.map(({ rule }) => rule.id), ERROR_IN_STAGE.id, FOREIGN_FUNCTION.id], 'exclude');
  }

  /**
   * Called by aws-cdk-lib when the app is synthesized.
   *
   * @throws Error if the templates cannot be read
   */
  validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const { templatePaths, appConstruct } = context;
    const found = reportedOnce(appConstruct, this, assembliesOf(templatePaths).flatMap(directory => this.violations(directory, appConstruct)));
    const violations = [...found, ...reportedOnce(appConstruct, this, this.errorsInStages(found, appConstruct))];
    return { success: violations.every(({ severity }) => severity !== 'error'), violations };
  }

  private violations(directory: string, app: IConstruct): PolicyViolation[] {
    const topology = readAssembly(directory);
    const checks = CHECKS.filter(({ rule }) => !this.excluded.has(rule.id));
    const found = [...findings(topology, checks), ...this.foreignFunctions(topology, app)];
    const parts = this.tellsUnread ? unread(topology) : [];
    if (found.length + parts.length === 0) {
      return [];
    }
    const metadata = metadataOf(app);
    const acknowledgements = new Acknowledgements(metadata);
    const hidden = notEverythingRead(parts.filter(({ stack }) => !acknowledgements.cover({ id: NOT_EVERYTHING_READ, stack })), topology, directory);
    const isAnnotated = annotated(metadata);
    const open = withPaths(found, topology, app).filter(finding => !acknowledgements.cover(finding) && (this.strict || !isAnnotated(finding)));
    return [...open.map(finding => this.violation(finding, directory, topology)), ...hidden];
  }

  private foreignFunctions(topology: Topology, app: IConstruct): Finding[] {
    return !this.excluded.has(FOREIGN_FUNCTION.id) ? foreignFunctions(app, topology) : [];
  }

  private errorsInStages(found: readonly PolicyViolation[], app: IConstruct): PolicyViolation[] {
    const hidden = this.excluded.has(ERROR_IN_STAGE.id) ? [] : errorsInStages(found, app);
    // Few apps have one, and metadata is read from all constructs.
    const accepted = hidden.length > 0 && new Acknowledgements(metadataOf(app)).cover({ id: ERROR_IN_STAGE.id, stack: app.node.path });
    return accepted ? [] : hidden;
  }

  private violation(finding: Finding, directory: string, { stacks }: Topology): PolicyViolation {
    const file = [...stacks.values()].find(({ displayName }) => displayName === finding.stack)?.file;
    return {
      ruleName: finding.id,
      description: finding.message,
      severity: this.strict ? 'error' : finding.severity,
      ruleMetadata: { source: finding.source },
      violatingResources: [{
        constructPath: finding.path,
        resourceLogicalId: finding.logicalId,
        templatePath: file && `${directory}/${file}`,
        locations: [`Properties.${finding.property}`],
      }],
    };
  }
}
