"""No row can be called as a page is: every fixed word that stands where a slug may is reserved."""

from temaplan.workbench.overview.documents.catalogue import BUILDERS
from temaplan.workbench.plan.slugs import RESERVED
from tests.fixtures.addresses import addresses


def words_beside_slugs() -> set[str]:
    """Return each word that an address has in a place where another has the slug of a row."""
    routes = [address.route.strip("/").split("/") for address in addresses()]
    return {
        other[place]
        for route in routes
        for place, part in enumerate(route)
        if part.startswith("<slug:")
        for other in routes
        if len(other) > place and other[:place] == route[:place] and other[place][0] != "<"
    }


def test_every_word_that_stands_beside_a_slug_is_reserved() -> None:
    found = words_beside_slugs()
    assert {"ny", "funn", "roller"} <= found
    assert found - RESERVED - set(BUILDERS) == set()
