using System.Collections.Frozen;
using FreedomCities.Api.Content;

namespace FreedomCities.Api.Delivery.Search.Queries;

/// <summary>Words that say little about what is asked, folded, of the languages of the interface.</summary>
internal static class StopWords
{
    // A single word may be one of another language: German was, French on.
    private const int MinHits = 2;
    private const double MinShare = 0.3;

    private static readonly Dictionary<string, FrozenSet<string>> ByLanguage = new(StringComparer.Ordinal)
    {
        ["en"] = Fold(
            """
            a an the and or but if then than of to in on at by for with from into about as is are was were be been being am do does did done
            have has had having i me my mine we us our ours you your yours he him his she her hers it its they them their theirs this that
            these those what which who whom whose when where why how can could should would may might must will shall not no nor so too very
            just also any some all each there here out up down over under again more most other such only own same
            """),
        ["es"] = Fold(
            """
            el la los las un una unos unas y e o u de del al a en con sin por para que qué como cómo se su sus lo le les me mi mis te tu tus
            nos es son era fue ser está están estar hay ha han he no si sí más muy pero cuando cuándo donde dónde quien quién cual cuál
            cuáles este esta esto estos estas ese esa eso puede puedo pueden debe debo hace hacer tiene tengo
            """),
    };

    /// <param name="language">A primary subtag (RFC 5646), lower case.</param>
    /// <param name="word">Folded.</param>
    public static bool Contains(string language, string word) =>
        ByLanguage.TryGetValue(language, out var words) && words.Contains(word);

    /// <summary>The language that has the most of these words. Null: too few, or several have as many.</summary>
    public static string? DetectLanguage(IEnumerable<string> words)
    {
        var found = words.Distinct(StringComparer.Ordinal).ToArray();
        var counts = ByLanguage
            .Select(l => (Language: l.Key, Count: found.Count(l.Value.Contains)))
            .OrderByDescending(l => l.Count)
            .ToArray();
        var least = Math.Max(MinHits, found.Length * MinShare);
        return counts[0].Count > counts[1].Count && counts[0].Count >= least ? counts[0].Language : null;
    }

    private static FrozenSet<string> Fold(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Folding.Fold).ToFrozenSet(StringComparer.Ordinal);
}
