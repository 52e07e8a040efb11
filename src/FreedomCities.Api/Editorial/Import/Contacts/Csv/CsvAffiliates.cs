namespace FreedomCities.Api.Editorial.Import.Contacts.Csv;

/// <summary>The affiliates of contacts.csv. Each office repeats its own, or only its slug.</summary>
internal static class CsvAffiliates
{
    public static FileAffiliate[] Read(CsvRow[] rows, List<string> problems)
    {
        var affiliates = new List<FileAffiliate>();
        foreach (var offices in rows.Where(r => r.Find("affiliate") is not null).GroupBy(r => r.Find("affiliate")!, StringComparer.Ordinal))
        {
            var name = FindOnly(offices, CsvColumns.AffiliateName, problems);
            var url = FindOnly(offices, CsvColumns.AffiliateUrl, problems);
            if (name is null)
            {
                problems.Add(offices.First().Describe(CsvColumns.AffiliateName, $"is required for the affiliate {offices.Key}."));
            }

            affiliates.Add(new FileAffiliate(offices.Key, name ?? offices.Key, url));
        }

        return [.. affiliates];
    }

    private static string? FindOnly(IEnumerable<CsvRow> offices, string column, List<string> problems)
    {
        var named = offices.Where(r => r.Find(column) is not null).ToArray();
        problems.AddRange(named.Where(r => r.Find(column) != named[0].Find(column))
            .Select(r => r.Describe(column, $"differs from line {named[0].Line}.")));
        return named.FirstOrDefault()?.Find(column);
    }
}
