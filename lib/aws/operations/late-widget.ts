import { ConcreteWidget, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';

/** Widget that is made when the dashboard is rendered: the whole app is known then. */
export class LateWidget extends ConcreteWidget {
  constructor(width: number, height: number, private readonly make: (size: { readonly width: number; readonly height: number }) => IWidget) {
    super(width, height);
  }

  toJson(): any[] {
    const widget = this.make({ width: this.width, height: this.height });
    widget.position(this.x ?? 0, this.y ?? 0);
    return widget.toJson();
  }
}
