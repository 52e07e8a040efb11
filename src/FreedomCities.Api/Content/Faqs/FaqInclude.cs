using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>The parameter include: which records an FAQ entry contains whole instead of as references.</summary>
public sealed class FaqInclude : ListValue<FaqInclude>, IListValue<FaqInclude>
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
