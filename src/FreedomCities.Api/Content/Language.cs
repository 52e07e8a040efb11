using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Content;

/// <summary>Which language was served, and how far to trust it as a translation.</summary>
public sealed record Language
{
    /// <summary>What was asked for: lang, else the first range of Accept-Language (RFC 4647); null: nothing.</summary>
    public required string? Requested { get; init; }

    /// <summary>The language of this text (BCP 47).</summary>
    public required string Served { get; init; }

    /// <summary>True when what was requested isn't to be had, and another language is served instead.</summary>
    public required bool Fallback { get; init; }

    /// <summary>All languages that this record is published in.</summary>
    public required string[] Available { get; init; }

    /// <summary>Who wrote this text.</summary>
    [AllowedChoices<Vocabulary.Origins>]
    public required string Origin { get; init; }

    /// <summary>outdated: the text that it was translated from has had a major change since.</summary>
    [AllowedChoices<Vocabulary.TranslationStatuses>]
    public required string Status { get; init; }
}
