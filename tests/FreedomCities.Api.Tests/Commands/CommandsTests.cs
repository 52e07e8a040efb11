namespace FreedomCities.Api.Tests.Commands;

/// <summary>The command words as an editor meets them: exit codes and what is said.</summary>
public sealed class CommandsTests(SeededService service) : IClassFixture<SeededService>
{
    private (string, string)[] Environment => [("ConnectionStrings__FreedomCities", service.Server.App)];

    [Fact]
    public async Task FaultOfTheProgram_IsOneLineWithAnExitCodeOfItsOwn()
    {
        var (closed, errors) = (new StringWriter(), new StringWriter());
        await closed.DisposeAsync();

        Assert.Equal(70, await Program.Run(["help"], closed, errors, TestContext.Current.CancellationToken));
        Assert.Matches("^Unexpected: ObjectDisposedException in [^\n]+\n$", errors.ToString());
    }

    [Theory]
    [InlineData("--help", "Commands:", "migrate", "seed", "import", "--data")]
    [InlineData(
        "import --help", "--language", "--translates", "--origin", "--topic", "--jurisdiction", "--source-title", "--significance",
        "--dry-run", "--data")]
    [InlineData("export contacts --help", "--format", "--vcard-version", "--language", "--output", "--data")]
    [InlineData("withdraw --help", "<slug>", "--reason", "--replaced-by", "--type", "--language", "--data")]
    [InlineData("publish --help", "<slug>", "--type", "--language")]
    [InlineData("rename --help", "<slug>", "<new>", "--type")]
    [InlineData("purge --help", "<slug>", "owner role", "--data")]
    public async Task Help_ListsWhatThereIs(string arguments, params string[] words)
    {
        var help = await ProgramCall.Run(arguments.Split(' '));

        Assert.All(words, w => Assert.Contains(w, help, StringComparison.Ordinal));
    }

    // The version is that of the process.
    [Theory]
    [InlineData("--version", "1.")]
    [InlineData("--help", "Commands:")]
    public async Task HelpOfTheProcess_IsItsOutput(string argument, string word) =>
        Assert.Contains(word, (await ProgramProcess.Run(0, [argument])).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("serv", "serv")]
    [InlineData("seed more", "more")]
    [InlineData("migrate --dry-run", "--dry-run")]
    [InlineData("import", "import")]
    [InlineData("import /nowhere/faq.md", "The file /nowhere/faq.md does not exist.")]
    [InlineData("import /nowhere", "The file /nowhere does not exist.")]
    [InlineData("import faq.md --language e", "--language must be a BCP 47 language tag")]
    [InlineData("import faq.md --topic Freedom_Cities", "--topic must be a slug")]
    [InlineData("import faq.md --translates Freedom_Cities", "--translates must be a slug")]
    [InlineData("import faq.md --origin robot", "robot")]
    [InlineData("import faq.md --jurisdiction Mexico", "--jurisdiction must be an ISO 3166-2 code")]
    [InlineData("import faq.md --significance huge", "--significance")]
    [InlineData("export contacts --format xlsx", "xlsx")]
    [InlineData("export contacts --language e", "--language must be a BCP 47 language tag")]
    [InlineData("withdraw people-power", "--reason")]
    [InlineData("withdraw people-power --reason boredom", "boredom")]
    [InlineData("withdraw people-power --reason error --type person", "person")]
    [InlineData("withdraw people-power --reason error --language e", "--language must be a BCP 47 language tag")]
    [InlineData("rename people-power People_Power", "The new slug must be lower-case letters, digits and single hyphens")]
    [InlineData("rename people-power", "Required argument missing")]
    [InlineData("seed --data ", "data must be the path of a folder: it is ''.")]
    [InlineData("--data x import faq.md --language e", "--language must be a BCP 47 language tag")]
    public async Task WrongArguments_AreTold(string arguments, string message) =>
        Assert.Contains(message, await ProgramCall.Fail(arguments.Split(' ')), StringComparison.Ordinal);

    // Of each kind one: an argument, a file, a record.
    [Theory]
    [InlineData("serv", "serv")]
    [InlineData("import /nowhere/faq.md", "The file /nowhere/faq.md does not exist.")]
    [InlineData("withdraw nothing --reason error", "No record has or had the slug 'nothing'.")]
    [InlineData("publish people-power", "is not withdrawn")]
    [InlineData("purge ana-moran", "Only the owner role may erase: set ConnectionStrings__FreedomCitiesOwner.")]
    public async Task FailedProcess_TellsWhyInWords(string arguments, string message)
    {
        var errors = await ProgramProcess.Fail(arguments.Split(' '), Environment);

        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AspNetOptions_WorkWithoutAWord()
    {
        await using var program = ProgramProcess.Start(
            ["--urls=http://127.0.0.1:0", "--environment", "Development"], [.. Environment, ("DeadlineSeconds", Service.Patience)]);

        Assert.Contains("How do I get more information?", await program.Questions());

        await program.Stop();
        Assert.Contains("Swagger UI", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithdrawPublishAndRename_SayWhatTheyDid()
    {
        await service.Given.Topic("taken-back");

        foreach (var (arguments, said) in new[]
        {
            ("withdraw taken-back --reason merged --replaced-by freedom-cities --type topic", "Withdrawn: taken-back (en)."),
            ("publish taken-back --language en", "Published: taken-back (en)."),
            ("rename taken-back brought-back", "Renamed: taken-back is now brought-back."),
        })
        {
            Assert.Equal(said, (await ProgramProcess.Run(0, arguments.Split(' '), Environment)).Output.Trim());
        }

        Assert.Equal("brought-back", (await service.Json("/v1/topics/brought-back")).GetProperty("slug").GetString());
    }

    [Theory]
    [InlineData("--format csv", "\"ana-moran\",\"person\",\"Ana Moran\"")]
    [InlineData("--format vcf --vcard-version 3.0", "TEL;TYPE=voice:+1 505-266-5915 ext. 1012")]
    public async Task Export_WritesTheContacts(string arguments, string line)
    {
        var file = Path.GetTempFileName();
        try
        {
            await ProgramProcess.Run(0, [.. $"export contacts {arguments} --output".Split(' '), file], Environment);

            Assert.Contains(line, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task DryRun_ReportsAndWritesNothing()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "# Dry FAQ\n\n## Is this written?\n\nNo.\n");

            var dry = await ProgramProcess.Run(0, ["import", file, "--dry-run"], Environment);
            Assert.Contains("dry run", dry.Output, StringComparison.Ordinal);
            Assert.Contains("is-this-written", dry.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("is-this-written", await service.Slugs("/v1/faqs"));

            await ProgramProcess.Run(0, ["import", file, "--topic", "wet", "--jurisdiction", "US-NM"], Environment);
            Assert.Equal(["is-this-written"], await service.Slugs("/v1/faqs?topic=wet"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task FileThatIsNoFaq_IsToldAndWritesNothing()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "Just a sentence.\n");

            await ProgramProcess.Fail(["import", file], Environment);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
