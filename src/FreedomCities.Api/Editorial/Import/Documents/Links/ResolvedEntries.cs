using FreedomCities.Api.Editorial.Import.Documents.Planning;

namespace FreedomCities.Api.Editorial.Import.Documents.Links;

/// <summary>The entries of a document with the resources and contacts that they refer to.</summary>
/// <param name="Resources">Those that are missing, or placeholders to fill.</param>
/// <param name="Notes">Lines for the report, each with its heading.</param>
internal sealed record ResolvedEntries(EntryContent[] Contents, PlannedResource[] Resources, (string Heading, string Line)[] Notes)
{
    public void Describe(ImportReport report)
    {
        foreach (var resource in Resources)
        {
            report.Add(resource.IsFilled ? "placeholders filled" : "resources created", resource.ToString());
        }

        foreach (var (heading, line) in Notes)
        {
            report.Add(heading, line);
        }
    }
}
