using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Content.Contacts;

/// <summary>An area that a contact serves.</summary>
public sealed record ServiceArea
{
    /// <summary>What code is of.</summary>
    [AllowedChoices<Vocabulary.AreaKinds>]
    public required string Kind { get; init; }

    /// <summary>Two letters of a state, FIPS of a county, or a postal code of five digits.</summary>
    public required string Code { get; init; }

    /// <summary>The area's name.</summary>
    public required string Name { get; init; }
}
