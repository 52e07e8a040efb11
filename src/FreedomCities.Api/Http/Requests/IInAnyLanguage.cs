using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Http.Requests;

/// <summary>A request that may name the language to serve; without one Accept-Language decides.</summary>
internal interface IInAnyLanguage
{
    LanguageTag? Lang { get; }
}
