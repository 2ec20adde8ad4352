"""The catalogue as a whole, and what is asked of it."""

from __future__ import annotations

from indicators.catalogue.briefings import Briefing
from indicators.catalogue.datasets import Dataset
from indicators.catalogue.elements import Element
from indicators.catalogue.entry import Entry
from indicators.catalogue.indicators import Indicator, Topic
from indicators.catalogue.language import PersonNames, Term
from indicators.catalogue.maturity import Guideline
from indicators.catalogue.portals import Portal
from indicators.catalogue.programmes import Programme
from indicators.catalogue.registers import Register
from indicators.catalogue.settings import Settings
from indicators.catalogue.vocabularies import Vocabulary
from indicators.vocabulary import Dimension


class Catalogue(Entry):
    """All entries, by id, in the order in which users meet them."""

    settings: Settings
    topics: dict[str, Topic]
    elements: dict[str, Element]
    indicators: dict[str, Indicator]
    datasets: dict[str, Dataset]
    registers: dict[str, Register]
    portals: dict[str, Portal]
    vocabularies: dict[str, Vocabulary]
    guidelines: dict[str, Guideline]
    briefings: dict[str, Briefing]
    glossary: tuple[Term, ...]
    person_names: PersonNames
    programmes: dict[str, Programme]

    def indicators_of(self, topic: str) -> list[Indicator]:
        """Indicators of one topic, in catalogue order. Raises KeyError for an unknown topic."""
        return [i for i in self.indicators.values() if i.topic == self.topics[topic].id]

    def headline_indicators(self) -> list[Indicator]:
        """Indicators with a card on the summary, in headline order."""
        headline = [i for i in self.indicators.values() if i.headline is not None]
        return sorted(headline, key=lambda i: i.headline or 0)

    def parts(self, of: tuple[str, ...], dimension: Dimension) -> dict[str, tuple[Element, ...]]:
        """How the sum of elements `of` splits along `dimension`: category -> its elements, in catalogue order.

        Several summed elements are ages themselves. Other parts must together split every one of `of`; a category
        that several of them share (a sex, over age bands) is their sum. Empty where nothing splits it whole.
        """
        if dimension is Dimension.AGE and len(of) > 1:
            return {self.elements[id_].label: (self.elements[id_],) for id_ in of}
        found = [e for e in self.elements.values() if e.dimension is dimension and set(e.part_of) <= set(of)]
        if {id_ for element in found for id_ in element.part_of} != set(of):
            return {}
        categories: dict[str, tuple[Element, ...]] = {}
        for element in found:
            name = element.category or element.label
            categories[name] = (*categories.get(name, ()), element)
        return categories

    def dataset_of(self, element: str) -> Dataset:
        """The dataset that carries an element. Raises KeyError."""
        for dataset in self.datasets.values():
            if element in dataset.elements:
                return dataset
        raise KeyError(element)

    def datasets_of(self, kabupaten: str) -> list[Dataset]:
        """The datasets that a kabupaten may send: those of all, then those of its own programmes."""
        return [d for d in self.datasets.values() if d.kabupaten in (None, kabupaten)]

    def expected_datasets(self) -> list[Dataset]:
        """The counts that every kabupaten is expected to send."""
        return [d for d in self.datasets.values() if d.stores == "observations" and d.programme is None]

    def programmes_of(self, kabupaten: str) -> list[Programme]:
        """The programmes of a kabupaten, in its own order."""
        return [p for p in self.programmes.values() if p.kabupaten == kabupaten]

    def registers_of(self, dataset: Dataset) -> tuple[Register, ...]:
        """The registers that may be sent instead of a dataset's table of counts."""
        return tuple(r for r in self.registers.values() if r.dataset == dataset.id)

    def portal_of(self, kabupaten: str) -> Portal | None:
        """The open data portal of a kabupaten, by its code; None where none is described."""
        return next((portal for portal in self.portals.values() if portal.kabupaten == kabupaten), None)

    def list_datasets(self) -> list[Dataset]:
        """The lists, in catalogue order."""
        return [dataset for dataset in self.datasets.values() if dataset.is_list]

    def publishing(self, element: str) -> Indicator | None:
        """The indicator that holds the published counts of an element."""
        return next((i for i in self.indicators.values() if i.publishes == element), None)
