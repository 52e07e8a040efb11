namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>The plan for an entry of a document: its content, the existing entry, and whether that keeps its position.</summary>
internal sealed record EntryPlacement(EntryContent Content, ExistingEntry? Existing, bool KeepsPosition)
{
    /// <summary>
    /// Matches entries by question, then by the answer of an entry from the same source. Entries in their former order keep their
    /// positions.
    /// </summary>
    /// <param name="existing">The topic's entries in their order.</param>
    public static EntryPlacement[] Plan(EntryContent[] contents, ExistingEntry[] existing, string sourceTitle)
    {
        var matches = Match(contents, existing, sourceTitle);
        var ranks = existing.Index().ToDictionary(e => e.Item.Id, e => e.Index);
        var last = -1;
        return [.. contents.Zip(matches, (content, match) =>
        {
            var keepsPosition = match is not null && ranks[match.Id] > last;
            last = keepsPosition ? ranks[match!.Id] : last;
            return new EntryPlacement(content.MergeWith(match), match, keepsPosition);
        })];
    }

    private static ExistingEntry?[] Match(EntryContent[] contents, ExistingEntry[] existing, string sourceTitle)
    {
        var byQuestion = existing.ToLookup(e => e.Question, StringComparer.OrdinalIgnoreCase);
        var matches = contents.Select(c => byQuestion[c.Question].FirstOrDefault()).ToArray();
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
