using System.Globalization;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Metadata;

/// <summary>What front matter says of its document: title, language, date, and questions that are lists in it.</summary>
internal static class MetadataDocument
{
    private static readonly string[] TitleNames = ["title"];
    private static readonly string[] LanguageNames = ["lang", "language", "locale"];
    private static readonly string[] DateNames = ["lastmod", "lastmodified", "lastupdated", "updated", "modified", "date", "published"];

    /// <summary>Adds the front matter to the document below it.</summary>
    public static SourceDocument Merge(MetadataNode metadata, SourceDocument document)
    {
        var (entries, rest) = MetadataEntries.Find(metadata);
        var title = Find(metadata, TitleNames);
        var language = Find(metadata, LanguageNames);
        var leftOut = rest.Where(m => m.Name != title.Name && m.Text.Length > 0).Select(m => $"{m.Name}: {m.Text}").ToArray();
        return document with
        {
            Blocks = [.. entries.SelectMany(e => e.Blocks), .. document.Blocks],
            Title = title.Text is null ? document.Title : Collapse(title.Text),
            Language = language.Text ?? document.Language,
            Date = DateNames.Select(name => ParseDate(Find(metadata, [name]).Text)).FirstOrDefault(d => d is not null) ?? document.Date,
            LeftOut =
            [
                .. Describe(metadata, leftOut),
                .. entries.SelectMany(e => e.LeftOut),
                .. document.LeftOut,
            ],
        };
    }

    private static (string? Name, string? Text) Find(MetadataNode metadata, string[] names) =>
        metadata.Members
            .Where(m => m.Value.Text is { Length: > 0 } && names.Contains(Simplify(m.Name), StringComparer.Ordinal))
            .Select(m => (m.Name, m.Value.Text))
            .FirstOrDefault();

    private static LeftOut[] Describe(MetadataNode metadata, string[] members) =>
        members.Length == 0 ? [] : [new LeftOut(new SourcePosition(metadata.Line), "front matter", string.Join("; ", members))];

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Simplify(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static DateOnly? ParseDate(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? DateOnly.FromDateTime(date.Date)
            : null;
}
