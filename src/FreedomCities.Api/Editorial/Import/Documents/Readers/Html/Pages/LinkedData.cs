using System.Text.Json;
using AngleSharp.Dom;
using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html.Pages;

/// <summary>
/// The questions that a page declares for search engines (FAQPage of schema.org, as JSON-LD), for pages whose scripts write the text.
/// </summary>
internal static class LinkedData
{
    public const string Remark = "The questions are those that the page declares for search engines (JSON-LD): its text has none of them.";

    /// <summary>The declared questions, each with its answer; none if the text has one of them.</summary>
    public static Block[] FindQuestions(IParentNode document, SourcePosition position, IEnumerable<Block> text)
    {
        var keys = QuestionText.ToKey(BlockText.Read(text));
        var declared = document.QuerySelectorAll("script[type='application/ld+json']")
            .SelectMany(script => Read(script.TextContent))
            .DistinctBy(q => q.Question, StringComparer.Ordinal)
            .ToArray();
        return declared.Any(q => keys.Contains(QuestionText.ToKey(q.Question), StringComparison.Ordinal))
            ? []
            : [.. declared.Select(q => ToBlock(q.Question, q.Answer, position))];
    }

    private static Block.Disclosure ToBlock(string question, string answer, SourcePosition position)
    {
        var summary = HtmlReader.ReadFragment(question, keepLines: false, _ => position.Number).Blocks;
        var body = HtmlReader.ReadFragment(answer, keepLines: false, _ => position.Number).Blocks;
        var content = summary is [Block.Paragraph paragraph] ? paragraph.Content : Inline.FromText(BlockText.Read(summary));
        return new Block.Disclosure(position, DisclosureKind.Item, content, body);
    }

    private static List<(string Question, string Answer)> Read(string json)
    {
        var found = new List<(string, string)>();
        try
        {
            using var document = JsonDocument.Parse(json);
            Collect(document.RootElement, found);
        }
        catch (JsonException)
        {
            // Browsers and search engines ignore it, too.
        }

        return found;
    }

    private static void Collect(JsonElement element, List<(string Question, string Answer)> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, found);
                }

                break;
            case JsonValueKind.Object when FindText(element, "name") is { } question
                && element.TryGetProperty("acceptedAnswer", out var accepted) && FindAnswer(accepted) is { } answer:
                found.Add((question, answer));
                break;
            case JsonValueKind.Object:
                foreach (var name in new[] { "@graph", "mainEntity", "mainEntityOfPage", "hasPart" })
                {
                    if (element.TryGetProperty(name, out var part))
                    {
                        Collect(part, found);
                    }
                }

                break;
        }
    }

    private static string? FindAnswer(JsonElement accepted) => accepted.ValueKind switch
    {
        JsonValueKind.Array when accepted.GetArrayLength() > 0 => FindAnswer(accepted[0]),
        JsonValueKind.Object => FindText(accepted, "text"),
        _ => null,
    };

    private static string? FindText(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
