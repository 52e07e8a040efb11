using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Documents.LanguageChoice;

/// <summary>Detects a language: by its script, or by the short words that every text of it has.</summary>
internal static partial class LanguageProfiles
{
    private const int MinHits = 3;
    private const double MinLead = 1.3;

    // Scripts that mostly one language is written in. Where it is several, letters that only one has come first.
    private static readonly (string Language, Regex Letters)[] Scripts =
    [
        ("ja", Kana()), ("ko", Hangul()), ("zh", Han()), ("am", Ethiopic()), ("hy", Armenian()), ("ka", Georgian()), ("el", Greek()),
        ("he", Hebrew()), ("th", Thai()), ("hi", Devanagari()), ("bn", Bengali()), ("my", Burmese()), ("km", Khmer()),
        ("ur", Urdu()), ("fa", Persian()), ("ar", Arabic()), ("uk", Ukrainian()), ("ru", Cyrillic()),
    ];

    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["en"] = "the and is to of you are what for in if your with how can do not this".Split(' '),
        ["es"] = "el los las que de y en es una por con para se su qué cómo usted puede".Split(' '),
        ["fr"] = "le les des et est vous une que pour dans du sur comment avec votre je peut il".Split(' '),
        ["de"] = "der die das und ist sie ein eine nicht wie mit für den auf was ich werden zu".Split(' '),
        ["it"] = "il lo gli che di e è una per con come del della sono può non cosa nel".Split(' '),
        ["pt"] = "o os as que de e é uma para com como do da não você em são pode".Split(' '),
        ["nl"] = "de het een en is van wat hoe voor met niet u kan op zijn ik je wordt".Split(' '),
        ["pl"] = "i w na nie jest się czy jak do że z są co dla można od oraz lub".Split(' '),
        ["sv"] = "och att det är en som på för inte hur kan jag du vad med av till ett".Split(' '),
        ["da"] = "og at det er en som på for ikke hvordan kan jeg du hvad med af til et".Split(' '),
        ["nb"] = "og å det er en som på for ikke hvordan kan jeg du hva med av til et".Split(' '),
        ["fi"] = "ja on ei se että miten mitä voi voiko mikä ovat myös kuin jos tai kun ole sekä".Split(' '),
        ["tr"] = "ve bir bu için ne nasıl mi ile da de olarak değil nedir mı var gibi daha veya".Split(' '),
        ["vi"] = "là và của có không được cho các những tôi bạn một trong để khi với thế nào".Split(' '),
        ["id"] = "yang dan di untuk dengan apa adalah ini itu tidak bagaimana saya anda dari pada bisa apakah atau".Split(' '),
        ["tl"] = "ang ng sa mga na ay ano kung hindi ko ako paano para ito at maaari po ba".Split(' '),
        ["ht"] = "ki nan pou yo sa ou mwen se ak yon gen pa kijan eske èske la si kapab".Split(' '),
        ["so"] = "waa oo ah ka ku iyo in maxaa sidee ma la kale uu ay soo leh aad waxaa".Split(' '),
        ["sw"] = "ya wa na kwa ni je katika za la nini kama hii cha au vipi ili yako kuwa".Split(' '),
        ["ro"] = "și este de la în care cu pentru nu ce cum sunt sau pot un o din pe".Split(' '),
        ["cs"] = "a je se na co jak že pro to nebo není jsou mohu při podle do v bude".Split(' '),
        ["hu"] = "a az és hogy nem mit mi van egy is ha vagy hogyan kell milyen meg lehet hol".Split(' '),
        ["ca"] = "el els les que de i és una per amb com del són pot no què als dels".Split(' '),
    };

    /// <returns>Null: too few words, or several languages have them.</returns>
    public static string? Detect(string text)
    {
        var letters = text.Count(char.IsLetter);
        foreach (var (language, script) in Scripts)
        {
            var share = language is "ja" or "uk" or "ur" or "fa" ? 0.02 : 0.3;
            var isMixed = language == "ja" && Han().Count(text) + Kana().Count(text) <= letters * 0.3;
            if (letters > 0 && !isMixed && script.Count(text) > letters * share)
            {
                return language;
            }
        }

        return DetectByWords(text);
    }

    private static string? DetectByWords(string text)
    {
        var words = Word().Matches(text)
            .CountBy(w => w.Value.ToLowerInvariant(), StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var scores = Words
            .Select(l => (Language: l.Key, Hits: l.Value.Sum(w => words.GetValueOrDefault(w)), Kinds: l.Value.Count(words.ContainsKey)))
            .OrderByDescending(l => l.Hits * l.Kinds)
            .ToArray();
        var (best, second) = (scores[0], scores[1]);
        return best.Kinds >= MinHits && best.Hits * best.Kinds >= second.Hits * second.Kinds * MinLead ? best.Language : null;
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\u3040-\u30FF]")]
    private static partial Regex Kana();

    [GeneratedRegex(@"[\uAC00-\uD7AF]")]
    private static partial Regex Hangul();

    [GeneratedRegex(@"[\u4E00-\u9FFF]")]
    private static partial Regex Han();

    [GeneratedRegex(@"[\u1200-\u137F]")]
    private static partial Regex Ethiopic();

    [GeneratedRegex(@"[\u0530-\u058F]")]
    private static partial Regex Armenian();

    [GeneratedRegex(@"[\u10A0-\u10FF]")]
    private static partial Regex Georgian();

    [GeneratedRegex(@"[\u0370-\u03FF]")]
    private static partial Regex Greek();

    [GeneratedRegex(@"[\u0590-\u05FF]")]
    private static partial Regex Hebrew();

    [GeneratedRegex(@"[\u0E00-\u0E7F]")]
    private static partial Regex Thai();

    [GeneratedRegex(@"[\u0900-\u097F]")]
    private static partial Regex Devanagari();

    [GeneratedRegex(@"[\u0980-\u09FF]")]
    private static partial Regex Bengali();

    [GeneratedRegex(@"[\u1000-\u109F]")]
    private static partial Regex Burmese();

    [GeneratedRegex(@"[\u1780-\u17FF]")]
    private static partial Regex Khmer();

    [GeneratedRegex(@"[ٹڈڑںےہ]")]
    private static partial Regex Urdu();

    [GeneratedRegex(@"[پچژگ]|[کی]")]
    private static partial Regex Persian();

    [GeneratedRegex(@"[\u0600-\u06FF]")]
    private static partial Regex Arabic();

    [GeneratedRegex(@"[іїєґІЇЄҐ]")]
    private static partial Regex Ukrainian();

    [GeneratedRegex(@"[\u0400-\u04FF]")]
    private static partial Regex Cyrillic();
}
