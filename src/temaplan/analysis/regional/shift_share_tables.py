"""Parts of a change as a long table or as dense arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from temaplan.analysis.regional.cells import ByteArray, FloatArray
from temaplan.analysis.regional.frames import Coded, Codes, build
from temaplan.analysis.regional.panel import Panel
from temaplan.analysis.regional.results import Dense, Lazy, notes
from temaplan.analysis.regional.unallocated import UNALLOCATED

REST: Final = "unallocated"


@dataclass(frozen=True, eq=False)
class Split:
    """One pair of periods, split.

    `parts` and `bits` (notes) have the shape (region, industry), or (region, 1) where the
    parts belong to the region; `rest` (region) is what the lines leave of a published total.
    """

    period: str | int
    parts: dict[str, FloatArray]
    bits: ByteArray
    rest: FloatArray | None


def dense_parts(panel: Panel, splits: Sequence[Split]) -> Dense:
    """Return arrays by component, with the shape (end of period, region, industry)."""
    columns: dict[str, Lazy] = {
        name: _stacked([split.parts[name] for split in splits]) for name in splits[0].parts
    }
    columns["note"] = notes(_stacked([split.bits for split in splits]))
    rests = [split.rest for split in splits if split.rest is not None]
    if rests:
        columns[REST] = np.stack(rests)[:, :, None]
    periods = tuple(split.period for split in splits)
    return Dense(periods, panel.regions, panel.industries, columns)


def _stacked(arrays: list[Any]) -> Any:
    return np.stack(arrays) if len(arrays) > 1 else arrays[0][None]


def long_parts(panel: Panel, splits: Sequence[Split], *, with_period: bool) -> Any:
    """Return one row a part: by period, region, industry and component, rests at the end."""
    blocks = [_parts(splits), *_rests(panel, splits)]
    joined = {name: np.concatenate([block[name] for block in blocks]) for name in blocks[0]}
    columns: dict[str, FloatArray | Coded] = {
        "region": Coded(joined["region"], panel.regions),
        "industry": Coded(joined["industry"], (*panel.industries, UNALLOCATED)),
    }
    if with_period:
        columns["period"] = Coded(joined["period"], [split.period for split in splits])
    columns |= {
        "component": Coded(joined["component"], (*splits[0].parts, REST)),
        "value": joined["value"],
        "note": notes(joined["note"].astype(np.uint8)),
    }
    return build(columns, panel.backend)


def _parts(splits: Sequence[Split]) -> dict[str, Any]:
    values = np.stack([np.stack(list(split.parts.values()), axis=-1) for split in splits])
    period, region, industry, component = _numbered(values.shape)
    bits = np.stack([split.bits for split in splits])[..., None]
    return {
        "period": period,
        "region": region,
        # A factor of the whole region has no industry.
        "industry": industry - 1 if _belongs_to_region(splits[0]) else industry,
        "component": component,
        "value": values.reshape(-1),
        "note": np.broadcast_to(bits, values.shape).reshape(-1),
    }


def _belongs_to_region(split: Split) -> bool:
    return "structure_factor" in split.parts


def _rests(panel: Panel, splits: Sequence[Split]) -> list[dict[str, Any]]:
    rests = [split.rest for split in splits if split.rest is not None]
    if not rests:
        return []
    period, region = _numbered((len(rests), len(panel.regions)))
    return [
        {
            "period": period,
            "region": region,
            "industry": np.full_like(region, len(panel.industries)),
            "component": np.full_like(region, len(splits[0].parts)),
            "value": np.concatenate(rests),
            "note": np.zeros_like(region),
        }
    ]


def _numbered(shape: tuple[int, ...]) -> list[Codes]:
    return [axis.reshape(-1) for axis in np.indices(shape, dtype=np.int32)]
