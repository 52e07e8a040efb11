namespace FreedomCities.Api.Benchmarks;

/// <summary>Quality measures of ranked results, averaged over queries, from 0 to 1.</summary>
/// <param name="Mrr">Mean reciprocal rank of the first relevant result among 20.</param>
/// <param name="First">The first is relevant (P@1).</param>
/// <param name="Five">One of the first five is relevant (success@5).</param>
/// <param name="Ndcg">nDCG@10, with the grades as gains.</param>
internal sealed record Measures(double Mrr, double First, double Five, double Ndcg)
{
    public static Measures Compute(IReadOnlyCollection<(Query Query, Found Found)> answers)
    {
        int[] ranks = [.. answers.Select(a => Array.FindIndex(a.Found.Slugs, a.Query.Relevant.ContainsKey))];
        return new Measures(
            ranks.Average(r => r < 0 ? 0 : 1.0 / (r + 1)),
            ranks.Average(r => r == 0 ? 1.0 : 0),
            ranks.Average(r => r is >= 0 and < 5 ? 1.0 : 0),
            answers.Average(
                a => Gain(
                    a.Found.Slugs.Select(s => a.Query.Relevant.GetValueOrDefault(s))) / Gain(a.Query.Relevant.Values.OrderDescending())));
    }

    private static double Gain(IEnumerable<int> grades) => grades.Take(10).Select((grade, i) => grade / Math.Log2(i + 2)).Sum();
}
