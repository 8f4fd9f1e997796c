"""What the command line asks for, over what the configuration says of all and of single feeds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from digest.settings import Config, Source


@dataclass(frozen=True, slots=True)
class Overrides:
    """The options that win over the configuration; None leaves it as it is."""

    method: str | None = None
    bullets: int | None = None
    language: str | None = None

    def of_one(self, source: Source) -> Source:
        """Lay them over what holds for one feed."""
        return replace(
            source,
            method=self.method or source.method,
            bullets=self.bullets or source.bullets,
            language=self.language or source.language,
        )

    def of_all(self, config: Config) -> Config:
        """Lay them over what holds for all feeds."""
        summary = replace(
            config.summary,
            method=self.method or config.summary.method,
            bullets=self.bullets or config.summary.bullets,
        )
        return replace(
            config, summary=summary, language=self.language or config.language, defaults=self.of_one(config.defaults)
        )
