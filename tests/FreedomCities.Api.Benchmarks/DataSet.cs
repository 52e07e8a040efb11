using System.Globalization;
using System.Text.Json;

namespace FreedomCities.Api.Benchmarks;

/// <summary>A question and its answer; <paramref name="Section"/> becomes its topic.</summary>
internal sealed record Entry(string Section, string Question, string Answer);

/// <summary>What a reader typed, and the slugs that answer it with their grades; none: off-topic.</summary>
internal sealed record Query(string Text, IReadOnlyDictionary<string, int> Relevant);

/// <summary>Judged queries over entries of one language.</summary>
/// <param name="Entries">Null: what the service is seeded with.</param>
internal sealed record DataSet(string Name, string Language, Entry[]? Entries, Query[] Queries)
{
    /// <summary>The types of records that are judged.</summary>
    public string[] Types => Entries is null ? ["faq", "resource"] : ["faq"];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The seed's own judged queries, a set for each language.</summary>
    public static DataSet[] Seed()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "seed");
        var relevant = Relevant(folder, slug => slug);
        return
        [
            .. Lines<QueryLine>(folder, "queries.jsonl").GroupBy(q => q.Lang, StringComparer.Ordinal)
                .Select(g => new DataSet($"seed, {g.Key}", g.Key, Entries: null, Judged(g, relevant))),
        ];
    }

    /// <summary>The folder, when it is a data set, or those in it.</summary>
    public static DataSet[] LoadAll(string folder)
    {
        string[] folders = Directory.Exists(folder) ? [folder, .. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)] : [];
        DataSet[] sets = [.. folders.Where(f => File.Exists(Path.Combine(f, "entries.jsonl"))).Select(Read)];
        return sets is []
            ? throw new ConfigurationException($"{folder} neither is nor holds a data set (entries.jsonl, queries.jsonl, relevant.tsv).")
            : sets;
    }

    /// <summary>Off-topic questions that come with the program.</summary>
    public static string[] OffTopic(string language) =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "off-topic", language + ".txt"));

    private static DataSet Read(string folder)
    {
        var name = Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar));
        EntryLine[] lines = [.. Lines<EntryLine>(folder, "entries.jsonl")];
        var slugs = lines.Index().ToDictionary(l => l.Item.Id, l => Fill.Slug(l.Index), StringComparer.Ordinal);
        return new DataSet(
            name,
            name.EndsWith("-es", StringComparison.Ordinal) ? "es" : "en",
            [.. lines.Select(l => new Entry(l.Section is { Length: > 0 } section ? section : name, l.Question, l.Answer))],
            Judged(Lines<QueryLine>(folder, "queries.jsonl"), Relevant(folder, id => slugs[id])));
    }

    private static Query[] Judged(IEnumerable<QueryLine> queries, ILookup<string, (string Slug, int Grade)> relevant) =>
        [.. queries.Select(q => new Query(q.Text, relevant[q.Id].ToDictionary(r => r.Slug, r => r.Grade, StringComparer.Ordinal)))];

    private static ILookup<string, (string Slug, int Grade)> Relevant(string folder, Func<string, string> slug) =>
        File.ReadLines(Path.Combine(folder, "relevant.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => (Query: cells[0], Slug: slug(cells[1]), Grade: int.Parse(cells[2], CultureInfo.InvariantCulture)))
            .Where(r => r.Grade > 0)
            .ToLookup(r => r.Query, r => (r.Slug, r.Grade), StringComparer.Ordinal);

    private static IEnumerable<T> Lines<T>(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<T>(l, Options)!);

    private sealed record EntryLine(string Id, string? Section, string Question, string Answer);

    private sealed record QueryLine(string Id, string Text, string Lang = "en");
}
