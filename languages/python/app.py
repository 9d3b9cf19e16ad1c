"""The app of ../app.ts in Python."""

import json
from pathlib import Path

from aws_cdk import (
    Acknowledgment, App, Aws, CfnOutput, Duration, Stack, Token, Validations,
    aws_events as events, aws_iam as iam, aws_lambda as lambda_, aws_logs as logs,
    aws_s3 as s3, aws_sns as sns, aws_sqs as sqs,
)
from cdk_async_invoke import (
    AsyncAlias, AsyncDestination, AsyncFunction, AsyncInvokeChecks, AsyncInvokeConfig, AsyncInvokeConfigLookup,
    ConfigOnDelete, DeployTimeAsyncInvokeConfig, DeployTimeEvent, DeployTimeHandlerOptions, DeployTimeInvocation,
    InvocationType, alibaba,
)

from ledger import Ledger

CODE = "exports.handler = async event => event;"
ACCOUNT = "1234567890123456"


def declare_function(scope, id, role=None):
    return lambda_.Function(
        scope, id,
        runtime=lambda_.Runtime.NODEJS_22_X,
        handler="index.handler",
        code=lambda_.Code.from_inline(CODE),
        role=role,
    )


def declare_configs(app):
    stack = Stack(app, "Configs")
    bus = events.EventBus(stack, "Bus")
    topic = sns.Topic(stack, "Topic")
    bucket = s3.Bucket(stack, "Bucket")
    audit = declare_function(stack, "Audit")
    ledger = Ledger(sqs.Queue(stack, "LedgerQueue"))

    AsyncFunction(
        stack, "TakeOrder",
        runtime=lambda_.Runtime.NODEJS_22_X,
        handler="index.handler",
        code=lambda_.Code.from_inline(CODE),
        alias_name="sold",
        max_event_age=Duration.hours(1),
        retry_attempts=1,
        on_success=AsyncDestination.bus(bus),
    )
    alias = AsyncAlias(
        stack, "Live",
        function=declare_function(stack, "Bill"),
        configure_latest=False,
        on_failure=AsyncDestination.topic(topic),
        on_success=AsyncDestination.function(audit, response_only=True),
    )
    AsyncInvokeConfig(
        stack, "Version",
        function=declare_function(stack, "Ship").current_version,
        retry_attempts=0,
        on_failure=AsyncDestination.bucket(bucket, expected_bucket_owner=Aws.ACCOUNT_ID),
        on_success=AsyncDestination.none(),
    )
    AsyncInvokeConfig(stack, "Ledger", function=declare_function(stack, "Pay"), on_failure=ledger)
    their_role = iam.Role.from_role_arn(stack, "TheirRole", "arn:aws:iam::123456789012:role/theirs", mutable=False)
    AsyncInvokeConfig(
        stack, "LedgerAsIs",
        function=declare_function(stack, "Refund", their_role),
        on_failure=ledger,
        skip_permissions=True,
    )
    AsyncInvokeConfig(stack, "AuditConfig", function=audit, on_failure=AsyncDestination.queue(sqs.Queue(stack, "Failed")))
    CfnOutput(stack, "Alias", value=alias.function_arn)

    accepted = Acknowledgment(id="cdk-async-invoke:CallerWithoutDeadLetterQueue", reason="a test")
    Validations.of(stack).acknowledge(accepted)


def declare_deploy_time(app):
    stack = Stack(app, "DeployTime")
    queue = sqs.Queue(stack, "Queue")
    migrate = declare_function(stack, "Migrate")
    theirs = lambda_.Function.from_function_arn(stack, "Theirs", "arn:aws:lambda:eu-west-1:123456789012:function:theirs:live")

    migration = DeployTimeInvocation(
        stack, "Migration",
        function=migrate,
        payload={"url": queue.queue_url, "schema": 7, "ratio": 0.5, "dry-run": False, "steps": ["a", None, 2, {"table": "orders"}]},
        payload_on_delete={"drop": True},
        invoke_on=[DeployTimeEvent.CREATE, DeployTimeEvent.UPDATE, DeployTimeEvent.DELETE],
        lifecycle_key="deployment",
        triggers={"schema": "7", "region": "all", "force": "no"},
        provider=DeployTimeHandlerOptions(memory_size=512, log_retention=logs.RetentionDays.ONE_WEEK),
    )
    migration.execute_before(AsyncAlias(stack, "Live", function=declare_function(stack, "Service")))
    CfnOutput(stack, "Tables", value=migration.get_response("tables.0.name"))
    DeployTimeInvocation(
        stack, "Smoke",
        function=declare_function(stack, "Work"),
        invocation_type=InvocationType.EVENT,
        payload=["smoke"],
        await_outcome=True,
    )

    config = DeployTimeAsyncInvokeConfig(
        stack, "TheirConfig",
        function=theirs,
        assumed_role=iam.Role.from_role_arn(stack, "Deployer", "arn:aws:iam::123456789012:role/deployer"),
        external_id="orders",
        retry_attempts=0,
        merge=True,
        on_delete=ConfigOnDelete.RETAIN,
    )
    lookup = AsyncInvokeConfigLookup(stack, "Lookup", function=migrate)
    lookup.node.add_dependency(config)
    CfnOutput(stack, "Retries", value=Token.as_string(lookup.retry_attempts))
    CfnOutput(stack, "OnFailure", value=config.on_failure)


def declare_function_compute(app):
    stack = alibaba.RosStack(app, "FunctionCompute", region="cn-hangzhou", account=ACCOUNT)
    role = alibaba.RosResource(
        stack, "Role",
        type="ALIYUN::RAM::Role",
        properties={
            "RoleName": "take-order",
            "AssumeRolePolicyDocument": alibaba.DeliveryRole.trust_policy_document(),
        },
    )
    orders = alibaba.RosResource(
        stack, "TakeOrder",
        type="ALIYUN::FC3::Function",
        properties={"FunctionName": "take-order", "Runtime": "nodejs20", "Handler": "index.handler", "Role": role.get_att("Arn")},
    )
    failed = alibaba.Destination.queue("failed-orders")
    config = alibaba.AsyncInvokeConfig(
        stack, "Config",
        function_name=orders.get_att("FunctionName"),
        max_event_age=Duration.days(2),
        async_task=True,
        on_failure=failed,
    )
    role.set_property("Policies", [{"PolicyName": "deliver", "PolicyDocument": config.delivery_policy_document}])

    alibaba.DeployTimeAsyncInvokeConfig(
        Stack(app, "LiveOnFunctionCompute"), "Config",
        region="cn-hangzhou",
        account=ACCOUNT,
        function_name="take-order",
        qualifier="live",
        credentials=alibaba.Credentials.from_role(
            role=f"acs:ram::{ACCOUNT}:role/deployer",
            oidc_provider=f"acs:ram::{ACCOUNT}:oidc-provider/aws",
        ),
        retry_attempts=8,
        on_failure=failed,
    )


def refusals():
    refused = App(auto_synth=False)
    stack = Stack(refused, "Refused")
    role = iam.Role.from_role_arn(stack, "TheirRole", "arn:aws:iam::123456789012:role/theirs", mutable=False)
    ledger = Ledger(sqs.Queue(stack, "Queue"))
    return {
        "retries": refusal(lambda: AsyncInvokeConfig(stack, "Retries", function=declare_function(stack, "A"), retry_attempts=3)),
        "fifo": refusal(lambda: AsyncInvokeConfig(
            stack, "Fifo",
            function=declare_function(stack, "B"),
            on_failure=AsyncDestination.queue(sqs.Queue(stack, "FifoQueue", fifo=True)),
        )),
        "immutable": refusal(lambda: AsyncInvokeConfig(stack, "Immutable", function=declare_function(stack, "C", role), on_failure=ledger)),
        "functionCompute": refusal(lambda: alibaba.AsyncInvokeConfig(
            alibaba.RosStack(refused), "FunctionCompute",
            function_name="take-order",
            retry_attempts=9,
        )),
    }


def refusal(declare):
    try:
        declare()
    except RuntimeError as error:
        return str(error)
    return "not refused"


app = App()
Validations.of(app).add_plugins(AsyncInvokeChecks())
declare_configs(app)
declare_deploy_time(app)
declare_function_compute(app)
app.synth()
Path(app.outdir, "refusals.json").write_text(json.dumps(refusals(), indent=1))
