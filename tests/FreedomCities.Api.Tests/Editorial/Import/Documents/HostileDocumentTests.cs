using FreedomCities.Api.Editorial.Import;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

public sealed class HostileDocumentTests(Service service) : IClassFixture<Service>
{
    public static TheoryData<string, string, int> Bombs => new()
    {
        { "quotes", ">", 5_000 },
        { "spaced quotes", "> ", 5_000 },
        { "brackets", "[", 5_000 },
        { "images", "![", 1_000 },
        { "emphasis", "*a _b ", 1_000 },
        { "lists", "- ", 1_000 },
        { "numbers", "1. ", 1_000 },
        { "indented lists", "\n  - a", 2_000 },
        { "links", "[a](https://a.example/", 500 },
        { "stars", "*", 19_000 },
        { "many stars", "*", 1024 * 1024 },
        { "many brackets", "[", 19_000 },
        { "backticks", "`a", 9_000 },
        { "angles", "<a ", 6_000 },
        { "blank lines", "\n", 200_000 },
        { "rules", "\n\n- - -", 10_000 },
        { "digits", "505 ", 4_500 },
        { "addresses", "a.", 9_000 },
        { "many addresses", "a@b.example ", 1_500 },
        { "questions without end", "Q: a\n", 3_000 },
        { "question marks", "?", 19_000 },
        { "spaces", " ", 19_000 },
        { "FAQ titles", "FAQ ", 4_500 },
        { "definitions", "[a]: /b\n", 2_000 },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task RepeatedMark_IsImportedOrRefused(string name, string mark, int count)
    {
        var bomb = string.Concat(Enumerable.Repeat(mark, count));
        string[] documents =
        [
            $"# {name} FAQ\n\n## Why {name}?\n\n{bomb}\n\nend.",
            $"{bomb}\n\nWhy {name}?\n\nBecause.",
            $"# {name} FAQ\n\nWhy {name}?\n\na {bomb}",
        ];
        foreach (var document in documents)
        {
            var failure = await Record.ExceptionAsync(() => service.Import(document));
            Assert.True(failure is null or ImportException { Message.Length: > 0 }, failure?.ToString());
        }
    }

    [Theory]
    [InlineData("> ", "nested too deeply")]
    [InlineData("- ", "nested too deeply")]
    public Task DeepNesting_IsRefusedByName(string mark, string message) =>
        service.Refuses($"# Deep FAQ\n\n## Why?\n\n{string.Concat(Enumerable.Repeat(mark, 5_000))}end.", message);

    [Theory]
    [InlineData("متى تفتح المكتبة؟", "كل يوم.")]
    [InlineData("Is 🎈 allowed?", "Yes 👩‍👩‍👧‍👦 and \u202Eback\u202C.")]
    [InlineData("What is A\u030A?", "A letter: \u00C5.")]
    public async Task AnyScript_IsServedAsWritten(string question, string answer)
    {
        await service.Import($"# Any Script FAQ\n\n## {question}\n\n{answer}");

        var faq = Assert.Single(await service.Items("/v1/faqs?limit=100"), f => f.Text("question") == question.Normalize());
        Assert.Equal(answer, faq.Answer("markdown"));
        Assert.Equal(answer, faq.Answer("text"));
    }
}
