using System.ComponentModel.DataAnnotations;

namespace FreedomCities.Api.Content;

/// <summary>Language of a record, and the state of the translation.</summary>
public sealed record Language
{
    /// <summary>Requested language: `lang`, otherwise the first range of `Accept-Language` (RFC 4647). Null: none.</summary>
    public required string? Requested { get; init; }

    /// <summary>Language of this text (BCP 47).</summary>
    public required string Served { get; init; }

    /// <summary>True: the requested language is not available, and another one is served.</summary>
    public required bool Fallback { get; init; }

    /// <summary>All languages in which this record is published (BCP 47).</summary>
    public required string[] Available { get; init; }

    /// <summary>Origin of this text: a person, a machine, or a machine with a review by a person.</summary>
    [AllowedValues("human", "machine", "machine-reviewed")]
    public required string Origin { get; init; }

    /// <summary>`outdated`: the original had a major change after this translation.</summary>
    [AllowedValues("current", "outdated")]
    public required string Status { get; init; }
}
