using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>How to import a file. The defaults are those for a corrected copy of an imported document.</summary>
internal sealed record ImportOptions
{
    public string Language { get; init; } = "en";

    /// <summary>Take the language that a document declares or seems to be in, instead of <see cref="Language"/>.</summary>
    public bool ProposesLanguage { get; init; }

    /// <summary>Import all headings of a document's most regular level, with or without question marks.</summary>
    public bool Headings { get; init; }

    /// <summary>The date of the document; null: the one that it declares.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Slug of the topic; null: derived from the title.</summary>
    public string? Topic { get; init; }

    /// <summary>ISO 3166-2; null: unchanged.</summary>
    public string? Jurisdiction { get; init; }

    public string? SourceTitle { get; init; }

    /// <summary>Slug of the topic that the document translates, question by question; null: it is an original.</summary>
    public string? Translates { get; init; }

    /// <summary>human, machine or machine-reviewed; null: human for new and changed texts, unchanged for the others.</summary>
    public string? Origin { get; init; }

    public Significance Significance { get; init; } = Significance.Major;
}
