namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Metadata;

/// <summary>A value of front matter: a text, a list or a table of members.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
internal sealed record MetadataNode(int Line, string? Text, MetadataNode[] Items, (string Name, MetadataNode Value)[] Members)
{
    public const int MaxDepth = 64;

    /// <summary>The items of a list, or the values of a table of tables.</summary>
    public MetadataNode[] Rows =>
        Items.Length == 0 && Members.Length > 1 && Members.All(m => m.Value.Members.Length > 0) ? [.. Members.Select(m => m.Value)] : Items;

    public static MetadataNode FromText(int line, string text) => new(line, text, [], []);

    /// <summary>All names and texts, one after the other.</summary>
    public string Flatten() => Text ?? string.Join("; ", Items.Select(i => i.Flatten())
        .Concat(Members.Select(m => $"{m.Name}: {m.Value.Flatten()}")));
}
