using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>A text that was published, changed, withdrawn or renamed.</summary>
public sealed record Change
{
    /// <summary>What the record is.</summary>
    [AllowedChoices<Vocabulary.RecordTypes>]
    public required string Type { get; init; }

    /// <summary>The record's slug after this change.</summary>
    public required string Slug { get; init; }

    /// <summary>The text's language (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>upsert: read it anew, with Cache-Control: no-cache (RFC 9111), also where the revision is the same; delete: stop showing the copy.</summary>
    [AllowedChoices<Vocabulary.ChangeActions>]
    public required string Action { get; init; }

    /// <summary>The revision that is published since, or that was withdrawn.</summary>
    public required int Revision { get; init; }

    /// <summary>major: a reader of the text before would be wrong.</summary>
    [AllowedChoices<Vocabulary.Significances>]
    public required string Significance { get; init; }

    /// <summary>Why it was withdrawn; null: it wasn't.</summary>
    [AllowedChoices<Vocabulary.WithdrawalReasons>(orNull: true)]
    public required string? Reason { get; init; }

    /// <summary>The slug of the published record to show instead, as things are now; null: none.</summary>
    public required string? ReplacedBy { get; init; }

    /// <summary>The slug before; null: it wasn't renamed.</summary>
    public required string? RenamedFrom { get; init; }

    /// <summary>When (RFC 3339).</summary>
    public required DateTimeOffset At { get; init; }

    internal long Xid { get; init; }

    internal long Number { get; init; }
}
