namespace FreedomCities.Api.Http.Limits;

/// <summary>No memory is left for another large response or body: a 503.</summary>
internal sealed class OverBudgetException : Exception;
