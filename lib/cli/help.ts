export const HELP = `\
cdk-async-invoke: what an AWS CDK app says about asynchronous Lambda invocation

  cdk-async-invoke check [cdk.out]                  what fails at deploy, or loses events
  cdk-async-invoke explain [cdk.out] [function]     what becomes of an event
  cdk-async-invoke simulate [cdk.out] --function F  the same, tried out with an event

All read a synthesized app (run \`cdk synth\` first), whatever constructs it is made of.
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
                 (default: all that are configured, or called asynchronously, but not
                 those that only CloudFormation calls, for custom resources)
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

export const SIMULATE_HELP = `\
cdk-async-invoke simulate [cdk.out] --function F [options]

Sends one event through the app, as Lambda would: attempts with their times, why it was
given up, where its record landed, and the record. Hours take no time. A function that
gets the record as an event plays its part, too; rules and other triggers do not.

  cdk.out        the cloud assembly (default: cdk.out)
  --function F   construct path or the end of it, logical id or name, with or without
                 \`:qualifier\`
  --qualifier Q  an alias, a version or $LATEST (default: none, which runs $LATEST)
  --payload P    the event as JSON, @file, or @- for the standard input (default: {})

Stubs that succeed stand in for the functions, unless the one that gets the event
  --fail          throws an error each time
  --time-out      runs into its timeout
  --throttle      finds no concurrency: costs no attempt
  --system-error  is let down by Lambda: costs no attempt
  --times N       does so only N times, and succeeds then
  --code          instead of stubs, the app's own Node.js code runs, on this machine, with
                  the environment of the template and without credentials

  --seed N       which version a weighted alias chooses, and all ids (default: 1)
  --json         as JSON
  -h, --help     this text

Exit code
  0  the event was processed, or what became of it arrived where the app wants it
  1  the event, or what was to be told of it, got lost
  2  the event could not be simulated, and standard error tells why

Examples
  cdk-async-invoke simulate --function ImportOrders:live --payload @order.json --fail
  cdk-async-invoke simulate --function ImportOrders --throttle --times 3 --json
`;
