"""MiniStack with what its Distributed Map lacks: ItemBatcher and MaxConcurrencyPath."""
import copy
import json

from ministack.app import main
from ministack.services import stepfunctions

run_distributed_map = stepfunctions._run_distributed_map


def run_with_batches(state, raw_input, effective, iterator, execution, ctx):
    state = dict(state)
    path = state.pop("MaxConcurrencyPath", None)
    if path:
        state["MaxConcurrency"] = stepfunctions._resolve_path_or_ctx(path, effective, ctx)
    batcher = state.pop("ItemBatcher", None)
    if batcher:
        items = [selected(state, item, index, effective, ctx) for index, item in enumerate(items_of(state, effective, ctx))]
        batch_input = stepfunctions._resolve_params_obj(batcher.get("BatchInput", {}), effective, ctx)
        effective = [{"BatchInput": batch_input, "Items": batch} for batch in batches(items, batcher)]
        for name in ("ItemReader", "ItemSelector", "ItemsPath"):
            state.pop(name, None)
    return run_distributed_map(state, raw_input, effective, iterator, execution, ctx)


def items_of(state, effective, ctx):
    if state.get("ItemReader"):
        return stepfunctions._read_map_items(state["ItemReader"], effective, ctx)
    return stepfunctions._resolve_path_or_ctx(state.get("ItemsPath", "$"), effective, ctx)


def selected(state, item, index, effective, ctx):
    selector = state.get("ItemSelector")
    if not selector:
        return item
    item_ctx = copy.deepcopy(ctx)
    item_ctx["Map"] = {"Item": {"Index": index, "Value": item}}
    return stepfunctions._resolve_params_obj(selector, effective, item_ctx)


def batches(items, batcher):
    batch, size = [], 0
    for item in items:
        length = len(json.dumps(item))
        if batch and (len(batch) >= batcher["MaxItemsPerBatch"] or size + length > batcher["MaxInputBytesPerBatch"]):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += length
    if batch:
        yield batch


stepfunctions._run_distributed_map = run_with_batches
main()
