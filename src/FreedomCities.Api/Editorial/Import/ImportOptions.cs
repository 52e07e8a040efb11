using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>How to import a document; the defaults suit a corrected copy of one that was imported before.</summary>
internal sealed record ImportOptions
{
    public string Language { get; init; } = "en";

    /// <summary>Slug of the topic; null: as the title says.</summary>
    public string? Topic { get; init; }

    /// <summary>ISO 3166-2; null: as it was.</summary>
    public string? Jurisdiction { get; init; }

    public string? SourceTitle { get; init; }

    /// <summary>Slug of the topic whose entries the document translates, each question the entry in its place; null: it is an original.</summary>
    public string? Translates { get; init; }

    /// <summary>human, machine or machine-reviewed; null: human what is new or changed, the rest as it was.</summary>
    public string? Origin { get; init; }

    public Significance Significance { get; init; } = Significance.Major;
}
