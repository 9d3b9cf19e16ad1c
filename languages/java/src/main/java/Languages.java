import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdkasyncinvoke.AsyncAlias;
import io.github.cdkasyncinvoke.AsyncDestination;
import io.github.cdkasyncinvoke.AsyncFunction;
import io.github.cdkasyncinvoke.AsyncInvokeChecks;
import io.github.cdkasyncinvoke.AsyncInvokeConfig;
import io.github.cdkasyncinvoke.AsyncInvokeConfigLookup;
import io.github.cdkasyncinvoke.BucketDestinationOptions;
import io.github.cdkasyncinvoke.ConfigOnDelete;
import io.github.cdkasyncinvoke.DeployTimeAsyncInvokeConfig;
import io.github.cdkasyncinvoke.DeployTimeEvent;
import io.github.cdkasyncinvoke.DeployTimeHandlerOptions;
import io.github.cdkasyncinvoke.DeployTimeInvocation;
import io.github.cdkasyncinvoke.FunctionDestinationOptions;
import io.github.cdkasyncinvoke.InvocationType;
import io.github.cdkasyncinvoke.alibaba.Credentials;
import io.github.cdkasyncinvoke.alibaba.DeliveryRole;
import io.github.cdkasyncinvoke.alibaba.Destination;
import io.github.cdkasyncinvoke.alibaba.RoleCredentialsProps;
import io.github.cdkasyncinvoke.alibaba.RosResource;
import io.github.cdkasyncinvoke.alibaba.RosStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.iam.FromRoleArnOptions;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The app of ../../../../app.ts in Java. */
public final class Languages {
    private static final String CODE = "exports.handler = async event => event;";
    private static final String ACCOUNT = "1234567890123456";

    public static void main(String[] args) throws IOException {
        App app = new App();
        Validations.of(app).addPlugins(new AsyncInvokeChecks());
        declareConfigs(app);
        declareDeployTime(app);
        declareFunctionCompute(app);
        app.synth();
        String refusals = new ObjectMapper().writeValueAsString(refusals());
        Files.write(Paths.get(app.getOutdir(), "refusals.json"), refusals.getBytes("UTF-8"));
    }

    private static Function declareFunction(Construct scope, String id, IRole role) {
        return Function.Builder.create(scope, id)
                .runtime(Runtime.NODEJS_22_X)
                .handler("index.handler")
                .code(Code.fromInline(CODE))
                .role(role)
                .build();
    }

    private static Function declareFunction(Construct scope, String id) {
        return declareFunction(scope, id, null);
    }

    private static IRole theirRole(Construct scope) {
        return Role.fromRoleArn(scope, "TheirRole", "arn:aws:iam::123456789012:role/theirs", FromRoleArnOptions.builder().mutable(false).build());
    }

    private static void declareConfigs(App app) {
        Stack stack = new Stack(app, "Configs");
        EventBus bus = new EventBus(stack, "Bus");
        Topic topic = new Topic(stack, "Topic");
        Bucket bucket = new Bucket(stack, "Bucket");
        Function audit = declareFunction(stack, "Audit");
        Ledger ledger = new Ledger(new Queue(stack, "LedgerQueue"));

        AsyncFunction.Builder.create(stack, "TakeOrder")
                .runtime(Runtime.NODEJS_22_X)
                .handler("index.handler")
                .code(Code.fromInline(CODE))
                .aliasName("sold")
                .maxEventAge(Duration.hours(1))
                .retryAttempts(1)
                .onSuccess(AsyncDestination.bus(bus))
                .build();
        AsyncAlias alias = AsyncAlias.Builder.create(stack, "Live")
                .function(declareFunction(stack, "Bill"))
                .configureLatest(false)
                .onFailure(AsyncDestination.topic(topic))
                .onSuccess(AsyncDestination.function(audit, FunctionDestinationOptions.builder().responseOnly(true).build()))
                .build();
        AsyncInvokeConfig.Builder.create(stack, "Version")
                .function(declareFunction(stack, "Ship").getCurrentVersion())
                .retryAttempts(0)
                .onFailure(AsyncDestination.bucket(bucket, BucketDestinationOptions.builder().expectedBucketOwner(Aws.ACCOUNT_ID).build()))
                .onSuccess(AsyncDestination.none())
                .build();
        AsyncInvokeConfig.Builder.create(stack, "Ledger").function(declareFunction(stack, "Pay")).onFailure(ledger).build();
        IRole theirRole = theirRole(stack);
        AsyncInvokeConfig.Builder.create(stack, "LedgerAsIs")
                .function(declareFunction(stack, "Refund", theirRole))
                .onFailure(ledger)
                .skipPermissions(true)
                .build();
        AsyncInvokeConfig.Builder.create(stack, "AuditConfig")
                .function(audit)
                .onFailure(AsyncDestination.queue(new Queue(stack, "Failed")))
                .build();
        CfnOutput.Builder.create(stack, "Alias").value(alias.getFunctionArn()).build();

        Acknowledgment accepted = Acknowledgment.builder().id("cdk-async-invoke:CallerWithoutDeadLetterQueue").reason("a test").build();
        Validations.of(stack).acknowledge(accepted);
    }

    private static void declareDeployTime(App app) {
        Stack stack = new Stack(app, "DeployTime");
        Queue queue = new Queue(stack, "Queue");
        Function migrate = declareFunction(stack, "Migrate");
        IFunction theirs = Function.fromFunctionArn(stack, "Theirs", "arn:aws:lambda:eu-west-1:123456789012:function:theirs:live");

        DeployTimeInvocation migration = DeployTimeInvocation.Builder.create(stack, "Migration")
                .function(migrate)
                .payload(Map.of(
                        "url", queue.getQueueUrl(), "schema", 7, "ratio", 0.5, "dry-run", false,
                        "steps", Arrays.asList("a", null, 2, Map.of("table", "orders"))))
                .payloadOnDelete(Map.of("drop", true))
                .invokeOn(Arrays.asList(DeployTimeEvent.CREATE, DeployTimeEvent.UPDATE, DeployTimeEvent.DELETE))
                .lifecycleKey("deployment")
                .triggers(Map.of("schema", "7", "region", "all", "force", "no"))
                .provider(DeployTimeHandlerOptions.builder().memorySize(512).logRetention(RetentionDays.ONE_WEEK).build())
                .build();
        migration.executeBefore(AsyncAlias.Builder.create(stack, "Live").function(declareFunction(stack, "Service")).build());
        CfnOutput.Builder.create(stack, "Tables").value(migration.getResponse("tables.0.name")).build();
        DeployTimeInvocation.Builder.create(stack, "Smoke")
                .function(declareFunction(stack, "Work"))
                .invocationType(InvocationType.EVENT)
                .payload(Collections.singletonList("smoke"))
                .awaitOutcome(true)
                .build();

        DeployTimeAsyncInvokeConfig config = DeployTimeAsyncInvokeConfig.Builder.create(stack, "TheirConfig")
                .function(theirs)
                .assumedRole(Role.fromRoleArn(stack, "Deployer", "arn:aws:iam::123456789012:role/deployer"))
                .externalId("orders")
                .retryAttempts(0)
                .merge(true)
                .onDelete(ConfigOnDelete.RETAIN)
                .build();
        AsyncInvokeConfigLookup lookup = AsyncInvokeConfigLookup.Builder.create(stack, "Lookup").function(migrate).build();
        lookup.getNode().addDependency(config);
        CfnOutput.Builder.create(stack, "Retries").value(Token.asString(lookup.getRetryAttempts())).build();
        CfnOutput.Builder.create(stack, "OnFailure").value(config.getOnFailure()).build();
    }

    private static void declareFunctionCompute(App app) {
        RosStack stack = RosStack.Builder.create(app, "FunctionCompute").region("cn-hangzhou").account(ACCOUNT).build();
        RosResource role = RosResource.Builder.create(stack, "Role")
                .type("ALIYUN::RAM::Role")
                .properties(Map.of("RoleName", "take-order", "AssumeRolePolicyDocument", DeliveryRole.trustPolicyDocument()))
                .build();
        RosResource orders = RosResource.Builder.create(stack, "TakeOrder")
                .type("ALIYUN::FC3::Function")
                .properties(Map.of("FunctionName", "take-order", "Runtime", "nodejs20", "Handler", "index.handler", "Role", role.getAtt("Arn")))
                .build();
        Destination failed = Destination.queue("failed-orders");
        io.github.cdkasyncinvoke.alibaba.AsyncInvokeConfig config =
                io.github.cdkasyncinvoke.alibaba.AsyncInvokeConfig.Builder.create(stack, "Config")
                        .functionName(orders.getAtt("FunctionName"))
                        .maxEventAge(Duration.days(2))
                        .asyncTask(true)
                        .onFailure(failed)
                        .build();
        role.setProperty("Policies", Collections.singletonList(
                Map.of("PolicyName", "deliver", "PolicyDocument", config.getDeliveryPolicyDocument())));

        io.github.cdkasyncinvoke.alibaba.DeployTimeAsyncInvokeConfig.Builder.create(new Stack(app, "LiveOnFunctionCompute"), "Config")
                .region("cn-hangzhou")
                .account(ACCOUNT)
                .functionName("take-order")
                .qualifier("live")
                .credentials(Credentials.fromRole(RoleCredentialsProps.builder()
                        .role("acs:ram::" + ACCOUNT + ":role/deployer")
                        .oidcProvider("acs:ram::" + ACCOUNT + ":oidc-provider/aws")
                        .build()))
                .retryAttempts(8)
                .onFailure(failed)
                .build();
    }

    private static Map<String, String> refusals() {
        App refused = App.Builder.create().autoSynth(false).build();
        Stack stack = new Stack(refused, "Refused");
        IRole role = theirRole(stack);
        Ledger ledger = new Ledger(new Queue(stack, "Queue"));
        Map<String, String> refusals = new TreeMap<>();
        refusals.put("retries", refusal(() ->
                AsyncInvokeConfig.Builder.create(stack, "Retries").function(declareFunction(stack, "A")).retryAttempts(3).build()));
        refusals.put("fifo", refusal(() -> AsyncInvokeConfig.Builder.create(stack, "Fifo")
                .function(declareFunction(stack, "B"))
                .onFailure(AsyncDestination.queue(Queue.Builder.create(stack, "FifoQueue").fifo(true).build()))
                .build()));
        refusals.put("immutable", refusal(() ->
                AsyncInvokeConfig.Builder.create(stack, "Immutable").function(declareFunction(stack, "C", role)).onFailure(ledger).build()));
        refusals.put("functionCompute", refusal(() ->
                io.github.cdkasyncinvoke.alibaba.AsyncInvokeConfig.Builder.create(new RosStack(refused), "FunctionCompute")
                        .functionName("take-order")
                        .retryAttempts(9)
                        .build()));
        return refusals;
    }

    private static String refusal(Runnable declare) {
        try {
            declare.run();
        } catch (RuntimeException error) {
            return error.getMessage();
        }
        return "not refused";
    }

    private Languages() {}
}
