"""The rule extractor: reports to claims, by rules over a dependency parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook.extract import roundups
from sourcebook.extract.attribution import Attributions
from sourcebook.extract.draft import Draft
from sourcebook.extract.figures import find_figures
from sourcebook.extract.languages import LANGUAGES
from sourcebook.extract.means import find_means
from sourcebook.extract.parsed import Parsed, parse
from sourcebook.extract.places import find_places
from sourcebook.extract.responsibility import find_responsibility
from sourcebook.extract.scope import Scene
from sourcebook.extract.screen import relevant
from sourcebook.extract.statements import find_statements
from sourcebook.extract.targets import find_targets
from sourcebook.extract.times import find_times
from sourcebook.model.claim import AttributionLink, Claim, Role, Setting
from sourcebook.model.report import Report
from sourcebook.model.span import Span


class RuleExtractor:
    """Finds claims of every type in English reports; deterministic.

    A report in another language, or without a word of harm, gives no claims.
    """

    name = "rules"
    version = "8"
    languages = LANGUAGES

    def extract(
        self, reports: Iterable[Report]
    ) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
        """Yield each report, in order, with its claims in order of their spans."""
        for report in reports:
            if report.text.language not in LANGUAGES or self.drops(report):
                yield report, ()
                continue
            for parsed in parse([report]):
                yield report, self.claims(parsed)

    def drops(self, report: Report) -> bool:
        """Whether the screen leaves a report unread: no word of harm stands in it."""
        return not relevant(report)

    def claims(self, parsed: Parsed) -> tuple[Claim, ...]:
        """Return all claims of a parsed report, each once, in order of spans."""
        if not parsed.sentences:
            return ()
        found = self._located(parsed)
        attributions = Attributions(parsed)
        figures = self._sourced(self._counted(parsed), attributions)
        entries = roundups.entries(parsed, found, figures)
        found = roundups.placed(parsed, found, entries)
        scene = roundups.scene_of(parsed, entries, figures=figures, located=found)
        found += [self._figure(draft, attributions, scene) for draft in figures]
        found += self._told(parsed, attributions, scene)
        once = {claim.id: claim for claim in roundups.marked(found, entries)}
        return tuple(sorted(once.values(), key=_reading_order))

    def _located(self, parsed: Parsed) -> list[Claim]:
        """Places, times and targets, which the settings of others refer to."""
        drafts = (*find_places(parsed), *find_times(parsed), *find_targets(parsed))
        return [
            self._claim(draft, Setting(sentence=_sentence(parsed, draft)))
            for draft in drafts
        ]

    def _counted(self, parsed: Parsed) -> tuple[Draft, ...]:
        """Figures as the words give them; a baseline finds its own."""
        return find_figures(parsed)

    def _sourced(
        self, figures: Iterable[Draft], attributions: Attributions
    ) -> tuple[Draft, ...]:
        """The figures with who is said to state them, which their scope looks at."""
        return tuple(replace(d, attribution=attributions.chain(d)) for d in figures)

    def _figure(self, draft: Draft, attributions: Attributions, scene: Scene) -> Claim:
        """The figure with its source and role; a baseline knows neither."""
        chain = draft.attribution or ()
        settled = scene.settle(draft, chain)
        return self._claim(draft, settled.setting, chain=chain, role=settled.role)

    def _told(
        self, parsed: Parsed, attributions: Attributions, scene: Scene
    ) -> list[Claim]:
        """Means, responsibility and statements, with their settings."""
        drafts = (
            *find_means(parsed),
            *find_responsibility(parsed, attributions),
            *find_statements(parsed, attributions),
        )
        return [
            self._claim(
                draft,
                scene.setting(draft),
                chain=draft.attribution
                if draft.attribution is not None
                else attributions.chain(draft),
            )
            for draft in drafts
        ]

    def _claim(
        self,
        draft: Draft,
        setting: Setting,
        *,
        chain: tuple[AttributionLink, ...] = (),
        role: Role | None = None,
    ) -> Claim:
        return Claim.at(
            draft.passage.report,
            draft.passage.field,
            draft.span,
            payload=draft.payload,
            setting=setting,
            extractor=self.name,
            version=self.version,
            attribution=chain,
            modality=draft.modality,
            role=role,
        )


def _sentence(parsed: Parsed, draft: Draft) -> Span:
    return parsed.sentence_at(draft.passage.field, draft.span.start).span


def _reading_order(claim: Claim) -> tuple[bool, int, int, str, str]:
    return (
        claim.field == "text",
        claim.span.start,
        claim.span.end,
        claim.type,
        claim.id,
    )
