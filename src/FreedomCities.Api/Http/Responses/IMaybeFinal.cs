namespace FreedomCities.Api.Http.Responses;

/// <summary>A response that may be final: no later request for its URL gets another one.</summary>
internal interface IMaybeFinal
{
    bool IsFinal { get; }
}
