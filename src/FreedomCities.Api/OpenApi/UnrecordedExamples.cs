using System.Text.Json;
using System.Text.Json.Nodes;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Contacts.Opening;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.OpenApi;

/// <summary>Examples of schemas that no contact of the seed has.</summary>
internal static class UnrecordedExamples
{
    private static readonly Address Address = new()
    {
        PoBox = null,
        Extended = null,
        Street = "1600 Pennsylvania Avenue NW",
        Locality = "Washington",
        Region = "DC",
        PostalCode = "20500",
        Country = "US",
    };

    private static readonly Hours Hours = new()
    {
        Zone = "America/Denver",
        Weekly = [new WeeklyHours { Days = ["MO", "TU", "WE", "TH", "FR"], Opens = "09:00", Closes = "17:00" }],
        Text = "Closed on federal holidays",
    };

    public static (string Schema, JsonNode Example)[] All =>
    [
        (nameof(Address), JsonSerializer.SerializeToNode(Address, Json.Documents)!),
        (nameof(Hours), JsonSerializer.SerializeToNode(Hours, Json.Documents)!),
    ];
}
