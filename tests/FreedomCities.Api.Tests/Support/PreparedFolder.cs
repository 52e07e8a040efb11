namespace FreedomCities.Api.Tests.Support;

/// <summary>What a first start leaves, to copy: a stopped cluster with the seed.</summary>
public sealed class PreparedFolder : IAsyncLifetime
{
    private readonly DataFolder _folder = new();

    /// <summary>What the first start wrote.</summary>
    internal string Output { get; private set; } = "";

    internal string[] Questions { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await using var service = ProgramProcess.Serve(_folder.Path, ("ASPNETCORE_ENVIRONMENT", "Development"));
        Questions = await service.Questions();
        await Eventually.Is(() => service.Output.Contains("/v1/faqs", StringComparison.Ordinal), "all of the banner is written");
        await service.Stop();
        Output = service.Output;
    }

    internal async Task<DataFolder> Copy()
    {
        var copy = new DataFolder();
        await CopyTo(copy);
        return copy;
    }

    internal Task CopyTo(DataFolder copy) => DataFolder.Execute("cp", "-a", _folder.Path + "/.", copy.Path);

    public ValueTask DisposeAsync() => _folder.DisposeAsync();
}
