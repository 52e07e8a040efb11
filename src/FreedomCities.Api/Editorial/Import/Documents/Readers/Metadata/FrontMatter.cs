using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Metadata;

/// <summary>The YAML (---) or TOML (+++) above a text, as site generators read it.</summary>
internal static partial class FrontMatter
{
    /// <returns>The front matter; null: there is none. In the text, blank lines are in its place.</returns>
    public static (MetadataNode? Metadata, string Text) Split(string text)
    {
        var match = Fence().Match(text);
        if (!match.Success)
        {
            return (null, text);
        }

        var inside = match.Groups["inside"].Value;
        var offset = text[..match.Groups["inside"].Index].Count(c => c == '\n');
        var metadata = match.Groups["fence"].Value == "+++" ? TomlMetadata.Read(inside, offset) : ReadYaml(inside, offset);
        return metadata.Members.Length == 0 && inside.Trim().Length > 0
            ? (null, text)
            : (metadata, new string('\n', match.Value.Count(c => c == '\n')) + text[match.Length..]);
    }

    /// <summary>An unquoted title with a colon is not YAML, but what authors write.</summary>
    private static MetadataNode ReadYaml(string yaml, int offset)
    {
        try
        {
            return YamlMetadata.Read(yaml, offset);
        }
        catch (ImportException) when (yaml.Split('\n').All(line => line.Trim().Length == 0 || PlainMember().IsMatch(line)))
        {
            return new MetadataNode(offset + 1, null, [], [.. yaml.Split('\n').Index()
                .Select(line => (line.Index, Match: PlainMember().Match(line.Item)))
                .Where(line => line.Match.Success)
                .Select(line => (
                    line.Match.Groups["name"].Value,
                    MetadataNode.FromText(offset + 1 + line.Index, line.Match.Groups["value"].Value.Trim('"', '\'', ' '))))]);
        }
    }

    [GeneratedRegex(
        @"\A\s*?(?<fence>---|\+\+\+)[ \t]*\n(?<inside>(.*\n)*?)\k<fence>[ \t]*(\n|\z)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\A(?<name>[\w-]+):(?<value>.*)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainMember();
}
