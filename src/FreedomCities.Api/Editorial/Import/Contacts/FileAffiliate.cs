using System.ComponentModel;
using System.Text.Json.Serialization;
using FreedomCities.Api.Editorial.Import.Resources;

namespace FreedomCities.Api.Editorial.Import.Contacts;

[Description("Organisation that offices belong to.")]
internal sealed record FileAffiliate(
    [property: Description("Slug that identifies the affiliate, also in filters.")] string Slug,
    [property: Description("Name of the organisation.")] string Name,
    [property: Description("Website.")] string? Url = null)
{
    [JsonIgnore]
    public string? NormalUrl => Url is null ? null : LinkTarget.NormalizeUrl(Url);
}
