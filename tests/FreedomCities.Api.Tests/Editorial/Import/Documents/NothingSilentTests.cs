using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Import.Documents;
using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Documents.Readers;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

/// <summary>Every letter of a document is in an entry, the title, or what the report names as left out.</summary>
public sealed partial class NothingSilentTests
{
    private static readonly string[] Words = ["library", "card", "week", "book", "children", "opens", "pays", "¿qué", "größe", "图书", "كتاب"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void GeneratedDocument_LosesNoLetter(int seed)
    {
        var random = new Random(seed);
        var text = Generate(random);

        var document = FaqDocument.Parse(text);

        var words = text.Replace("summary>", "", StringComparison.Ordinal).Replace("details>", "", StringComparison.Ordinal);
        Assert.Equal(Count([words]), Count(Read(document)));
    }

    [Fact]
    public async Task RealDocuments_LoseNoLetter()
    {
        foreach (var path in Directory.GetFileSystemEntries(Path.Combine(RealDocuments.Folder, "documents")).Order(StringComparer.Ordinal))
        {
            await LosesNoLetter(path);
        }
    }

    private static async Task LosesNoLetter(string path)
    {
        var file = await ImportFileReader.Read(new FileInfo(path), TestContext.Current.CancellationToken);
        try
        {
            var (_, document) = Assert.Single(DocumentFiles.Read(file, headings: false));
            var sources = file.Folder is { } folder ? folder.Files.Select(Read).ToArray() : [Read(file)];
            var titles = file.Folder is null ? [] : sources.Select(s => s.Title ?? "");

            // The front matter's title is a copy of a heading in some documents, and the only one in others.
            Assert.Equal(
                Count(sources.SelectMany(Read).Concat(titles).Select(text => LiteralTarget().Replace(text, ""))),
                Count(Read(document with { Title = IsDeclared(sources, document.Title) ? null : document.Title })));
        }
        catch (ImportException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }

    private static bool IsDeclared(IEnumerable<SourceDocument> sources, string? title) =>
        sources.Any(s => s.Title == title && !s.Blocks.OfType<Block.Heading>().Any(h => h.Content.Text == title));

    private static SourceDocument Read(ImportFile file) => DocumentReader.Read(file.Name, file.Bytes);

    private static IEnumerable<string> Read(SourceDocument source) =>
        [BlockText.Read(source.Blocks), .. source.Notes.Select(n => BlockText.Read(n.Blocks)), .. source.LeftOut.Select(l => l.Text)];

    private static IEnumerable<string> Read(FaqDocument document) =>
    [
        document.Title ?? "",
        .. document.Entries.SelectMany(e => (string[])[e.Question, Markdown.PlainText(e.Answer), .. e.Aliases ?? []]),
        .. document.LeftOut.Select(l => l.Text),
    ];

    private static string Count(IEnumerable<string> texts) => string.Concat(
        texts.SelectMany(t => t.Normalize(NormalizationForm.FormKC))
            .Where(char.IsLetterOrDigit)
            .CountBy(c => c)
            .OrderBy(c => c.Key)
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}{c.Value} ")));

    // What an author types as [text](address) in Word becomes a link.
    [GeneratedRegex(@"\]\(\s?https?://[^)]*\)")]
    private static partial Regex LiteralTarget();

    private static string Generate(Random random)
    {
        var form = random.Next(5);
        var text = new StringBuilder($"# {Sentence(random)}\n\n");
        text.Append(random.Next(2) == 0 ? $"{Sentence(random)}.\n\n" : "");
        foreach (var number in Enumerable.Range(1, random.Next(2, 6)))
        {
            text.Append(random.Next(4) == 0 && form != 0 ? $"## {Sentence(random)}\n\n" : "");
            var question = $"{Sentence(random)} {number}?";
            var answer = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Part(random)));
            text.Append(form switch
            {
                0 => $"## {number}. {question}\n\n{answer}",
                1 => $"**{question}**\n\n{answer}",
                2 => $"Q: {question}\nA: {answer}",
                3 => $"<details><summary>{question}</summary>\n\n{answer}</details>\n\n",
                _ => $"### {question}\n\n{answer}---\n\n",
            });
        }

        return text.ToString();
    }

    private static string Part(Random random) => random.Next(6) switch
    {
        0 => $"- {Sentence(random)}\n- *{Sentence(random)}*\n\n  {Sentence(random)}\n\n",
        1 => $"> {Sentence(random)}\n\n",
        2 => $"```\n{Sentence(random)} *x*\n```\n\n",
        3 => $"| {Sentence(random)} | b |\n|---|---|\n| {Sentence(random)} | ~~old~~ |\n\n",
        4 => $"{Sentence(random)}.[^{random.Next(3)}] **{Sentence(random)}:**{Sentence(random)} 2 * 3\n{Sentence(random)}\n\n"
            .Replace("[^", "\\[", StringComparison.Ordinal),
        _ => $"* {Sentence(random)}\n* {Sentence(random)}\n\n",
    };

    private static string Sentence(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Words[random.Next(Words.Length)]));
}
