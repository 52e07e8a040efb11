namespace FreedomCities.Api.Tests.Support;

/// <summary>Real FAQ documents with their truth, which aren't in the repository.</summary>
internal static class RealDocuments
{
    /// <summary>The folder that FAQ_DOCUMENTS names, or the one beside the checkout; without one, the test is skipped.</summary>
    public static string Folder
    {
        get
        {
            string?[] places =
            [
                Environment.GetEnvironmentVariable("FAQ_DOCUMENTS"),
                Path.Combine(Repository.Root, "../shared/data/faq-documents"),
            ];
            var folder = places.FirstOrDefault(f => !string.IsNullOrEmpty(f) && Directory.Exists(Path.Combine(f, "truth")));
            Assert.SkipWhen(folder is null, "FAQ_DOCUMENTS names no folder with documents and truth, and none lies beside the checkout.");
            return folder!;
        }
    }
}
