namespace FreedomCities.Api.Editorial.Import;

/// <summary>An entry of a document, what it was before, and whether it stays in its place.</summary>
internal sealed record EntryPlacement(EntryContent Content, KnownEntry? Known, bool Stays)
{
    /// <summary>
    /// An entry is its topic and question; one with the answer of an entry of the same document is that entry with a changed question.
    /// Those that follow each other as before stay in their places.
    /// </summary>
    /// <param name="known">The topic's entries in their order.</param>
    public static EntryPlacement[] Of(EntryContent[] contents, KnownEntry[] known, string sourceTitle)
    {
        var matches = Match(contents, known, sourceTitle);
        var ranks = known.Index().ToDictionary(k => k.Item.Id, k => k.Index);
        var last = -1;
        return [.. contents.Zip(matches, (content, match) =>
        {
            var stays = match is not null && ranks[match.Id] > last;
            last = stays ? ranks[match!.Id] : last;
            return new EntryPlacement(content.Keeping(match), match, stays);
        })];
    }

    private static KnownEntry?[] Match(EntryContent[] contents, KnownEntry[] known, string sourceTitle)
    {
        var byQuestion = known.ToLookup(k => k.Question, StringComparer.OrdinalIgnoreCase);
        var matches = contents.Select(c => byQuestion[c.Question].FirstOrDefault()).ToArray();
        var byAnswer = known.Except(matches.OfType<KnownEntry>()).Where(k => k.SourceTitle == sourceTitle)
            .GroupBy(k => k.Written, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new Queue<KnownEntry>(same), StringComparer.Ordinal);
        for (var i = 0; i < matches.Length; i++)
        {
            matches[i] ??= byAnswer.GetValueOrDefault(contents[i].Written) is { Count: > 0 } same ? same.Dequeue() : null;
        }

        return matches;
    }
}
