using FreedomCities.Api.Database.Reads;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

/// <summary>An import that is killed at any moment. It needs a process of its own.</summary>
public sealed class KilledImportTests(Service service) : IClassFixture<Service>
{
    private const int Entries = 400;
    private const string CountSql = "select count(*) from faq_translation";

    [Fact]
    public async Task KilledImport_LeavesAllOrNothing()
    {
        var ct = TestContext.Current.CancellationToken;
        var path = Path.Combine(Path.GetTempPath(), $"killed-{Guid.NewGuid():N}.md");
        await File.WriteAllTextAsync(
            path, "# Killed FAQ\n\n" + string.Concat(Enumerable.Range(1, Entries).Select(n => $"## What is {n}?\n\nIt is {n}.\n\n")), ct);
        var random = new Random(15);
        for (var i = 0; i < 10; i++)
        {
            await using var import = ProgramProcess.Start(
                ["import", path, "--topic", "killed", "--language", "en"], ("ConnectionStrings__FreedomCities", service.Server.App));
            await Task.Delay(random.Next(200, 4000), ct);
            await import.Kill();

            Assert.Contains(await service.Database.QueryFirst<long>(CountSql, new { }, ct), new long[] { 0, Entries });
        }

        File.Delete(path);
    }
}
