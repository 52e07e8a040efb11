namespace FreedomCities.Api.Http.Responses;

/// <summary>A response with records in several languages.</summary>
internal interface IPage
{
    string[] Languages { get; }
}
