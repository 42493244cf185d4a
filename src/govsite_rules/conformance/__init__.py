"""Conformance cases, shipped for other implementations: what an indicator must say of a snapshot, and what findings must cost.

``cases`` and ``run`` are about indicators, ``effect_cases`` and ``run_effect`` about the clauses of a checklist.
"""

from .effects import EffectCase, ExpectedEffect, Given, effect_cases, read_effect_cases, run_effect
from .indicator_cases import FOLDER, SCHEMA, Case, Description, Expected, ExpectedMeasure, cases, differences, read_case, run

__all__ = [
    "FOLDER",
    "SCHEMA",
    "Case",
    "Description",
    "EffectCase",
    "Expected",
    "ExpectedEffect",
    "ExpectedMeasure",
    "Given",
    "cases",
    "differences",
    "effect_cases",
    "read_case",
    "read_effect_cases",
    "run",
    "run_effect",
]
