using System.Text;
using FreedomCities.Api.Editorial.Import;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

public sealed class RefusedDocumentTests(Service service) : IClassFixture<Service>
{
    private const string Good = "# Library FAQ\n\n## When is it open?\n\nDaily: <https://library.example/>.\n\n";

    [Fact]
    public Task NoQuestion_IsNoFaq() => service.Refuses("# Minutes\n\nWe met on Monday.\n\n## Topics\n\nNone.", "The document is no FAQ");

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData(" \r\n\t\n")]
    public Task EmptyFile_IsRefused(string text) => service.Refuses(text, "document.md is empty");

    [Theory]
    [InlineData("\0")]
    [InlineData("\uFFFE")]
    public Task CharacterThatIsNone_IsRefused(string character) =>
        service.Refuses($"{Good}More{character}words.", "are not text characters");

    [Fact]
    public Task MoreThanTenMebibytes_IsRefused() => service.Refuses(Good + new string('a', ImportFile.MaxBytes), "larger than 10 MiB");

    [Fact]
    public Task SameQuestionTwice_IsRefusedWithBothLines() =>
        service.Refuses($"{Good}## WHEN is it open?\n\nNever.", "lines 3 and 7: the same question");

    [Fact]
    public Task HalfOfTheQuestionsWithoutAnswers_AreRefusedWithTheirLines() =>
        service.Refuses($"{Good}## Where is it?\n\n---\n", "line 7: the question \"Where is it?\" has no answer");

    [Fact]
    public Task AllFaults_AreToldAtOnce() =>
        service.Refuses(
            $"{Good}## Where is it?\n\n## Who runs it?\n",
            $"has no answer.{Environment.NewLine}line 9: the question \"Who runs it?\" has no answer.");

    [Fact]
    public Task NoTitle_NeedsATopic() =>
        service.Refuses("## When is it open?\n\nDaily.\n\n## Where is it?\n\nIn town.", "has no title before its first question");

    [Fact]
    public Task LongAnswer_IsRefused() =>
        service.Refuses(Good + string.Concat(Enumerable.Repeat("Yes.\n\n", 17_000)), "line 3: the answer is longer than 100000 characters");

    [Fact]
    public Task LongParagraph_IsRefused() =>
        service.Refuses($"{Good}\n\n{new string('a', 100_001)}", "line 9: a paragraph is longer than 100000 characters");

    [Fact]
    public Task LongQuestion_IsRefused() =>
        service.Refuses($"{Good}## {new string('a', 501)}\n\nYes.", "line 7: the question is longer than 500 characters");

    [Theory]
    [InlineData(2001)]
    [InlineData(19_000)]
    public Task LongLink_IsRefused(int length) =>
        service.Refuses($"{Good}<https://library.example/{new string('a', length)}>", "line 3: a link is longer than 2000 characters");

    [Fact]
    public Task LongSourceTitle_IsRefused() =>
        service.Refuses(
            "document.md",
            Encoding.UTF8.GetBytes(Good),
            "The title of the source must have 1 to 300 characters",
            new ImportOptions { SourceTitle = new string('a', 301) });

    [Fact]
    public async Task FaultInALaterFile_TakesBackTheEarlierOnes()
    {
        (ImportFile, ImportOptions)[] files =
        [
            (new ImportFile("good.md", Encoding.UTF8.GetBytes(Good)), new ImportOptions()),
            (new ImportFile("bad.md", "No words."u8.ToArray()), new ImportOptions()),
        ];

        await Assert.ThrowsAsync<ImportException>(
            () => new Importer(service.Database, TimeProvider.System).Import(files, dryRun: false, CancellationToken.None));

        Assert.Empty(await service.Records());
    }
}
