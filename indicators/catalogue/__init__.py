"""The catalogue: what is counted (elements), what is computed (indicators), what is sent (datasets).

Everything is read once from `data/catalogue/` and the programmes of `data/areas/`; entries are frozen. A new indicator,
dataset or programme is a new YAML entry, never code.
"""

from __future__ import annotations

from indicators.catalogue.briefings import AskedChart, Briefing, BriefingSlide
from indicators.catalogue.columns import Column
from indicators.catalogue.datasets import Dataset
from indicators.catalogue.elements import Element
from indicators.catalogue.entry import CatalogueError
from indicators.catalogue.folders import AREAS_FOLDER, CATALOGUE_FOLDER, DATA, ROOT
from indicators.catalogue.indicators import Indicator, Target
from indicators.catalogue.language import PersonNames, Term
from indicators.catalogue.loading import catalogue, load_catalogue
from indicators.catalogue.maturity import Guideline
from indicators.catalogue.portals import Portal, PortalEntry
from indicators.catalogue.programmes import Coverage, Figure, Programme, Source, Tally
from indicators.catalogue.registers import Register, RegisterCount, Score
from indicators.catalogue.settings import Settings
from indicators.catalogue.whole import Catalogue

__all__ = [
    "AREAS_FOLDER",
    "CATALOGUE_FOLDER",
    "DATA",
    "ROOT",
    "AskedChart",
    "Briefing",
    "BriefingSlide",
    "Catalogue",
    "CatalogueError",
    "Column",
    "Coverage",
    "Dataset",
    "Element",
    "Figure",
    "Guideline",
    "Indicator",
    "PersonNames",
    "Portal",
    "PortalEntry",
    "Programme",
    "Register",
    "RegisterCount",
    "Score",
    "Settings",
    "Source",
    "Tally",
    "Target",
    "Term",
    "catalogue",
    "load_catalogue",
]
