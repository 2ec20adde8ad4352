"""The catalogue: what is counted (elements), what is computed (indicators), what is sent (datasets).

Everything is read once from `data/catalogue/`; entries are frozen. A new indicator or dataset is a new YAML
entry, never code.
"""

from __future__ import annotations

from indicators.catalogue.briefings import AskedChart, Briefing, BriefingSlide
from indicators.catalogue.columns import Column
from indicators.catalogue.datasets import Dataset
from indicators.catalogue.elements import Element
from indicators.catalogue.entry import CatalogueError
from indicators.catalogue.folders import CATALOGUE_FOLDER, ROOT
from indicators.catalogue.indicators import Indicator, Target
from indicators.catalogue.language import PersonNames, Term
from indicators.catalogue.loading import catalogue, load_catalogue
from indicators.catalogue.maturity import Guideline
from indicators.catalogue.portals import Portal, PortalEntry
from indicators.catalogue.registers import Register, RegisterCount, Score
from indicators.catalogue.settings import Settings
from indicators.catalogue.whole import Catalogue

__all__ = [
    "CATALOGUE_FOLDER",
    "ROOT",
    "AskedChart",
    "Briefing",
    "BriefingSlide",
    "Catalogue",
    "CatalogueError",
    "Column",
    "Dataset",
    "Element",
    "Guideline",
    "Indicator",
    "PersonNames",
    "Portal",
    "PortalEntry",
    "Register",
    "RegisterCount",
    "Score",
    "Settings",
    "Target",
    "Term",
    "catalogue",
    "load_catalogue",
]
