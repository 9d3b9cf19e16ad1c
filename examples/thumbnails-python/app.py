"""Makes thumbnails of the pictures that arrive in a bucket, and raises an alarm if one fails.

S3 invokes functions asynchronously. Without a failure destination, a picture that cannot be read would be lost without a trace.
"""

from pathlib import Path

from aws_cdk import (
    App, Duration, Stack, Validations,
    aws_cloudwatch as cloudwatch, aws_lambda as lambda_, aws_s3 as s3, aws_s3_notifications as notifications,
)
from cdk_async_invoke import AsyncFunction, AsyncInvokeChecks
from constructs import Construct


class Thumbnails(Stack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        pictures = s3.Bucket(self, "Pictures", enforce_ssl=True)
        thumbnails = s3.Bucket(self, "Thumbnails", enforce_ssl=True)

        make = AsyncFunction(
            self, "MakeThumbnail",
            runtime=lambda_.Runtime.PYTHON_3_13,
            code=lambda_.Code.from_asset(str(Path(__file__).parent / "handlers")),
            handler="make_thumbnail.handler",
            timeout=Duration.seconds(30),
            environment={"THUMBNAILS": thumbnails.bucket_name},
            # A picture that cannot be read will not get better: one retry, in case S3 fails.
            retry_attempts=1,
            max_event_age=Duration.hours(1),
        )
        pictures.grant_read(make)
        thumbnails.grant_put(make)
        # The alias, not the function: it has the config and the failure queue.
        pictures.add_event_notification(s3.EventType.OBJECT_CREATED, notifications.LambdaDestination(make.alias))

        cloudwatch.Alarm(
            self, "PictureFailed",
            metric=make.failure_queue.metric_approximate_number_of_messages_visible(),
            threshold=1,
            evaluation_periods=1,
        )


app = App()
Validations.of(app).add_plugins(AsyncInvokeChecks())
Thumbnails(app, "Thumbnails")
app.synth()
