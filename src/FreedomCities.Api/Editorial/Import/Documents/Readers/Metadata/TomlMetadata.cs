using System.Globalization;
using Tomlyn;
using Tomlyn.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Metadata;

/// <summary>Reads TOML.</summary>
internal static class TomlMetadata
{
    /// <param name="lineOffset">The number of lines above the text.</param>
    public static MetadataNode Read(string toml, int lineOffset)
    {
        EnsureFlat(toml);
        try
        {
            return Convert(TomlSerializer.Deserialize<TomlTable>(toml) ?? [], lineOffset + 1);
        }
        catch (TomlException e)
        {
            throw new ImportException($"line {lineOffset + 1}: the front matter is not valid TOML. {e.Message}");
        }
    }

    private static void EnsureFlat(string toml)
    {
        var depth = 0;
        foreach (var c in toml)
        {
            depth = c switch
            {
                '[' or '{' => depth + 1,
                ']' or '}' => Math.Max(depth - 1, 0),
                _ => depth,
            };
            if (depth > MetadataNode.MaxDepth)
            {
                throw new ImportException("The front matter is nested too deeply.");
            }
        }
    }

    // The model of the parser has no lines: all values are at the first.
    private static MetadataNode Convert(object? value, int line) => value switch
    {
        TomlTable table => new MetadataNode(line, null, [], [.. table.Select(m => (m.Key, Convert(m.Value, line)))]),
        TomlTableArray tables => new MetadataNode(line, null, [.. tables.Select(t => Convert(t, line))], []),
        TomlArray items => new MetadataNode(line, null, [.. items.Select(i => Convert(i, line))], []),
        string text => MetadataNode.FromText(line, text),
        _ => MetadataNode.FromText(line, System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };
}
