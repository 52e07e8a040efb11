using FreedomCities.Api.Content;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>Checks that the questions of a translation are in the order of the entries.</summary>
internal static class TranslationOrder
{
    private const double MinSimilarity = 0.75;

    /// <summary>A question is misplaced if it is more similar to the existing translation of another entry than to its own.</summary>
    /// <param name="translations">The existing questions in this language; empty: there is none.</param>
    /// <exception cref="ImportException">A question is misplaced.</exception>
    public static void Ensure(DocumentEntry[] entries, string[] slugs, string[] translations)
    {
        var similarities = entries
            .Zip(translations, (entry, question) => entry.Question == question ? 1 : NearestText.Similarity(entry.Question, question))
            .ToArray();
        var nearest = new NearestText(translations);
        var errors = new List<string>();
        foreach (var (i, entry) in entries.Index().Where(e => similarities[e.Index] < 1))
        {
            var (other, similarity) = nearest.Find(entry.Question);
            if (similarity > MinSimilarity && similarity > similarities[i] && similarity > similarities[other])
            {
                errors.Add(
                    $"line {entry.Line}: \"{entry.Question}\" is at the position of the entry {slugs[i]}, " +
                    $"but resembles the current translation of {slugs[other]}, \"{translations[other]}\". " +
                    "Put the questions in the order of the entries.");
            }
        }

        if (errors.Count > 0)
        {
            throw new ImportException([.. errors]);
        }
    }
}
