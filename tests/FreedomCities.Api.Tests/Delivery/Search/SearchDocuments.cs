using System.Text;
using FreedomCities.Api.Delivery.Search.Engine;

namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>Documents for an index without a service.</summary>
internal static class SearchDocuments
{
    public static SearchDocument Faq(string question, string answer = "", params string[] aliases) => new()
    {
        Id = Guid.CreateVersion7(),
        Type = "faq",
        Slug = "question",
        Language = "en",
        Origin = "human",
        Outdated = false,
        Title = question,
        Context = "",
        Aliases = aliases,
        Body = Encoding.UTF8.GetBytes(answer),
        Topics = [],
        Jurisdiction = null,
    };
}
