namespace FreedomCities.Api.Editorial.Import.Documents.Planning;

/// <summary>An entry of a topic, as it is in the database.</summary>
internal sealed record ExistingEntry
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string Question { get; init; }

    public required string Written { get; init; }

    public required string[] Aliases { get; init; }

    public required string? Jurisdiction { get; init; }

    /// <summary>The position in the order of all entries: a number of any precision, as text.</summary>
    public required string Position { get; init; }

    public required string Status { get; init; }

    public required string Origin { get; init; }

    public required bool Outdated { get; init; }

    public required string ContentHash { get; init; }

    public required string SourceTitle { get; init; }

    /// <summary>The slugs of all its topics.</summary>
    public required string[] Topics { get; init; }

    public required Guid[] Resources { get; init; }

    public required Guid[] Contacts { get; init; }

    /// <summary>Whether an import leaves the entry unchanged.</summary>
    /// <param name="origin">Null: any.</param>
    public bool Matches(EntryContent content, string? origin) =>
        Status == "published"
        && Question == content.Question
        && Written == content.Written
        && HasSameText(content, origin)
        && (content.Jurisdiction is null || Jurisdiction == content.Jurisdiction)
        && (content.Aliases is null || Aliases.AsSpan().SequenceEqual(content.Aliases))
        && Resources.AsSpan().SequenceEqual(content.Resources)
        && Contacts.AsSpan().SequenceEqual(content.Contacts);

    /// <summary>Whether the published text and its origin are the same. Other data of the entry may differ.</summary>
    public bool HasSameText(EntryContent content, string? origin) => ContentHash == content.Hash && (origin is null || Origin == origin);
}
