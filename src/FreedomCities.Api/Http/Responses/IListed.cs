using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Http.Responses;

/// <summary>A record in a list, with its position in the list's order.</summary>
internal interface IListed : IInLanguage
{
    /// <summary>The values that the list is ordered by; the last one is unique.</summary>
    string[] CursorKey { get; }
}
