export const HELP = `\
cdk-async-invoke: asynchronous Lambda invocation in AWS CDK apps

  cdk-async-invoke check [cdk.out]                  finds failures and lost events
  cdk-async-invoke explain [cdk.out] [function]     describes the life of an event
  cdk-async-invoke simulate [cdk.out] --function F  sends one event through the app

All commands read a synthesized app: run \`cdk synth\` first. The app can use any
constructs. The commands need neither an AWS account nor a network.

  -h, --help     this text; after a command, the options of the command
  -v, --version  the version
`;

export const CHECK_HELP = `\
cdk-async-invoke check [cdk.out] [options]

Finds what fails at deployment or loses events at run time, in a synthesized app.

  cdk.out        the cloud assembly (default: cdk.out)
  --strict       warnings count as errors
  --exclude ID   leave a rule out; may be repeated
  --explain ID   print the page of a rule instead: what happens, an example, the fix
  --json         findings as JSON
  --sarif        findings as SARIF 2.1.0, for code scanning
  -h, --help     this text

Exit code
  0  no errors; with --strict, no warnings either
  1  errors, or with --strict warnings
  2  the app could not be checked; standard error has the reason

Findings that the app acknowledges are not reported:
\`Validations.of(scope).acknowledge({ id, reason })\`. The cloud assembly has only the
acknowledgements at stacks and within them: for one at the app or a stage, use --exclude.

Colours appear on terminals only. NO_COLOR switches them off.

Example
  cdk synth --quiet && cdk-async-invoke check --exclude NoFailureDestination
`;

export const EXPLAIN_HELP = `\
cdk-async-invoke explain [cdk.out] [function] [options]

Describes for each function and qualifier: its asynchronous callers, the config that
applies and why, the attempts of a failing event, the destination of its record, the
longest time that this takes, and what would be lost.

  cdk.out        the cloud assembly (default: cdk.out)
  function       one function: construct path or the end of it, logical id or name,
                 with \`:qualifier\` for one qualifier
                 (default: all that have a config or an asynchronous caller, except
                 those that only CloudFormation calls, for custom resources)
  --json         as JSON
  --mermaid      as a Mermaid flow chart
  -h, --help     this text

Exit code
  0  explained
  2  the app could not be read, or has no such function or qualifier; standard error
     has the reason

Examples
  cdk-async-invoke explain
  cdk-async-invoke explain cdk.out ImportOrders:live
  cdk-async-invoke explain --mermaid > events.mmd
`;

export const SIMULATE_HELP = `\
cdk-async-invoke simulate [cdk.out] --function F [options]

Sends one event through the app, as Lambda would. Shows the attempts with their times,
the reason of a failure, the destination of the record, and the record. Hours take no
time. A function that is a destination runs, too. Rules and other triggers do not.

  cdk.out        the cloud assembly (default: cdk.out)
  --function F   construct path or the end of it, logical id or name, with or without
                 \`:qualifier\`
  --qualifier Q  an alias, a version or $LATEST (default: none, which runs $LATEST)
  --payload P    the event as JSON, @file, or @- for the standard input (default: {})

A stub that succeeds replaces each function. For the function that gets the event, you
can choose another stub
  --fail          throws an error
  --time-out      runs into its timeout
  --throttle      finds no concurrency: counts as no attempt
  --system-error  fails in Lambda itself: counts as no attempt
  --times N       does so the first N times, then succeeds

  --code         run the app's own Node.js code instead of stubs: on this machine, with
                 the environment of the template and without credentials

  --seed N       decides all ids, and which version runs if an alias has two (default: 1)
  --json         as JSON
  -h, --help     this text

Exit code
  0  the event succeeded, or its record arrived at the destination
  1  the event or its record was lost
  2  the event could not be simulated; standard error has the reason

Examples
  cdk-async-invoke simulate --function ImportOrders:live --payload @order.json --fail
  cdk-async-invoke simulate --function ImportOrders --throttle --times 3 --json
`;
