using FreedomCities.Api.Benchmarks.ImportQuality;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

/// <summary>Real documents with their truth, where FAQ_DOCUMENTS names them or they lie beside the checkout.</summary>
public sealed class ImportQualityTests
{
    [Fact]
    public void RealDocuments_AreReadAsAReaderWould()
    {
        var scores = ImportQualityReport.Measure(RealDocuments.Folder);

        var questions = scores.Sum(s => s.Questions);
        Assert.NotEqual(0, questions);
        Assert.True(scores.Sum(s => s.Found) >= 0.97 * questions, Describe(scores));
        Assert.True(scores.Sum(s => s.Whole) >= 0.95 * questions, Describe(scores));
        Assert.True(
            scores.Sum(s => s.LinksKept + s.ContactsKept) >= 0.97 * scores.Sum(s => s.Links + s.Contacts), Describe(scores));
        Assert.All(scores, s => Assert.True(
            s is { Invented: 0, HasTitle: true, HasMarkup: false, HasLeftOut: true, IsRefusedRight: true }, Describe([s])));
    }

    private static string Describe(DocumentScore[] scores) =>
        string.Join('\n', scores.SelectMany(s => s.Faults.Select(f => $"{s.File}: {f}")));
}
