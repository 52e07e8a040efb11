using FreedomCities.Api.Database;
using FreedomCities.Api.Editorial.Publishing;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import.Documents.Planning;

/// <summary>Gives out slugs of a type that no record has or had: slug, slug-2, slug-3 …</summary>
internal sealed class SlugAllocation
{
    private const int Step = 100;

    private const string TakenSql = "select slug from slug_history where type = @Type and slug = any (@Slugs)";

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <param name="wanted">The slugs that new records ask for; one that several records ask for occurs several times.</param>
    public static async Task<SlugAllocation> Load(
        NpgsqlConnection connection, string type, IEnumerable<string> wanted, CancellationToken ct)
    {
        var allocation = new SlugAllocation();
        var open = wanted.CountBy(slug => slug, StringComparer.Ordinal).ToArray();
        for (var from = 1; open.Length > 0; from += from == 1 ? 1 : Step)
        {
            var count = from == 1 ? 1 : Step;
            var candidates = open.SelectMany(w => Enumerable.Range(from, count).Select(n => Slugs.Numbered(w.Key, n))).ToArray();
            allocation._taken.UnionWith(await connection.Query<string>(TakenSql, new { Type = type, Slugs = candidates }, ct));
            var last = from + count - 1;
            open = [.. open.Where(w => Enumerable.Range(1, last).Count(n => allocation.IsFree(w.Key, n)) < w.Value)];
        }

        return allocation;
    }

    public string Take(string slug)
    {
        for (var n = 1; ; n++)
        {
            if (_taken.Add(Slugs.Numbered(slug, n)))
            {
                return Slugs.Numbered(slug, n);
            }
        }
    }

    private bool IsFree(string slug, int n) => !_taken.Contains(Slugs.Numbered(slug, n));
}
