namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>An entry of a document, what it was before, and whether it stays in its place.</summary>
internal sealed record EntryPlacement(EntryContent Content, ExistingEntry? Known, bool Stays)
{
    /// <summary>
    /// An entry is its topic and question; one with the answer of an entry of the same document is that entry with a changed question.
    /// Those that follow each other as before stay in their places.
    /// </summary>
    /// <param name="known">The topic's entries in their order.</param>
    public static EntryPlacement[] PlaceAll(EntryContent[] contents, ExistingEntry[] known, string sourceTitle)
    {
        var matches = Match(contents, known, sourceTitle);
        var ranks = known.Index().ToDictionary(k => k.Item.Id, k => k.Index);
        var last = -1;
        return [.. contents.Zip(matches, (content, match) =>
        {
            var stays = match is not null && ranks[match.Id] > last;
            last = stays ? ranks[match!.Id] : last;
            return new EntryPlacement(content.MergeWith(match), match, stays);
        })];
    }

    private static ExistingEntry?[] Match(EntryContent[] contents, ExistingEntry[] known, string sourceTitle)
    {
        var byQuestion = known.ToLookup(k => k.Question, StringComparer.OrdinalIgnoreCase);
        var matches = contents.Select(c => byQuestion[c.Question].FirstOrDefault()).ToArray();
        var byAnswer = known.Except(matches.OfType<ExistingEntry>()).Where(k => k.SourceTitle == sourceTitle)
            .GroupBy(k => k.Written, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new Queue<ExistingEntry>(same), StringComparer.Ordinal);
        for (var i = 0; i < matches.Length; i++)
        {
            matches[i] ??= byAnswer.GetValueOrDefault(contents[i].Written) is { Count: > 0 } same ? same.Dequeue() : null;
        }

        return matches;
    }
}
