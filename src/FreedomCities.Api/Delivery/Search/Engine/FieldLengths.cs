namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>The average length of each field in characters, over the documents that have the field.</summary>
internal sealed record FieldLengths(double Title, double Context, double Aliases, double Body)
{
    /// <summary>Of FAQ entries, or of all documents if there is no entry.</summary>
    public static FieldLengths Average(List<SearchDocument> documents)
    {
        var faqs = documents.FindAll(d => d.Type == "faq");
        faqs = faqs.Count > 0 ? faqs : documents;
        return new FieldLengths(
            Average(faqs.Select(d => d.Title.Length)),
            Average(faqs.Select(d => d.Context.Length)),
            Average(faqs.Select(d => d.Aliases.Sum(a => a.Length + 1) - 1)),
            Average(faqs.Select(d => System.Text.Encoding.UTF8.GetCharCount(d.Body))));
    }

    private static double Average(IEnumerable<int> lengths) => lengths.Where(n => n > 0).DefaultIfEmpty(1).Average();
}
