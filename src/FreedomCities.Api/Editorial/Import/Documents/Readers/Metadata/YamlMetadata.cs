using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Metadata;

/// <summary>Reads YAML. Aliases are not resolved: a few lines of them can stand for gigabytes.</summary>
internal static class YamlMetadata
{
    /// <param name="lineOffset">The number of lines above the text.</param>
    public static MetadataNode Read(string yaml, int lineOffset)
    {
        try
        {
            var parser = new Parser(new Scanner(new StringReader(yaml)));
            while (parser.MoveNext() && parser.Current is StreamStart or DocumentStart or Comment)
            {
            }

            return parser.Current is NodeEvent ? ReadNode(parser, lineOffset + 1, depth: 0) : MetadataNode.FromText(lineOffset + 1, "");
        }
        catch (YamlException e)
        {
            throw new ImportException($"line {e.Start.Line + lineOffset}: the front matter is not valid YAML. {e.Message}");
        }
    }

    private static MetadataNode ReadNode(Parser parser, int firstLine, int depth)
    {
        if (depth > MetadataNode.MaxDepth)
        {
            throw new ImportException("The front matter is nested too deeply.");
        }

        var line = (int)parser.Current!.Start.Line + firstLine - 1;
        switch (parser.Current)
        {
            case SequenceStart:
                var items = new List<MetadataNode>();
                while (Next(parser) is not SequenceEnd)
                {
                    items.Add(ReadNode(parser, firstLine, depth + 1));
                }

                return new MetadataNode(line, null, [.. items], []);
            case MappingStart:
                return new MetadataNode(line, null, [], [.. ReadMembers(parser, firstLine, depth)]);
            case Scalar scalar:
                var isBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
                return MetadataNode.FromText(isBlock ? line + 1 : line, scalar.Value);
            default:
                return MetadataNode.FromText(line, parser.Current is AnchorAlias alias ? $"*{alias.Value}" : "");
        }
    }

    private static List<(string Name, MetadataNode Value)> ReadMembers(Parser parser, int firstLine, int depth)
    {
        var members = new List<(string, MetadataNode)>();
        while (Next(parser) is not MappingEnd)
        {
            var name = ReadNode(parser, firstLine, depth + 1).Flatten();
            Next(parser);
            members.Add((name, ReadNode(parser, firstLine, depth + 1)));
        }

        return members;
    }

    private static ParsingEvent Next(Parser parser)
    {
        do
        {
            if (!parser.MoveNext())
            {
                throw new YamlException("It ends too early.");
            }
        }
        while (parser.Current is Comment);

        return parser.Current!;
    }
}
