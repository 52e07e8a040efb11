namespace FreedomCities.Api.Editorial.Import.Documents.Planning;

/// <summary>The plan for an entry of a document: its content, the existing entry, and whether that keeps its position.</summary>
internal sealed record EntryPlacement(EntryContent Content, ExistingEntry? Existing, bool KeepsPosition)
{
    /// <summary>
    /// Matches entries by question, then by the answer of an entry from the same source. Entries in their former order keep their
    /// positions.
    /// </summary>
    /// <param name="existing">The topic's entries in their order.</param>
    /// <param name="topic">The slug of the document's topic.</param>
    public static EntryPlacement[] Plan(EntryContent[] contents, ExistingEntry[] existing, string sourceTitle, string topic)
    {
        var matches = Match(contents, existing, sourceTitle, topic);
        var ranks = existing.Index().ToDictionary(e => e.Item.Id, e => e.Index);
        var last = -1;
        return [.. contents.Zip(matches, (content, match) =>
        {
            var keepsPosition = match is not null && ranks[match.Id] > last;
            last = keepsPosition ? ranks[match!.Id] : last;
            return new EntryPlacement(content.MergeWith(match), match, keepsPosition);
        })];
    }

    /// <summary>The entry with the same question, in the same section if several ask it.</summary>
    private static ExistingEntry? FindSame(EntryContent content, IEnumerable<ExistingEntry> same, string topic) =>
        content.Section is { } section
            ? same.FirstOrDefault(e => e.Topics.Contains(EntryContent.ToSectionSlug(topic, section), StringComparer.Ordinal))
                ?? same.FirstOrDefault(e => e.Topics is [_])
            : same.FirstOrDefault();

    /// <summary>An entry can be only one of the document's.</summary>
    private static void RemoveDoubles(ExistingEntry?[] matches)
    {
        var seen = new HashSet<Guid>();
        for (var i = 0; i < matches.Length; i++)
        {
            matches[i] = matches[i] is { } match && seen.Add(match.Id) ? match : null;
        }
    }

    private static ExistingEntry?[] Match(EntryContent[] contents, ExistingEntry[] existing, string sourceTitle, string topic)
    {
        var byQuestion = existing.ToLookup(e => e.Question, StringComparer.OrdinalIgnoreCase);
        var matches = contents.Select(c => FindSame(c, byQuestion[c.Question], topic)).ToArray();
        RemoveDoubles(matches);
        var byAnswer = existing.Except(matches.OfType<ExistingEntry>()).Where(e => e.SourceTitle == sourceTitle)
            .GroupBy(e => e.Written, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new Queue<ExistingEntry>(same), StringComparer.Ordinal);
        for (var i = 0; i < matches.Length; i++)
        {
            matches[i] ??= byAnswer.GetValueOrDefault(contents[i].Written) is { Count: > 0 } same ? same.Dequeue() : null;
        }

        return matches;
    }
}
