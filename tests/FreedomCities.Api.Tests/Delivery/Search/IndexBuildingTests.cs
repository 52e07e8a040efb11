using FreedomCities.Api.Delivery.Search;
using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Delivery.Search.Engine.Building;

namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>An index has the postings of its documents, and the spell checker their words.</summary>
public sealed class IndexBuildingTests
{
    private const int LongestWord = SpellChecker.MaxWordLength;

    [Fact]
    public void Document_HasNothingOfTheOneBefore()
    {
        var with = SearchDocuments.Faq("May the sheriff ask?", "The warrant is signed.");
        var without = SearchDocuments.Faq("Where is the office?", "It is downtown.");

        Assert.Equal([with], Find([with, without], "warrant"));
        Assert.Equal([without], Find([with, without], "downtown"));
    }

    [Fact]
    public void TermInSeveralFields_IsOnePostingAndWeighsMore()
    {
        var both = SearchDocuments.Faq("Where?", "Call the sheriff.", "sheriff");
        var one = SearchDocuments.Faq("Where?", "Call the sheriff.", "mayor");

        Assert.Equal([both, one], Find([one, both], "sheriff"));
        Assert.Single(Build([both]).Segments[0].FindDocuments(TermExtractor.StemPrefix("sheriff")));
    }

    [Theory]
    [InlineData(LongestWord)]
    [InlineData(LongestWord + 1)] // its terms aren't kept for the next document
    public void LongWord_IsFoundInEachDocument(int length)
    {
        var word = new string('a', length - 1) + "b";
        SearchDocument[] documents = [SearchDocuments.Faq("What?", word), SearchDocuments.Faq("Why?", word)];

        Assert.Equal(documents.OrderBy(d => d.Id), Find(documents, word));
    }

    [Theory]
    [InlineData(LongestWord, true)]
    [InlineData(LongestWord + 1, false)]
    public void Word_IsSuggestedUpToALength(int length, bool isSuggested)
    {
        var word = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));
        var index = new SearchIndex(Build([SearchDocuments.Faq("What?", word)]));

        Assert.Equal(isSuggested ? word : null, index.FindCorrection(word[..^2] + word[^1]));
    }

    [Fact]
    public void WordsOfAllTypes_CountForCorrections()
    {
        var resource = SearchDocuments.Faq("Three courts, courts, courts") with { Type = "resource" };
        var generation = Build([SearchDocuments.Faq("Two counts, counts"), resource, SearchDocuments.Faq("courts")]);

        Assert.Equal([("counts", 2), ("courts", 4)], generation.SpellChecker.Suggest("couxts").Distinct().Order());
    }

    [Fact]
    public void Translations_StayInOneSegment()
    {
        var last = SearchDocuments.Faq("The last one");
        SearchDocument[] documents =
        [
            .. Enumerable.Range(1, Segment.TargetCount - 1).Select(_ => SearchDocuments.Faq("Another one")),
            last, last with { Language = "es" }, SearchDocuments.Faq("In the next segment"),
        ];

        Assert.Equal([Segment.TargetCount + 1, 1], Build(documents).Segments.Select(s => s.Count));
    }

    private static SearchDocument[] Find(SearchDocument[] documents, string word)
    {
        var terms = new Dictionary<ulong, double> { [TermExtractor.StemPrefix(word)] = 1 };
        var matches = new SearchIndex(Build(documents)).Search(terms, terms, [], meaning: null, _ => true, topK: 10);
        return Array.ConvertAll(matches, m => m.Translations[0]);
    }

    private static IndexGeneration Build(SearchDocument[] documents) =>
        IndexGenerationBuilder.Build(documents, Searcher.Analyzer, FieldLengths.Average([.. documents]));
}
