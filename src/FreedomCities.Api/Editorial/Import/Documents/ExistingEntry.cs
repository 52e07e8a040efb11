namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>An entry of a topic as an earlier import left it.</summary>
internal sealed record ExistingEntry
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string Question { get; init; }

    public required string Written { get; init; }

    public required string[] Aliases { get; init; }

    public required string? Jurisdiction { get; init; }

    /// <summary>Its place in the whole collection: a number of any precision, as text.</summary>
    public required string Position { get; init; }

    public required string Status { get; init; }

    public required string Origin { get; init; }

    public required bool Outdated { get; init; }

    public required string ContentHash { get; init; }

    public required string SourceTitle { get; init; }

    public required Guid[] Resources { get; init; }

    public required Guid[] Contacts { get; init; }

    /// <param name="origin">Null: whoever wrote it.</param>
    public bool Matches(EntryContent content, string? origin) =>
        Status == "published"
        && Question == content.Question
        && Written == content.Written
        && HasWordsOf(content, origin)
        && (content.Jurisdiction is null || Jurisdiction == content.Jurisdiction)
        && (content.Aliases is null || Aliases.AsSpan().SequenceEqual(content.Aliases))
        && Resources.AsSpan().SequenceEqual(content.Resources)
        && Contacts.AsSpan().SequenceEqual(content.Contacts);

    /// <summary>Whether readers see the same words by the same author, whatever else of the entry changes.</summary>
    public bool HasWordsOf(EntryContent content, string? origin) => ContentHash == content.Hash && (origin is null || Origin == origin);
}
