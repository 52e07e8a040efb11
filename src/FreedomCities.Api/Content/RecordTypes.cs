namespace FreedomCities.Api.Content;

internal static class RecordTypes
{
    /// <summary>Record types, as in the table record.</summary>
    public static readonly string[] All = ["faq", "topic", "resource", "contact"];
}
