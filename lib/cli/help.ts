export const HELP = `\
cdk-async-invoke: what an AWS CDK app says about asynchronous Lambda invocation

  cdk-async-invoke check [cdk.out]               what fails at deploy, or loses events
  cdk-async-invoke explain [cdk.out] [function]  what becomes of an event

Both read a synthesized app (run \`cdk synth\` first), whatever constructs it is made of.
They need neither AWS nor a network.

  -h, --help     this text; after a command, the options of the command
  -v, --version  the version
`;

export const CHECK_HELP = `\
cdk-async-invoke check [cdk.out] [options]

Finds what fails at deploy, or loses events at run time, in a synthesized app.

  cdk.out        the cloud assembly (default: cdk.out)
  --strict       warnings count as errors
  --exclude ID   leave a rule out; may be repeated
  --json         findings as JSON
  --sarif        findings as SARIF 2.1.0, for code scanning
  -h, --help     this text

Exit code
  0  no errors; with --strict, no warnings either
  1  there are some
  2  the app could not be checked, and standard error tells why

What the app accepts with \`Validations.of(scope).acknowledge({ id, reason })\` is not
reported. A cloud assembly tells only what is acknowledged at a stack or within it:
for what is acknowledged at the app or at a stage, use --exclude.

Colours are for terminals only, and not if NO_COLOR is set.

Example
  cdk synth --quiet && cdk-async-invoke check --exclude NoFailureDestination
`;

export const EXPLAIN_HELP = `\
cdk-async-invoke explain [cdk.out] [function] [options]

Tells for each function and qualifier: who calls it asynchronously, which config applies
and why, the life of one failing event, where the record lands, how long that can take,
and what would be lost.

  cdk.out        the cloud assembly (default: cdk.out)
  function       one function: construct path or the end of it, logical id or name,
                 with \`:qualifier\` for one qualifier
                 (default: all that are configured, or called asynchronously)
  --json         as JSON
  --mermaid      as a Mermaid flow chart
  -h, --help     this text

Exit code
  0  explained
  2  the app could not be read, or has no such function

Examples
  cdk-async-invoke explain
  cdk-async-invoke explain cdk.out ImportOrders:live
  cdk-async-invoke explain --mermaid > events.mmd
`;
