using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>The parameter include: what an FAQ entry is to hold whole.</summary>
public sealed class FaqInclude : RequestList<FaqInclude>, IRequestList<FaqInclude>
{
    private FaqInclude(string[] items, string? fault)
        : base(items, fault)
    {
        Resources = items.Contains("resources", StringComparer.Ordinal);
        Contacts = items.Contains("contacts", StringComparer.Ordinal);
    }

    public bool Resources { get; }

    public bool Contacts { get; }

    public static FaqInclude From(string[] items) => new(items, ChoiceList<Vocabulary.FaqIncludes>.From(items).Fault);

    public static OpenApiSchema CreateSchema() => ChoiceList<Vocabulary.FaqIncludes>.CreateSchema();
}
