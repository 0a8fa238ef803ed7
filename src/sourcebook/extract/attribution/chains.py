"""Chains: from the expressions of a report to ordered attribution links."""

from __future__ import annotations

from dataclasses import replace

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.acts import Cue
from sourcebook.extract.attribution.memory import Memory
from sourcebook.extract.attribution.mentions import Mention, mention_at
from sourcebook.extract.attribution.outlets import is_own_outlet
from sourcebook.model.claim import AttributionLink, LinkRelation
from sourcebook.schema.sources import is_known

_GAP = AttributionLink(
    name=None,
    quote=None,
    field=None,
    start=None,
    end=None,
    relation="unstated",
    named=False,
)


def links_of(cue: Cue, memory: Memory) -> tuple[AttributionLink, ...]:
    """Resolve an expression's source (and inner source) into links.

    The mention is remembered as having spoken. Nothing is returned for a pronoun
    that finds nobody and for the report's own outlet.
    """
    outer = _resolved(cue, cue.source, memory)
    own = outer is not None and (
        is_own_outlet(outer.name, cue.passage.report) or _is_newsroom(cue, outer.name)
    )
    if outer is None or own:
        links: tuple[AttributionLink, ...] = ()
    else:
        links = _links(outer)
    if cue.gap and links:
        links = (_GAP, *links)
    if cue.relayed is not None:
        inner = _resolved(cue, cue.relayed, memory)
        if inner is not None:
            relation: LinkRelation = "cites" if _cites(cue) else "quotes"
            links = (
                *(replace(link, relation=relation) for link in links),
                *_links(inner),
            )
    return links


def links_of_mention(mention: Mention) -> AttributionLink:
    """Return the link of somebody whom the report tells of, not by what he says."""
    return _links(mention)[-1]


def _cites(cue: Cue) -> bool:
    return any(token.lower_ == "citing" for token in cue.token.subtree)


def _resolved(cue: Cue, head: object, memory: Memory) -> Mention | None:
    mention = mention_at(cue.passage, head, cue.token.i)  # type: ignore[arg-type]
    index = cue.sentence.index
    found = memory.resolve(mention, index)
    if found is not None:
        memory.note(found, index, spoke=cue.asserts, issued=_issues(cue))
    return found


def _is_newsroom(cue: Cue, name: str) -> bool:
    """ "Harbor News has learned": so a station speaks of itself."""
    found = cues.lemma(cue.token) in ("learn", "confirm", "obtain")
    helped = any(c.lower_ in ("has", "have") for c in cue.token.children)
    return found and helped and "news" in name.casefold().split() and not is_known(name)


def _issues(cue: Cue) -> bool:
    """Whether the sentence tells of a text put out ("in a communique, the Front said")."""
    return any(
        cues.lemma(token) in cues.words("issued")
        and any(c.lower_ in ("a", "an", "another") for c in token.children)
        for token in cue.sentence.tokens
    )


def _links(mention: Mention) -> tuple[AttributionLink, ...]:
    """One link, two where a spokesperson speaks for a person (DOMAIN STM-3)."""
    passage = mention.passage
    span = passage.span(mention.tokens)
    relation: LinkRelation = "via_spokesperson" if mention.spokesperson else "says"
    link = AttributionLink(
        name=mention.name,
        quote=passage.quote(mention.tokens),
        field=passage.field,
        start=span.start,
        end=span.end,
        relation=relation,
        named=mention.named,
        body=mention.body,
    )
    if mention.principal is None:
        return (link,)
    return _with_principal(mention, link)


def _with_principal(
    mention: Mention, link: AttributionLink
) -> tuple[AttributionLink, ...]:
    noun = next((t for t in mention.tokens if cues.is_spokesperson(t)), None)
    if noun is None:  # the word stands in an apposition beside it
        return (link,)
    passage, span = mention.passage, mention.passage.span(noun)
    words = passage.quote(noun)
    spokesperson = replace(
        link, name=words, quote=words, start=span.start, end=span.end, named=False
    )
    whole = link.quote or ""
    at = whole.find(mention.principal or "")
    if at < 0 or link.start is None:
        return (link,)
    start = link.start + at
    end = start + len(mention.principal or "")
    principal = replace(
        link,
        quote=whole[at : end - link.start],
        start=start,
        end=end,
        relation="says",
        named=True,
        body=None,
    )
    return (spokesperson, principal)
