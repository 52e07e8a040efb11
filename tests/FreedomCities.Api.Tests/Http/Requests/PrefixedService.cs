namespace FreedomCities.Api.Tests.Http.Requests;

/// <summary>The service over the real document, with a renamed and a withdrawn record, below a path of its host.</summary>
public sealed class PrefixedService(TestCluster cluster) : Service(cluster)
{
    internal const string Origin = "https://example.org";
    internal const string Prefix = "/civic/faq";

    protected override string Template => TestCluster.Located;

    private protected override string[] Settings =>
        ["--PublicUrl", Origin + Prefix + "/", "--SecurityContact", "mailto:security@example.org"];

    protected override async Task Fill()
    {
        foreach (var type in new[] { "faq", "contact" })
        {
            await Given.Make(type, "old-" + type);
            await Given.Renamed(type, "old-" + type, "new-" + type);
        }

        await Given.Make("faq", "gone-faq");
        await Given.Withdrawn("faq", "gone-faq");
    }
}
