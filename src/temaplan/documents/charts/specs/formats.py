"""How figures are written when the caller does not say."""

from temaplan.documents.charts.spec import NumberFormat


def whole() -> NumberFormat:
    """People and jobs: «1 234»."""
    return {"decimals": 0}


def two_decimals() -> NumberFormat:
    """Quotients: «1,53»."""
    return {"decimals": 2}


def signed() -> NumberFormat:
    """Differences: «+464»."""
    return {"sign": True}


def rate() -> NumberFormat:
    """Growth: «+3,4 %»."""
    return {"decimals": 1, "percent": True, "sign": True}
