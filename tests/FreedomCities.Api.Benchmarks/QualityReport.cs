using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>What is printed of one set of judged queries: the same in every run.</summary>
internal sealed class QualityReport(DataSet set, string name, Func<string, Task<Found>> search, Func<string, Task<Found>> tsRank)
{
    private const int Seed = 1;

    private readonly Query[] _judged = [.. set.Queries.Where(q => q.Relevant.Count > 0)];

    /// <param name="sets">All sets of the run: the queries of another one in the same language are off-topic here.</param>
    public async Task Print(DataSet[] sets)
    {
        var entries = set.Entries is null ? "" : Invariant($"{set.Entries.Length} entries, ");
        var cut = _judged.Count(q => Typing.Cut(q.Text) != q.Text);
        Console.WriteLine(
            Invariant($"\n{set.Name}, {name}: {entries}{_judged.Length} judged queries{(cut > 0
                ? $", {cut} of them cut to the bounds of q"
                : "")}"));
        Console.WriteLine("                    search                           PostgreSQL, OR + ts_rank");
        Console.WriteLine("                       MRR     P@1     s@5  nDCG@10      MRR     P@1     s@5  nDCG@10");

        var random = new Random(Seed);
        var clean = await Row("clean", text => text);
        var edited = await Row("one edit", text => Typing.OneEdit(text, random));
        var plain = set.Language == "es" ? await Row("accents dropped", Typing.WithoutAccents) : null;

        Difference("MRR above ts_rank", clean.Search.Mrr - clean.TsRank.Mrr, least: IsTarget("en") ? 0.10 : null);
        Difference("MRR lost by one edit", clean.Search.Mrr - edited.Search.Mrr, most: IsTarget("en") ? 0.03 : null);
        if (plain is not null)
        {
            Difference("MRR lost by dropped accents", clean.Search.Mrr - plain.Search.Mrr, most: IsTarget("es") ? 0.015 : null);
        }

        await PrintConfidence(sets);
    }

    // The seed is too small for them.
    private bool IsTarget(string language) => set.Entries is not null && set.Language == language;

    private async Task<Both> Row(string name, Func<string, string> typed)
    {
        string[] texts = [.. _judged.Select(q => Typing.Cut(typed(Typing.Cut(q.Text))))];
        var both = new Both(Measures.Compute(await Answers(search, texts)), Measures.Compute(await Answers(tsRank, texts)));
        Console.WriteLine(Invariant($"  {name,-18}{Cells(both.Search)} {Cells(both.TsRank)}"));
        return both;
    }

    private async Task<(Query Query, Found Found)[]> Answers(Func<string, Task<Found>> method, string[] texts)
    {
        var answers = new List<(Query, Found)>();
        foreach (var (query, text) in _judged.Zip(texts))
        {
            answers.Add((query, await method(text)));
        }

        return [.. answers];
    }

    private async Task PrintConfidence(DataSet[] sets)
    {
        var answers = await Answers(search, [.. _judged.Select(q => Typing.Cut(q.Text))]);
        var confident = answers.Where(a => a.Found.Confident).ToArray();
        Share(
            "judged",
            answers.Length - confident.Length,
            answers.Length,
            Invariant($"; P@1 of the others {(confident is [] ? 0 : Measures.Compute(confident).First):0.000}"));
        await ShareOf("off-topic, of the set itself", set.Queries.Where(q => q.Relevant.Count == 0).Select(q => q.Text));
        await ShareOf("off-topic, everyday things", DataSet.OffTopic(set.Language));
        foreach (var other in sets.Where(s => s != set && s.Language == set.Language))
        {
            await ShareOf($"off-topic, of {other.Name}", other.Queries.Select(q => q.Text));
        }
    }

    private async Task ShareOf(string name, IEnumerable<string> texts)
    {
        var (unsure, asked) = (0, 0);
        foreach (var text in texts)
        {
            asked++;
            unsure += (await search(Typing.Cut(text))).Confident ? 0 : 1;
        }

        if (asked > 0)
        {
            Share(name, unsure, asked);
        }
    }

    private static void Share(string name, int unsure, int asked, string more = "") =>
        Console.WriteLine(Invariant($"  confident: false  {name,-30} {unsure,4} of {asked,4}  {100.0 * unsure / asked,5:0.0} %{more}"));

    private static void Difference(string name, double value, double? least = null, double? most = null)
    {
        var target = least is not null
            ? Invariant($"  at least {least:+0.000}")
            : most is not null ? Invariant($"  at most  {most,6:0.000}") : "";
        var mark = target is "" ? "" : value >= (least ?? value) && value <= (most ?? value) ? "  ✓" : "  ✗";
        Console.WriteLine(Invariant($"  {name,-30} {value,6:+0.000;-0.000}{target}{mark}"));
    }

    private static string Cells(Measures m) => Invariant($"{m.Mrr,8:0.000}{m.First,8:0.000}{m.Five,8:0.000}{m.Ndcg,9:0.000}");

    private sealed record Both(Measures Search, Measures TsRank);
}
